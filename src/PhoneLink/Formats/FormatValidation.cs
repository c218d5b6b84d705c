namespace PhoneLink;

/// <summary>All that can be said about the text of a format.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FormatValidation
{
    internal FormatValidation(IEnumerable<FormatProblem> problems, string? repairedText)
    {
        Problems = Array.AsReadOnly([.. problems.OrderBy(static problem => problem.Error.Position)]);
        RepairedText = repairedText;
    }

    /// <summary>Gets the problems in the order of their places; empty when there is nothing to say.</summary>
    public IReadOnlyList<FormatProblem> Problems { get; }

    /// <summary>Gets whether the text is a format: there are no errors, though there may be warnings.</summary>
    public bool IsValid => Problems.All(static problem => problem.Severity is not FormatProblemSeverity.Error);

    /// <summary>Gets the text with all errors corrected, which is a format, or <see langword="null"/> when there are none, or some of them have no clear correction.</summary>
    public string? RepairedText { get; }
}
