namespace PhoneLink;

/// <summary>The value of <c>phone-context</c>: a domain name or the digits of a global number (RFC 3966 §5.1.5).</summary>
internal static class PhoneContext
{
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return false;

        if (value[0] == '+')
            return IsGlobalDigits(value.Slice(1));

        // One trailing dot makes the name absolute.
        return DomainName.IsValid(value[value.Length - 1] == '.' ? value.Slice(0, value.Length - 1) : value);
    }

    private static bool IsGlobalDigits(ReadOnlySpan<char> text)
    {
        var any = false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !UriSeparators.IsVisual(c))
                return false;

            any |= char.IsAsciiDigit(c);
        }

        return any;
    }
}
