namespace PhoneLink.Benchmarks.Contenders;

/// <summary>What a program that only wants to dial takes of a <c>tel:</c> or <c>callto:</c> link or of a number: digits without separators, and the extension.</summary>
internal sealed record ScannedTel(string Number, string? Extension)
{
    private const int MaxDigits = 64;

    /// <summary>The limit: one scan, into a record.</summary>
    public static ScannedTel? ByHand(string link)
    {
        const string Scheme = "tel:", ExtensionParameter = ";ext=";
        if (!link.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var rest = link.AsSpan(Scheme.Length);
        var end = rest.IndexOf(';');
        var number = Digits(end < 0 ? rest : rest[..end]);
        if (number is null || end < 0)
            return number is null ? null : new(number, null);

        var parameter = rest[end..];
        return parameter.StartsWith(ExtensionParameter, StringComparison.OrdinalIgnoreCase) && Digits(parameter[ExtensionParameter.Length..]) is { } extension
            ? new(number, extension)
            : null;
    }

    /// <summary>What most programs do: <see cref="Uri"/>, then splitting and replacing.</summary>
    public static ScannedTel? BySystemUri(string link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != "tel")
            return null;

        var parts = uri.AbsolutePath.Split(';');
        var number = WithoutSeparators(parts[0]);
        var extension = Array.Find(parts, static part => part.StartsWith("ext=", StringComparison.OrdinalIgnoreCase));
        return new(number, extension?[4..]);
    }

    /// <summary>The limit for a link without parameters.</summary>
    public static ScannedTel? CalltoByHand(string link)
    {
        const string Scheme = "callto:";
        return link.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Digits(link.AsSpan(Scheme.Length)) is { } number ? new(number, null) : null;
    }

    public static ScannedTel? CalltoBySystemUri(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == "callto" ? new(WithoutSeparators(uri.AbsolutePath), null) : null;

    public static string WithoutSeparators(string number) => number
        .Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
        .Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    public static string? Digits(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        var count = 0;
        foreach (var c in text)
        {
            if (c is '-' or '.' or '(' or ')')
                continue;

            if (!(char.IsAsciiDigit(c) || (c == '+' && count == 0)) || count == MaxDigits)
                return null;

            digits[count++] = c;
        }

        return count == 0 ? null : digits[..count].ToString();
    }
}
