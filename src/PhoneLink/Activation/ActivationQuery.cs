namespace PhoneLink.Activation;

/// <summary>
/// Checks what stands behind a link's first question mark. A value is data there, and a name may hold a star; but the format that takes the
/// link apart may find its number anywhere: in a whole value, between delimiters, in a link within the value, in the fragment.
/// </summary>
internal static class ActivationQuery
{
    private const string Separators = "-.()";

    public static bool IsAllowed(ReadOnlySpan<char> query, ActivationOptions options)
    {
        while (!query.IsEmpty)
        {
            // A raw hash starts the fragment; no telephone has that key.
            var end = query.IndexOf('#');
            var part = end < 0 ? query : query.Slice(0, end);
            var text = UriText.Decode(part);
            if ((!options.AllowServiceCodes && HoldsCode(text)) || (!options.AllowExtensions && ActivationNumber.HoldsParameter(text)) || !AreAllowedValues(part, options))
                return false;

            query = end < 0 ? default : query.Slice(end + 1);
        }

        return true;
    }

    /// <summary>A value that is a number from end to end is read like one: a pause is none of a name's commas.</summary>
    private static bool AreAllowedValues(ReadOnlySpan<char> part, ActivationOptions options)
    {
        while (!part.IsEmpty)
        {
            var end = part.IndexOfAny('&', '=', '/');
            var value = UriText.Decode(end < 0 ? part : part.Slice(0, end));
            if (IsNumber(value) && !ActivationNumber.IsAllowed(value, options))
                return false;

            part = end < 0 ? default : part.Slice(end + 1);
        }

        return true;
    }

    /// <summary>Digits, separators and what keys more, with the parameters of a number.</summary>
    private static bool IsNumber(string text)
    {
        var parameters = text.IndexOf(';');
        var subscriber = parameters < 0 ? text : text.Substring(0, parameters);
        foreach (var c in subscriber)
            if (!IsKeyed(c) && c is not ('+' or ','))
                return false;

        return subscriber.Length > 0;
    }

    /// <summary>Whether a star or hash touches a digit, separators overlooked, other than in a name: <c>Store #12</c>, <c>5* Hotel</c>.</summary>
    private static bool HoldsCode(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && IsKeyed(text[end]))
                end++;

            if (IsCode(text.AsSpan(start, end - start), out var isName) && !(isName && IsBesideWord(text, start, end)))
                return true;

            start = end;
        }

        return false;
    }

    /// <param name="run">Digits, keys and separators.</param>
    /// <param name="isName">Whether it could belong to a name: one hash before the digits, or one star behind them.</param>
    private static bool IsCode(ReadOnlySpan<char> run, out bool isName)
    {
        var (digits, keys) = (0, 0);
        foreach (var c in run)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            keys += c is '*' or '#' ? 1 : 0;
        }

        var bare = run.Trim(Separators.AsSpan());
        isName = keys == 1 && (bare[0] == '#' || bare[bare.Length - 1] == '*');
        return digits > 0 && keys > 0;
    }

    private static bool IsBesideWord(string text, int start, int end) =>
        (start > 0 && Joins(text[start - 1], text[start])) || (end < text.Length && Joins(text[end], text[end - 1]));

    /// <summary>A space may stand before a bracket; a letter joins only what it touches, or <c>%p(a=…</c> would pass for a name.</summary>
    private static bool Joins(char neighbour, char edge) => char.IsWhiteSpace(neighbour) || (char.IsLetter(neighbour) && !Separators.Contains(edge));

    private static bool IsKeyed(char c) => char.IsAsciiDigit(c) || c is '*' or '#' || Separators.Contains(c);
}
