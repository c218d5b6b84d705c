namespace PhoneLink;

/// <content>All that can be said about a text before it is stored.</content>
public sealed partial class PhoneLinkFormat
{
    /// <summary>A number that every target can carry.</summary>
    private static readonly PhoneNumber Sample = PhoneNumber.Parse("+4722517000");

    /// <summary>Lists every problem of a text, for whoever types it.</summary>
    /// <param name="format">The text, or null.</param>
    /// <param name="options">Options; null for the defaults. <see cref="PhoneLinkFormatOptions.Parsing"/> does not count.</param>
    /// <returns>The problems, and the corrected text where it is clear.</returns>
    /// <remarks>
    /// Errors are what <see cref="Parse"/> refuses. Warnings: there is no number in the format, its links cannot be taken apart, they show
    /// personal data to whoever sees links, or they cannot carry a number.
    /// </remarks>
    public static FormatValidation Validate(string? format, PhoneLinkFormatOptions? options = null)
    {
        options ??= new();
        var parser = Read(format, options, FormatParsing.Lenient, out var tokens, out var error);
        if (parser is null)
            return new([new(FormatProblemSeverity.Error, error)], null);

        var warnings = tokens is null ? [] : new PhoneLinkFormat(format!, parser, tokens, options).Warnings();
        var repaired = parser.RepairedText();
        return new([.. parser.Problems, .. warnings], repaired is not null && Read(repaired, options, FormatParsing.Strict, out tokens, out _) is not null && tokens is not null ? repaired : null);
    }

    private IEnumerable<FormatProblem> Warnings()
    {
        if (!Array.Exists(_tokens, static token => token.Kind is FormatTokenKind.Number))
            yield return Warning(ParseErrorKind.MissingNumber, _text.Length, 0);
        else if (!TryExpand(Sample, null, out _, out var error))
            yield return Warning(error.Kind, error.Position, 0);

        foreach (var hole in Reversibility.OpenEnds(_tokens, _form))
            yield return Warning(ParseErrorKind.NotReversible, hole.Index, LengthOf(hole));

        foreach (var token in _tokens)
            if (token.Kind is FormatTokenKind.Variable && TemplateVariables.IsPersonal(token.Text))
                yield return Warning(ParseErrorKind.PersonalVariable, token.Index, LengthOf(token));
    }

    private static FormatProblem Warning(ParseErrorKind kind, int position, int length) => new(FormatProblemSeverity.Warning, new(kind, position)) { Length = length };

    private static int LengthOf(FormatToken hole) => hole.Kind is FormatTokenKind.Number ? hole.Text.Length : hole.Text.Length + 2;
}
