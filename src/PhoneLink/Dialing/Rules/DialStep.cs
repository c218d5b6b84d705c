namespace PhoneLink;

/// <summary>A step by which a number on file became what is dialled.</summary>
/// <param name="Stage">Which step.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Before">The number before it; personal data.</param>
/// <param name="After">The number after it; personal data.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints no digits.</remarks>
public sealed record DialStep(DialStage Stage, DialStepOutcome Outcome, string Before, string After)
{
    /// <summary>Gets a sentence for an administrator, in English and without personal data, or <see langword="null"/> when the outcome says all.</summary>
    public string? Note { get; init; }

    /// <summary>Returns stage, outcome and note, for logs.</summary>
    /// <returns>For instance <c>Form: Applied. The national form of the region.</c></returns>
    public override string ToString() => $"{Stage}: {Outcome}{(Note is null ? "" : $". {Note}")}";
}
