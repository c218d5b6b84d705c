namespace PhoneLink;

/// <summary>Writes a link into a span; what a hole may write raw depends on where it stands, everything else is escaped.</summary>
/// <remarks>Writing past the end is remembered, not thrown: <see cref="IsOverflowed"/>.</remarks>
internal ref struct LinkWriter(Span<char> destination)
{
    private const string HexDigits = "0123456789ABCDEF";
    private const int ReplacementCharacter = 0xFFFD;

    private readonly Span<char> _destination = destination;
    private int _length;

    public readonly bool IsOverflowed => _length > _destination.Length;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<char> Written => _destination.Slice(0, _length);

    public void Literal(string text)
    {
        if (_length + text.Length <= _destination.Length)
            text.AsSpan().CopyTo(_destination.Slice(_length));

        _length += text.Length;
    }

    /// <summary>Unreserved characters raw, every other octet of the encoded form escaped (RFC 3986 §2).</summary>
    public void Text(string value, LinkEncoding encoding, LetterCase letterCase)
    {
        // What does not fit is not counted on: the length of a value is the host's, and a sum of escapes may overflow.
        for (var i = 0; i < value.Length && !IsOverflowed; i++)
        {
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
        var digits = number.Digits;
        for (var i = number.IsGlobal && !form.Plus ? 1 : 0; i < digits.Length; i++)
            NumberCharacter(digits[i], position);

        foreach (var c in form.PostDial ? number.PostDial ?? "" : "")
            NumberCharacter(c, position);

        if (form.Extension && number.Extension is not null)
            Parameter(NumberParameters.Extension(position), number.Extension, position);

        if (form.Context && number.Context is not null)
            Parameter(NumberParameters.Context(position), number.Context, position);
    }

    private void Parameter(string name, string value, LinkPosition position)
    {
        Literal(name);
        foreach (var c in value)
            NumberCharacter(c, position);
    }

    private void NumberCharacter(char c, LinkPosition position)
    {
        if (c is '#' or ';' || (c == '+' && position is LinkPosition.Query))
            Octet(c);
        else
            Raw(c);
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
        Raw('%');
        Raw(HexDigits[octet >> 4]);
        Raw(HexDigits[octet & 0xF]);
    }

    private void Raw(char c)
    {
        if (_length < _destination.Length)
            _destination[_length] = c;

        _length++;
    }
}
