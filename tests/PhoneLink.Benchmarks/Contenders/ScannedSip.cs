namespace PhoneLink.Benchmarks.Contenders;

/// <summary>What a program that only wants to dial takes of a <c>sip:</c> link: the number that its user is, and the host.</summary>
internal sealed record ScannedSip(string Number, string Host)
{
    private const string Scheme = "sip:", PhoneParameter = ";user=phone";

    /// <summary>The limit: one scan, into a record.</summary>
    public static ScannedSip? ByHand(string link)
    {
        if (!link.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var rest = link.AsSpan(Scheme.Length);
        var at = rest.IndexOf('@');
        if (at < 0 || ScannedTel.Digits(rest[..at]) is not { } number)
            return null;

        var host = rest[(at + 1)..];
        var end = host.IndexOf(';');
        if (end >= 0 && !host[end..].Equals(PhoneParameter, StringComparison.OrdinalIgnoreCase))
            return null;

        host = end < 0 ? host : host[..end];
        return IsHost(host) ? new(number, host.ToString()) : null;
    }

    /// <summary>What most programs do: <see cref="Uri"/>, then splitting and replacing.</summary>
    public static ScannedSip? BySystemUri(string link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != "sip")
            return null;

        var parts = uri.AbsolutePath.Split(';');
        var address = parts[0].Split('@');
        return address.Length == 2 ? new(ScannedTel.WithoutSeparators(address[0]), address[1]) : null;
    }

    private static bool IsHost(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
                return false;

        return !text.IsEmpty;
    }
}
