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
    private int _literalIndex;
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
        _literalIndex = _index;
        if (text.AsSpan(_index).StartsWith("//".AsSpan(), StringComparison.Ordinal))
        {
            _position = LinkPosition.Authority;
            _literal.Append("//");
            _index += 2;
        }

        while (_index < text.Length)
            if (!ReadOne())
                return null;

        FlushLiteral();
        return CheckSegments() && CheckHost() ? [.. _tokens] : null;
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
        _literal.Append(c);
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
            _literal.Append("%25");
            _index += 2;
            return true;
        }

        if (!char.IsAsciiHexDigit(next))
            return Fail(ParseErrorKind.UnknownDirective, _index);

        if (UriSyntax.EscapedOctet(text.AsSpan(), _index) is < FirstPrintable or Delete)
            return Fail(ParseErrorKind.InvalidEscape, _index);

        _literal.Append(text, _index, 3);
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
            if (UriSyntax.IsUnreserved(text[_index]))
                _literal.Append(text[_index]);
            else
                _literal.Append('%').Append(((int)text[_index]).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
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

        FlushLiteral();
        _tokens.Add(new(kind, name, _position, _index));
        _index += length;
        _literalIndex = _index;
        return true;
    }

    private void FlushLiteral()
    {
        if (_literal.Length > 0)
            _tokens.Add(new(FormatTokenKind.Literal, _literal.ToString(), _position, _literalIndex));

        _literal.Clear();
    }

    /// <summary>Literal dot segments; those that a value would make are refused when the value is known.</summary>
    private bool CheckSegments()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].IsHole)
                continue;

            var at = DotSegments.Find(_tokens[i].Text.AsSpan(), startsSegment: i == 0, endsSegment: i == _tokens.Count - 1);
            if (at >= 0)
                return Fail(ParseErrorKind.PathTraversal, Math.Min(_tokens[i].Index + at, text.Length - 1));
        }

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
