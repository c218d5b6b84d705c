namespace PhoneLink.Tests.Numbering;

/// <summary>The plan under test, asked about what a person wrote.</summary>
internal static class Plan
{
    public static WorldNumberingPlan World { get; } = new();

    public static NumberAnalysis Analyze(string text, string? region = null) => World.Analyze(PhoneNumber.Parse(text), region);
}
