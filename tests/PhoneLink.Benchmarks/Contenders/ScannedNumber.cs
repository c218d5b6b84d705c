namespace PhoneLink.Benchmarks.Contenders;

/// <summary>The limit for a number as a CRM holds it: one scan, into what is dialled and the extension, which knows one alphabet and two words.</summary>
internal static class ScannedNumber
{
    private const int MaxDigits = 64;

    public static ScannedTel? ByHand(string text)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        var (count, index) = (0, 0);
        for (; index < text.Length; index++)
        {
            var c = text[index];
            if (c is ' ' or '-' or '.' or '(' or ')' or '/')
                continue;

            if (!char.IsAsciiDigit(c) && !(c == '+' && count == 0))
                break;

            if (count == MaxDigits)
                return null;

            digits[count++] = c;
        }

        if (count == 0 || (count == 1 && digits[0] == '+'))
            return null;

        var number = digits[..count].ToString();
        return index == text.Length ? new(number, null) : Extension(text.AsSpan(index)) is { } extension ? new(number, extension) : null;
    }

    private static string? Extension(ReadOnlySpan<char> text)
    {
        var word = text.StartsWith("ext.", StringComparison.OrdinalIgnoreCase) ? 4 : text[0] is 'x' or 'X' ? 1 : 0;
        var extension = text[word..].TrimStart(' ');
        return word > 0 && !extension.IsEmpty && !extension.ContainsAnyExceptInRange('0', '9') ? extension.ToString() : null;
    }
}
