using System.Runtime.CompilerServices;

namespace PhoneLink;

/// <summary>Reads what most <c>tel:</c> links are, in one pass: a global number, with separators or without, and perhaps an extension.</summary>
/// <remarks>Nothing in such a link needs a repair, so that strict and lenient parsing agree on it; every other link takes the long way.</remarks>
internal static class PlainTelLink
{
    private const string Start = TelUri.SchemeName + ":+";
    private const int MaxLength = 128;

    /// <summary>Reads a link; null when it is not plain.</summary>
    /// <param name="text">The link.</param>
    /// <param name="whole">The same as a string, where the caller has one.</param>
    [SkipLocalsInit]
    public static TelUri? Read(ReadOnlySpan<char> text, string? whole)
    {
        if (text.Length is <= 5 or > MaxLength || !text.StartsWith(Start.AsSpan(), StringComparison.Ordinal))
            return null;

        Span<char> digits = stackalloc char[PhoneNumber.MaxDigits];
        digits[0] = '+';
        var (count, index) = (1, Start.Length);
        for (; index < text.Length; index++)
        {
            var c = text[index];
            if (!char.IsAsciiDigit(c))
            {
                if (!UriSeparators.IsVisual(c))
                    break;

                continue;
            }

            if (count == digits.Length)
                return null;

            digits[count++] = c;
        }

        var extension = (string?)null;
        if (count == 1 || (index < text.Length && !TryReadExtension(text.Slice(index), out extension)))
            return null;

        var written = text.Slice(TelUri.SchemeName.Length + 1, index - TelUri.SchemeName.Length - 1).ToString();
        var number = PhoneNumber.OfGlobal(written, count == written.Length ? written : digits.Slice(0, count).ToString(), extension);
        return TelUri.OfPlain(whole ?? text.ToString(), number);
    }

    private static bool TryReadExtension(ReadOnlySpan<char> parameter, out string? extension)
    {
        extension = null;
        if (!parameter.StartsWith(PhoneNumberWriter.ExtensionParameter.AsSpan(), StringComparison.Ordinal))
            return false;

        var value = parameter.Slice(PhoneNumberWriter.ExtensionParameter.Length);
        if (value.Length is 0 or > PhoneNumber.MaxExtension)
            return false;

        foreach (var c in value)
            if (!char.IsAsciiDigit(c))
                return false;

        extension = value.ToString();
        return true;
    }
}
