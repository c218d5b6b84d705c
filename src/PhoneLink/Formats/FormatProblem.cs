namespace PhoneLink;

/// <summary>Something that is wrong with a format, or that its author should know.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Error">What it is and where: a UTF-16 index into the text of the format.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FormatProblem(FormatProblemSeverity Severity, ParseError Error)
{
    /// <summary>Gets how many UTF-16 code units the problem covers; 0 where something is missing.</summary>
    public int Length { get; init; }

    /// <summary>Gets what would stand in the place of the covered text, or <see langword="null"/> when no correction is clear.</summary>
    public string? Replacement { get; init; }

    /// <summary>Gets a sentence for a person, in English.</summary>
    public string Message => Error.Message;
}
