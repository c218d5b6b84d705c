namespace PhoneLink;

/// <summary>The value of <c>phone-context</c>: a domain name or the digits of a global number (RFC 3966 §5.1.5).</summary>
internal static class PhoneContext
{
    private const int MaxLength = 255;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.Length > MaxLength)
            return false;

        if (value[0] == '+')
            return IsGlobalDigits(value.Slice(1));

        // One trailing dot makes the name absolute.
        return DomainName.IsValid(value[value.Length - 1] == '.' ? value.Slice(0, value.Length - 1) : value);
    }

    /// <summary>The form that is compared and kept: global digits without separators, a domain in lower case.</summary>
    public static string Normalize(ReadOnlySpan<char> value)
    {
        Span<char> kept = stackalloc char[value.Length];
        var count = 0;
        foreach (var c in value)
            if (value[0] != '+' || !UriSeparators.IsVisual(c))
                kept[count++] = char.ToLowerInvariant(c);

        return kept.Slice(0, count).ToString();
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
