using System.Text;

namespace PhoneLink;

/// <summary>Reads the text of a format into tokens in one pass: strictly, where the first error ends it, or leniently, where each is corrected.</summary>
internal sealed partial class FormatParser(string text, PhoneLinkFormatOptions options, FormatParsing parsing)
{
    private const int FirstPrintable = 0x20;
    private const int Delete = 0x7F;

    private readonly List<FormatToken> _tokens = [];
    private readonly List<FormatProblem> _problems = [];
    private readonly StringBuilder _literal = new();

    /// <summary>For each character of the literal text, where in the format it comes from.</summary>
    private readonly List<int> _literalSources = [];

    private int _index;
    private int _end = text.Length;
    private int _bodyIndex;
    private LinkPosition _position;
    private bool _hasFragment;
    private ParseError? _refusal;

    public string Scheme { get; private set; } = "";

    public string? Host { get; private set; }

    /// <summary>What was found: one error at most when strict, all that were corrected or could not be when lenient.</summary>
    public IReadOnlyList<FormatProblem> Problems => _problems;

    /// <summary>Why there are no tokens: when strict the first error, when lenient the first that has no correction.</summary>
    public ParseError Error => _refusal ?? (_problems.Count > 0 ? _problems[0].Error : default);

    /// <summary>The tokens; null when the text is no format, or one that cannot be corrected.</summary>
    public FormatToken[]? Parse() => Walk() && _refusal is null ? [.. _tokens] : null;

    private bool Walk()
    {
        if (!TrimSpace() || !ReadScheme())
            return false;

        _bodyIndex = _index;
        if (text.AsSpan(_index).StartsWith("//".AsSpan(), StringComparison.Ordinal))
        {
            _position = LinkPosition.Authority;
            AppendLiteral("//");
            _index += 2;
        }

        while (_index < _end)
            if (!ReadOne())
                return false;

        return FlushLiteral(isLast: true) && CheckHost() && (_end == text.Length || Correct(ParseErrorKind.InvalidCharacter, _end, text.Length - _end, ""));
    }

    /// <summary>Space around a format comes from a form or a file, and means nothing.</summary>
    private bool TrimSpace()
    {
        while (_index < _end && char.IsWhiteSpace(text[_index]))
            _index++;

        while (_end > _index && char.IsWhiteSpace(text[_end - 1]))
            _end--;

        return _index == 0 || Correct(ParseErrorKind.InvalidCharacter, 0, _index, "");
    }

    private bool ReadScheme()
    {
        var start = _index;
        var colon = start;
        while (colon < _end && UriSyntax.IsSchemeCharacter(text[colon]))
            colon++;

        if (colon == _end || text[colon] != ':')
            return ReadWithoutScheme(start, colon);

        _index = colon + 1;
        if (!UriSyntax.IsScheme(text.AsSpan(start, colon - start)))
            return Refuse(ParseErrorKind.InvalidScheme, start, colon - start);

        Scheme = text.Substring(start, colon - start).ToLowerInvariant();
        return options.Schemes.Allows(Scheme) || Refuse(ParseErrorKind.ForbiddenScheme, start, colon - start);
    }

    /// <summary>What was meant is clear enough to be proposed, and not clear enough to dial by it.</summary>
    private bool ReadWithoutScheme(int start, int end)
    {
        _index = end;
        var word = text.Substring(start, end - start);
        var insertion = LinkTarget.Find(word, host: null) is not null && options.Schemes.Allows(word) ? ":"
            : end == start && end < _end && text[end] is '%' or '<' or '{' ? "tel:"
            : null;
        return Refuse(ParseErrorKind.MissingScheme, end, 0, insertion);
    }

    private bool ReadOne()
    {
        var c = text[_index];
        return c switch
        {
            '%' => ReadPercent(),
            '<' => ReadVariable('>'),
            '{' => ReadVariable('}'),
            '\\' => CorrectCharacter(ParseErrorKind.PathTraversal, "%5C"),
            '#' when _hasFragment => CorrectCharacter(ParseErrorKind.InvalidCharacter, "%23"),
            _ when UriSyntax.IsUnreserved(c) || UriSyntax.IsReserved(c) => ReadLiteral(c),
            _ => ReadForeign(c),
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

    /// <summary>What is no URI character is escaped; a control character has no place in a link, escaped or not.</summary>
    private bool ReadForeign(char c)
    {
        if (char.IsControl(c))
            return CorrectCharacter(ParseErrorKind.InvalidCharacter, "");

        var length = char.IsSurrogatePair(text, _index) ? 2 : 1;
        return CorrectCharacter(ParseErrorKind.InvalidCharacter, Escape(text.Substring(_index, length)), length);
    }

    /// <summary>After a percent sign one character decides: p, another percent sign, or the first of two hexadecimal digits.</summary>
    private bool ReadPercent()
    {
        var next = _index + 1 < _end ? text[_index + 1] : '\0';
        if (next == 'p')
            return AddHole(FormatTokenKind.Number, "%p", length: 2);

        if (next == '%')
        {
            AppendLiteral("%25");
            _index += 2;
            return true;
        }

        if (next == 'P')
            return Correct(ParseErrorKind.UnknownDirective, _index, 2, "%p") && AddHole(FormatTokenKind.Number, "%p", length: 2);

        if (!char.IsAsciiHexDigit(next))
            return CorrectCharacter(ParseErrorKind.UnknownDirective, "%25");

        var octet = _index + 2 < _end ? UriSyntax.EscapedOctet(text.AsSpan(), _index) : -1;
        if (octet < 0)
            return CorrectCharacter(ParseErrorKind.InvalidEscape, "%25");

        if (octet is < FirstPrintable or Delete)
            return CorrectCharacter(ParseErrorKind.InvalidEscape, "", length: 3);

        AppendLiteral(text.Substring(_index, 3));
        _index += 3;
        return true;
    }

    private bool AddHole(FormatTokenKind kind, string name, int length, LetterCase letterCase = LetterCase.AsStored)
    {
        // A value must not decide which web server the link goes to.
        if (_position is LinkPosition.Authority && Scheme == UriSyntax.Https && !Refuse(ParseErrorKind.HoleInHost, _index, length))
            return false;

        if (!FlushLiteral(isLast: false))
            return false;

        _tokens.Add(new(kind, name, _position, _index) { Case = letterCase });
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
        if (dots >= 0 && !Refuse(ParseErrorKind.PathTraversal, _literalSources[dots], 1))
            return false;

        _tokens.Add(new(FormatTokenKind.Literal, literal, _position, _literalSources[0]));
        _literal.Clear();
        _literalSources.Clear();
        return true;
    }

    private bool CheckHost()
    {
        if (Scheme != UriSyntax.Https)
            return true;

        var body = text.AsSpan(_bodyIndex, _end - _bodyIndex);
        if (!body.StartsWith("//".AsSpan(), StringComparison.Ordinal))
            return Refuse(ParseErrorKind.ForbiddenScheme, _bodyIndex - Scheme.Length - 1, Scheme.Length);

        var authority = body.Slice(2);
        var end = authority.IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority.Slice(0, end);
        Host = authority.ToString().ToLowerInvariant();
        return options.Schemes.AllowsHttpsHost(Host) || Refuse(ParseErrorKind.ForbiddenScheme, _bodyIndex + 2, authority.Length);
    }
}
