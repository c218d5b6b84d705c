namespace PhoneLink;

/// <summary>Walks a link along the tokens of a reversible format: one pass, each hole takes its longest run.</summary>
internal ref struct LinkMatcher
{
    private const int FirstNonAscii = 0x80;

    private readonly ReadOnlySpan<char> _link;
    private readonly NumberForm _form;
    private readonly LinkEncoding _encoding;
    private int _index;
    private bool _inAuthority;

    private LinkMatcher(ReadOnlySpan<char> link, NumberForm form, LinkEncoding encoding)
    {
        _link = link;
        _form = form;
        _encoding = encoding;
    }

    private readonly bool AtEnd => _index >= _link.Length;

    /// <summary>Finds the holes' runs; <paramref name="runs"/> has a place for each token.</summary>
    public static bool TryMatch(ReadOnlySpan<char> link, string scheme, FormatToken[] tokens, NumberForm form, LinkEncoding encoding, Span<LinkRun> runs)
    {
        // As it was made first: where values are empty, slashes of the format stand together.
        var matcher = new LinkMatcher(link, form, encoding);
        if (!matcher.MatchScheme(scheme))
            return false;

        var added = matcher;
        return (matcher.MatchTokens(tokens, runs) && matcher.MatchEnd())
            || (added.SkipAddedSlashes(tokens) && added.MatchTokens(tokens, runs) && added.MatchEnd());
    }

    private bool MatchScheme(string scheme)
    {
        if (_link.Length > UriSyntax.MaxLength || _link.Length <= scheme.Length || _link[scheme.Length] != ':')
            return false;

        _index = scheme.Length + 1;
        _inAuthority = StartsWithSlashes(_link.Slice(_index));
        return _link.StartsWith(scheme.AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    private bool MatchTokens(FormatToken[] tokens, Span<LinkRun> runs)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Kind is FormatTokenKind.Literal)
            {
                if (!MatchLiteral(token.Text.AsSpan()))
                    return false;

                continue;
            }

            var start = _index;
            if (!(LinkAlphabet.IsText(token, _form) ? TakeText(token) : TakeNumber(token.Position)))
                return false;

            runs[i] = new(start, _index - start);
        }

        return true;
    }

    /// <summary>Browsers and shells add two slashes behind a scheme that they take for a web address.</summary>
    private bool SkipAddedSlashes(FormatToken[] tokens)
    {
        var wantsSlashes = tokens.Length > 0 && !tokens[0].IsHole && StartsWithSlashes(tokens[0].Text.AsSpan());
        if (wantsSlashes || !_inAuthority)
            return false;

        _index += 2;
        return true;
    }

    private static bool StartsWithSlashes(ReadOnlySpan<char> text) => text.StartsWith("//".AsSpan(), StringComparison.Ordinal);

    private readonly bool MatchEnd() => AtEnd || (_index == _link.Length - 1 && _link[_index] == '/');

    private bool MatchLiteral(ReadOnlySpan<char> literal)
    {
        // As most links have it; what browsers and shells change is looked for only where something differs.
        if (!_inAuthority && _link.Slice(_index).StartsWith(literal, StringComparison.Ordinal))
        {
            _index += literal.Length;
            return true;
        }

        var isFirst = _index > 0 && _link[_index - 1] == ':';
        for (var i = 0; i < literal.Length;)
        {
            SkipSlashBeforeQuery(literal[i]);
            if (AtEnd || !SameUnit(literal, i, out var width, out var linkWidth))
                return false;

            // The two slashes that open an authority are not its end.
            _inAuthority &= literal[i] != '/' || (isFirst && i < 2);
            i += width;
            _index += linkWidth;
        }

        return true;
    }

    /// <summary>Browsers put a slash between a host and its query.</summary>
    private void SkipSlashBeforeQuery(char next)
    {
        if (_inAuthority && next == '?' && _index + 1 < _link.Length && _link[_index] == '/' && _link[_index + 1] == '?')
            _index++;
    }

    /// <summary>An escape of an unreserved character is that character (RFC 3986 §6.2.2.2); other escapes equal escapes.</summary>
    private readonly bool SameUnit(ReadOnlySpan<char> literal, int at, out int width, out int linkWidth)
    {
        var wanted = Unit(literal, at, out width);
        return Unit(_link, _index, out linkWidth) == wanted;
    }

    /// <summary>A number for the unit at an index: the character, or 0x100 and the octet of an escape that stands for itself.</summary>
    private static int Unit(ReadOnlySpan<char> text, int index, out int width)
    {
        var c = UriText.CharacterAt(text, index, out width);
        return width == 1 || UriSyntax.IsUnreserved(c) ? c : 0x100 | UriSyntax.EscapedOctet(text, index);
    }

    private bool TakeText(FormatToken token)
    {
        var isPhone = token.IsPhoneVariable && !_form.IsText;
        var start = _index;
        var isAscii = true;
        while (TakeUnreserved() && IsOtherTextUnit(token, isPhone, atStart: _index == start, out var octet))
        {
            isAscii &= octet < FirstNonAscii;
            _index += octet < 0 ? 1 : 3;
        }

        // In a query the parameters are escaped, and any escape is text.
        if (isPhone && _form.HasParameters && _index > start && token.Position is not LinkPosition.Query)
            TakeParameters(token.Position);

        return isAscii || _encoding is LinkEncoding.Ansi || UriText.IsUtf8(_link.Slice(start, _index - start));
    }

    /// <summary>Goes on to the next character that is not unreserved; <see langword="false"/> at the end.</summary>
    private bool TakeUnreserved()
    {
        var index = _index;
        while (index < _link.Length && UriSyntax.IsUnreserved(_link[index]))
            index++;

        _index = index;
        return !AtEnd;
    }

    private readonly bool IsOtherTextUnit(FormatToken token, bool isPhone, bool atStart, out int octet)
    {
        octet = UriSyntax.EscapedOctet(_link, _index);
        return octet > 0
            || (octet < 0 && isPhone && LinkAlphabet.IsPhoneRaw(_form, token.Position, _link[_index]) && (_link[_index] != '+' || atStart));
    }

    private bool TakeNumber(LinkPosition position)
    {
        var start = _index;
        var digits = 0;
        while (!AtEnd && IsNumberUnit(_index, atStart: _index == start, out var width, out var isDigit))
        {
            digits += isDigit ? 1 : 0;
            _index += width;
        }

        if (digits > 0)
            TakePostDial();

        if (_form.HasParameters && digits > 0 && !AtEnd && _link[_index] is ';' or '%')
            TakeParameters(position);

        return digits is > 0 and <= PhoneNumber.MaxDigits;
    }

    /// <summary>Pauses and waits, and what is keyed behind them; in a query a delimiter of a parameter looks like a wait.</summary>
    private void TakePostDial()
    {
        while (_form.PostDial && !AtEnd)
        {
            var index = _index;
            while (index < _link.Length && IsPause(index, out var width))
                index += width;

            if (index == _link.Length || !IsNumberUnit(index, atStart: false, out var keyWidth, out _))
                return;

            _index = index + keyWidth;
        }
    }

    private readonly bool IsPause(int index, out int width) =>
        UriText.CharacterAt(_link, index, out width) switch { ',' => width == 1, ';' => width > 1, _ => false };

    private readonly bool IsNumberUnit(int index, bool atStart, out int width, out bool isDigit)
    {
        var c = UriText.CharacterAt(_link, index, out width);
        isDigit = char.IsAsciiDigit(c);
        return isDigit
            || (c == '+' && atStart && _form.Plus)
            || (_form.ServiceCodes && ((c == '*' && width == 1) || (c == '#' && width > 1)));
    }

    private void TakeParameters(LinkPosition position)
    {
        if (_form.Extension && NumberRun.ParameterLength(_link.Slice(_index), NumberParameters.Extension(position), isContext: false) is > 0 and var extension)
            _index += extension;

        if (_form.Context && NumberRun.ParameterLength(_link.Slice(_index), NumberParameters.Context(position), isContext: true) is > 0 and var context)
            _index += context;
    }
}
