namespace PhoneLink;

/// <summary>A number as a location dials it, with what it is and how it came about.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> is masked.</remarks>
public sealed class DialledNumber
{
    internal DialledNumber(PhoneNumber number, NumberAnalysis analysis, IReadOnlyList<DialStep> steps)
    {
        Number = number;
        Analysis = analysis;
        Steps = steps;
    }

    /// <summary>Gets what is dialled; personal data.</summary>
    public PhoneNumber Number { get; }

    /// <summary>Gets what the number is; its canonical form is the one to store, to compare and to look people up by.</summary>
    public NumberAnalysis Analysis { get; }

    /// <summary>Gets every step once, in the order of <see cref="DialStage"/>.</summary>
    public IReadOnlyList<DialStep> Steps { get; }

    /// <summary>Returns the number masked, for logs.</summary>
    /// <returns>The plus, a star for each digit, and of a long number the last two digits.</returns>
    public override string ToString() => Number.ToString();
}
