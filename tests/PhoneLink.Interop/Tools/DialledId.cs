namespace PhoneLink.Interop.Tools;

/// <summary>What a process printed of a call.</summary>
internal sealed record DialledId(int Id, string Outcome);
