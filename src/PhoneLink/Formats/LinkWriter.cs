namespace PhoneLink;

/// <summary>Writes a link into a span; what a hole may write raw depends on where it stands, everything else is escaped.</summary>
/// <remarks>Writing past the end is remembered, not thrown: <see cref="IsOverflowed"/>.</remarks>
internal ref struct LinkWriter(Span<char> destination)
{
    private const string HexDigits = "0123456789ABCDEF";
    private const int ReplacementCharacter = 0xFFFD;
    private const int EscapeLength = 3;

    private readonly Span<char> _destination = destination;
    private int _length;

    public readonly bool IsOverflowed => _length > _destination.Length;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<char> Written => _destination.Slice(0, _length);

    public void Literal(string text) => Raw(text.AsSpan());

    /// <summary>Unreserved characters raw, every other octet of the encoded form escaped (RFC 3986 §2).</summary>
    public void Text(string value, LinkEncoding encoding, LetterCase letterCase)
    {
        var isStored = letterCase is LetterCase.AsStored;

        // What does not fit is not counted on: the length of a value is the host's, and a sum of escapes may overflow.
        for (var i = 0; i < value.Length && !IsOverflowed; i++)
        {
            if (isStored && (i += CopyUnreserved(value.AsSpan(i))) == value.Length)
                return;

            var c = value[i];
            if (letterCase is LetterCase.Upper || (letterCase is LetterCase.Capitalized && i == 0))
                c = char.ToUpperInvariant(c);

            if (UriSyntax.IsUnreserved(c))
                Raw(c);
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                CodePoint(char.ConvertToUtf32(c, value[++i]), encoding);
            else
                // Half a surrogate pair is no character, and a null ends a link for many a handler.
                CodePoint(char.IsSurrogate(c) || c == '\0' ? ReplacementCharacter : c, encoding);
        }
    }

    /// <summary>Digits and star raw; the plus raw in a path; hash always escaped.</summary>
    public void Number(PhoneNumber number, NumberForm form, LinkPosition position)
    {
        var digits = number.Digits.AsSpan(number.IsGlobal && !form.Plus ? 1 : 0);
        if (number.IsPlain && position is not LinkPosition.Query)
        {
            Raw(digits);
            return;
        }

        NumberCharacters(digits, position);
        if (form.PostDial && number.PostDial is not null)
            NumberCharacters(number.PostDial.AsSpan(), position);

        if (form.Extension && number.Extension is not null)
            Parameter(NumberParameters.Extension(position), number.Extension, position);

        if (form.Context && number.Context is not null)
            Parameter(NumberParameters.Context(position), number.Context, position);
    }

    private void Parameter(string name, string value, LinkPosition position)
    {
        Literal(name);
        NumberCharacters(value.AsSpan(), position);
    }

    private void NumberCharacters(ReadOnlySpan<char> characters, LinkPosition position)
    {
        foreach (var c in characters)
            if (c is '#' or ';' || (c == '+' && position is LinkPosition.Query))
                Octet(c);
            else
                Raw(c);
    }

    /// <summary>Copies what a text starts with, as far as it fits, up to a character that is escaped; returns how much that was.</summary>
    private int CopyUnreserved(ReadOnlySpan<char> text)
    {
        var free = _destination.Slice(_length);
        var count = 0;
        while (count < text.Length && count < free.Length && UriSyntax.IsUnreserved(text[count]))
        {
            free[count] = text[count];
            count++;
        }

        _length += count;
        return count;
    }

    private void CodePoint(int codePoint, LinkEncoding encoding)
    {
        if (encoding is LinkEncoding.Ansi)
            Octet(Windows1252.Encode(codePoint));
        else
            Utf8(codePoint);
    }

    private void Utf8(int codePoint)
    {
        if (codePoint < 0x80)
        {
            Octet(codePoint);
            return;
        }

        var continuations = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        var lead = continuations switch { 1 => 0xC0, 2 => 0xE0, _ => 0xF0 };
        Octet(lead | (codePoint >> (6 * continuations)));
        for (var i = continuations - 1; i >= 0; i--)
            Octet(0x80 | ((codePoint >> (6 * i)) & 0x3F));
    }

    private void Octet(int octet)
    {
        if (_length + EscapeLength <= _destination.Length)
        {
            var escape = _destination.Slice(_length, EscapeLength);
            escape[2] = HexDigits[octet & 0xF];
            escape[1] = HexDigits[octet >> 4];
            escape[0] = '%';
        }

        _length += EscapeLength;
    }

    private void Raw(ReadOnlySpan<char> text)
    {
        if (_length + text.Length <= _destination.Length)
            text.CopyTo(_destination.Slice(_length));

        _length += text.Length;
    }

    private void Raw(char c)
    {
        if (_length < _destination.Length)
            _destination[_length] = c;

        _length++;
    }
}
