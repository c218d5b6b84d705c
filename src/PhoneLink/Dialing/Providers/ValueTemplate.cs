using System.Text;

namespace PhoneLink;

/// <summary>Text with holes and without a grammar of its own, an argument or a body: <c>%p</c> is the number, <c>&lt;name&gt;</c> or <c>{name}</c> a variable.</summary>
/// <remarks>
/// Made once, immutable, thread-safe. <c>%%</c> is a percent sign and <c>%XX</c> stays as it is, as in a phone-link format. Brackets around
/// anything but a name are text, since JSON is full of them; a name that nobody knows is an error.
/// </remarks>
internal sealed class ValueTemplate
{
    /// <summary>The longest template.</summary>
    public const int MaxLength = 8192;

    private const int MaxNameLength = 64;

    private readonly List<FormatToken> _tokens = [];

    private ValueTemplate(string text, IReadOnlyCollection<string> customVariables)
    {
        var literal = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var hole = HoleAt(text, i, customVariables, out var length);
            if (hole is null)
            {
                start = literal.Length == 0 ? i : start;
                literal.Append(text, i, text[i] == '%' ? 1 : length);
            }
            else
            {
                EndLiteral(literal, start);
                _tokens.Add(hole);
            }

            i += length;
        }

        EndLiteral(literal, start);
    }

    /// <summary>Gets literal texts and holes in their order.</summary>
    public IReadOnlyList<FormatToken> Tokens => _tokens;

    /// <summary>Gets whether the number has a place in it.</summary>
    public bool HasNumber => _tokens.Exists(static token => token.Kind is FormatTokenKind.Number);

    /// <summary>Gets whether a value decides what the text starts with.</summary>
    public bool StartsWithHole => _tokens.Count > 0 && _tokens[0].IsHole;

    /// <summary>Reads a template.</summary>
    /// <exception cref="PhoneLinkParseException">The text is no template.</exception>
    public static ValueTemplate Parse(string text, IReadOnlyCollection<string> customVariables)
    {
        if (text.Length > MaxLength)
            throw new ParseError(ParseErrorKind.TooLong, MaxLength).ToException();

        var nul = text.IndexOf('\0');
        return nul < 0 ? new(text, customVariables) : throw new ParseError(ParseErrorKind.InvalidCharacter, nul).ToException();
    }

    /// <summary>Says whether a text has a place for the number, whatever else it holds.</summary>
    public static bool NamesNumber(string text)
    {
        for (var i = text.IndexOf('%'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('%', i + 2))
            if (text[i + 1] == 'p')
                return true;

        return false;
    }

    /// <summary>Writes the text for a call.</summary>
    /// <param name="request">The call; its target has a number.</param>
    /// <param name="style">How numbers are written.</param>
    /// <param name="write">Writes a value so that it cannot leave its place.</param>
    public string Expand(DialRequest request, PhoneNumberStyle style, Action<StringBuilder, string> write)
    {
        var text = new StringBuilder();
        foreach (var token in _tokens)
        {
            if (token.IsHole)
                write(text, ValueOf(token, request, style));
            else
                text.Append(token.Text);
        }

        return text.ToString();
    }

    /// <summary>A variable of kind phone is written as a number where its value is one, as in a link.</summary>
    private static string ValueOf(FormatToken hole, DialRequest request, PhoneNumberStyle style)
    {
        if (hole.Kind is FormatTokenKind.Number)
            return request.Target.Number!.ToString(style);

        var value = request.Subject?.GetValue(hole.Text) ?? "";
        return hole.IsPhoneVariable && PhoneNumber.TryParse(value, out var number) ? number.ToString(style) : value;
    }

    /// <summary>The hole at an index, or null for text; the length is that of either in the template.</summary>
    private static FormatToken? HoleAt(string text, int index, IReadOnlyCollection<string> customVariables, out int length)
    {
        length = 1;
        switch (text[index])
        {
            case '%':
                length = 2;
                return PercentAt(text, index, ref length);
            case '<':
                return VariableAt(text, index, '>', customVariables, ref length);
            case '{':
                return VariableAt(text, index, '}', customVariables, ref length);
            default:
                return null;
        }
    }

    private static FormatToken? PercentAt(string text, int index, ref int length)
    {
        var next = index + 1 < text.Length ? text[index + 1] : '\0';
        if (next == 'p')
            return new(FormatTokenKind.Number, "%p", LinkPosition.Path, index);

        if (next == '%')
            return null;

        // The two digits are read as text after it.
        length = 1;
        return UriSyntax.EscapedOctet(text.AsSpan(), index) >= 0 ? null : throw new ParseError(ParseErrorKind.UnknownDirective, index).ToException();
    }

    private static FormatToken? VariableAt(string text, int index, char closer, IReadOnlyCollection<string> customVariables, ref int length)
    {
        var end = index + 1;
        while (end < text.Length && end - index <= MaxNameLength && IsNameCharacter(text[end]))
            end++;

        if (end == text.Length || text[end] != closer || end == index + 1)
            return null;

        length = end - index + 1;
        var name = text.Substring(index + 1, end - index - 1);
        if (!TemplateVariables.IsKnown(name) && !customVariables.Contains(name))
            throw new ParseError(ParseErrorKind.UnknownVariable, index).ToException();

        return TemplateVariables.IsSecret(name)
            ? throw new ParseError(ParseErrorKind.SecretVariable, index).ToException()
            : new(FormatTokenKind.Variable, name, LinkPosition.Path, index);
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '?' or '#' or '.' or '_' or '-';

    private void EndLiteral(StringBuilder literal, int start)
    {
        if (literal.Length == 0)
            return;

        _tokens.Add(new(FormatTokenKind.Literal, literal.ToString(), LinkPosition.Path, start));
        literal.Clear();
    }
}
