namespace PhoneLink;

/// <summary>What one place of a pattern takes: a sign, or a set of digits.</summary>
internal readonly record struct DialElement
{
    private readonly char _sign;
    private readonly ushort _digits;

    private DialElement(char sign, int digits) => (_sign, _digits) = (sign, (ushort)digits);

    /// <summary>Gets the one character that is taken, or <see langword="null"/> when several are.</summary>
    public char? Single
    {
        get
        {
            if (_sign != '\0')
                return _sign;

            for (var digit = 0; digit <= 9; digit++)
                if (_digits == 1 << digit)
                    return (char)('0' + digit);

            return null;
        }
    }

    public static DialElement Sign(char sign) => new(sign, 0);

    public static DialElement Digits(char first, char last)
    {
        var digits = 0;
        for (var digit = first; digit <= last; digit++)
            digits |= 1 << (digit - '0');

        return new('\0', digits);
    }

    public DialElement Or(DialElement other) => new('\0', _digits | other._digits);

    public bool Takes(char c) => _sign != '\0' ? c == _sign : char.IsAsciiDigit(c) && (_digits & (1 << (c - '0'))) != 0;
}
