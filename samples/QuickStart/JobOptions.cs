namespace QuickStart;

/// <summary>What the user asked for.</summary>
internal sealed record JobOptions(string Format, string? Number, bool Verbose);
