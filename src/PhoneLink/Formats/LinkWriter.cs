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

    /// <summary>Unreserved characters raw, every other octet of the UTF-8 form escaped (RFC 3986 §2).</summary>
    public void Text(string value)
    {
        // What does not fit is not counted on: the length of a value is the host's, and a sum of escapes may overflow.
        for (var i = 0; i < value.Length && !IsOverflowed; i++)
        {
            var c = value[i];
            if (UriSyntax.IsUnreserved(c))
                Raw(c);
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                CodePoint(char.ConvertToUtf32(c, value[++i]));
            else
                // Half a surrogate pair is no character, and a null ends a link for many a handler.
                CodePoint(char.IsSurrogate(c) || c == '\0' ? ReplacementCharacter : c);
        }
    }

    /// <summary>Digits and star raw; the plus raw in a path; hash always escaped.</summary>
    public void Number(PhoneNumber number, NumberForm form, LinkPosition position)
    {
        var digits = number.Digits;
        for (var i = number.IsGlobal && !form.Plus ? 1 : 0; i < digits.Length; i++)
            NumberCharacter(digits[i], position);

        if (!form.Parameters)
            return;

        if (number.Extension is not null)
            Parameter(NumberParameters.Extension(position), number.Extension, position);

        if (number.Context is not null)
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
        if (c == '#' || (c == '+' && position is LinkPosition.Query))
            Octet(c);
        else
            Raw(c);
    }

    private void CodePoint(int codePoint)
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
