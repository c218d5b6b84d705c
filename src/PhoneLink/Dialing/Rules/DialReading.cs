namespace PhoneLink;

/// <summary>What digits are at a location, and how certain that is.</summary>
internal readonly record struct DialReading(NumberAnalysis Analysis, ReadingCertainty Certainty)
{
    /// <summary>Whether the digits are a short code of the region.</summary>
    public bool IsShortCode => Certainty is ReadingCertainty.AsDialled && !Analysis.Canonical.IsGlobal;
}
