using System.Text;

namespace PhoneLink;

/// <summary>Reads the text of a format into tokens: one pass, the first error ends it.</summary>
internal sealed class FormatParser(string text, PhoneLinkFormatOptions options)
{
    private const int MaxNameLength = 64;
    private const int FirstPrintable = 0x20;
    private const int Delete = 0x7F;

    private readonly List<FormatToken> _tokens = [];
    private readonly StringBuilder _literal = new();

    /// <summary>For each character of the literal text, where in the format it comes from.</summary>
    private readonly List<int> _literalSources = [];

    private int _index;
    private int _bodyIndex;
    private LinkPosition _position;
    private bool _hasFragment;
    private ParseError _error;

    public string Scheme { get; private set; } = "";

    public string? Host { get; private set; }

    public ParseError Error => _error;

    public FormatToken[]? Parse()
    {
        if (!ReadScheme())
            return null;

        _bodyIndex = _index;
        if (text.AsSpan(_index).StartsWith("//".AsSpan(), StringComparison.Ordinal))
        {
            _position = LinkPosition.Authority;
            AppendLiteral("//");
            _index += 2;
        }

        while (_index < text.Length)
            if (!ReadOne())
                return null;

        return FlushLiteral(isLast: true) && CheckHost() ? [.. _tokens] : null;
    }

    private bool ReadScheme()
    {
        var colon = 0;
        while (colon < text.Length && UriSyntax.IsSchemeCharacter(text[colon]))
            colon++;

        if (colon == text.Length || text[colon] != ':')
            return Fail(ParseErrorKind.MissingScheme, colon);

        if (!UriSyntax.IsScheme(text.AsSpan(0, colon)))
            return Fail(ParseErrorKind.InvalidScheme, 0);

        Scheme = text.Substring(0, colon).ToLowerInvariant();
        _index = colon + 1;
        return options.Schemes.Allows(Scheme) || Fail(ParseErrorKind.ForbiddenScheme, 0);
    }

    private bool ReadOne()
    {
        var c = text[_index];
        return c switch
        {
            '%' => ReadPercent(),
            '<' => ReadVariable('>'),
            '{' => ReadVariable('}'),
            '\\' => Fail(ParseErrorKind.PathTraversal, _index),
            '#' when _hasFragment => Fail(ParseErrorKind.InvalidCharacter, _index),
            _ when UriSyntax.IsUnreserved(c) || UriSyntax.IsReserved(c) => ReadLiteral(c),
            _ => Fail(ParseErrorKind.InvalidCharacter, _index),
        };
    }

    /// <summary>Literal text decides where in the link the next hole stands; a hole never does.</summary>
    private bool ReadLiteral(char c)
    {
        _position = c switch
        {
            '?' or '#' => LinkPosition.Query,
            '/' when _position is LinkPosition.Authority => LinkPosition.Path,
            _ => _position,
        };
        _hasFragment |= c == '#';
        AppendLiteral(c.ToString());
        _index++;
        return true;
    }

    /// <summary>After a percent sign one character decides: p, another percent sign, or the first of two hexadecimal digits.</summary>
    private bool ReadPercent()
    {
        var next = _index + 1 < text.Length ? text[_index + 1] : '\0';
        if (next == 'p')
            return AddHole(FormatTokenKind.Number, "%p", length: 2);

        if (next == '%')
        {
            AppendLiteral("%25");
            _index += 2;
            return true;
        }

        if (!char.IsAsciiHexDigit(next))
            return Fail(ParseErrorKind.UnknownDirective, _index);

        if (UriSyntax.EscapedOctet(text.AsSpan(), _index) is < FirstPrintable or Delete)
            return Fail(ParseErrorKind.InvalidEscape, _index);

        AppendLiteral(text.Substring(_index, 3));
        _index += 3;
        return true;
    }

    private bool ReadVariable(char closer)
    {
        var end = _index + 1;
        while (end < text.Length && IsNameCharacter(text[end]))
            end++;

        if (end == text.Length || text[end] is '>' or '}' && text[end] != closer)
            return Fail(ParseErrorKind.UnclosedVariable, _index);

        var length = end - _index - 1;
        if (text[end] != closer || length is 0 or > MaxNameLength)
            return Fail(ParseErrorKind.InvalidVariableName, _index);

        var name = text.Substring(_index + 1, length);
        if (TemplateVariables.IsKnown(name) || options.CustomVariables.Contains(name))
            return AddHole(FormatTokenKind.Variable, name, length + 2);

        return options.UnknownVariables switch
        {
            UnknownVariables.Keep => KeepVariable(length + 2),
            UnknownVariables.Empty => SkipVariable(length + 2),
            _ => Fail(ParseErrorKind.UnknownVariable, _index),
        };
    }

    private bool KeepVariable(int length)
    {
        for (var end = _index + length; _index < end; _index++)
        {
            var c = text[_index];
            AppendLiteral(UriSyntax.IsUnreserved(c) ? c.ToString() : "%" + ((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return true;
    }

    private bool SkipVariable(int length)
    {
        _index += length;
        return true;
    }

    private bool AddHole(FormatTokenKind kind, string name, int length)
    {
        // A value must not decide which web server the link goes to.
        if (_position is LinkPosition.Authority && Scheme == UriSyntax.Https)
            return Fail(ParseErrorKind.HoleInHost, _index);

        if (!FlushLiteral(isLast: false))
            return false;

        _tokens.Add(new(kind, name, _position, _index));
        _index += length;
        return true;
    }

    private void AppendLiteral(string written)
    {
        _literal.Append(written);
        for (var i = 0; i < written.Length; i++)
            _literalSources.Add(_index);
    }

    /// <summary>Ends a piece of literal text. Its dot segments are refused here; those that a value would make, when the value is known.</summary>
    private bool FlushLiteral(bool isLast)
    {
        if (_literal.Length == 0)
            return true;

        var literal = _literal.ToString();
        var dots = DotSegments.Find(literal.AsSpan(), startsSegment: _tokens.Count == 0, endsSegment: isLast);
        if (dots >= 0)
            return Fail(ParseErrorKind.PathTraversal, _literalSources[dots]);

        _tokens.Add(new(FormatTokenKind.Literal, literal, _position, _literalSources[0]));
        _literal.Clear();
        _literalSources.Clear();
        return true;
    }

    private bool CheckHost()
    {
        if (Scheme != UriSyntax.Https)
            return true;

        var body = text.AsSpan(_bodyIndex);
        if (!body.StartsWith("//".AsSpan(), StringComparison.Ordinal))
            return Fail(ParseErrorKind.ForbiddenScheme, 0);

        var authority = body.Slice(2);
        var end = authority.IndexOfAny('/', '?', '#');
        Host = (end < 0 ? authority : authority.Slice(0, end)).ToString().ToLowerInvariant();
        return options.Schemes.AllowsHttpsHost(Host) || Fail(ParseErrorKind.ForbiddenScheme, _bodyIndex + 2);
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '?' or '#' or '.' or '_' or '-';

    private bool Fail(ParseErrorKind kind, int index)
    {
        _error = new(kind, index);
        return false;
    }
}
