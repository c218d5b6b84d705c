using System.Globalization;

namespace PhoneLink.Registration.Export;

/// <summary>A web page's origin: scheme, host and port (RFC 6454 §4), as a browser's policy names it.</summary>
internal readonly record struct BrowserOrigin(string Scheme, string Host, int? Port)
{
    private const int MaxHostLength = 253; // RFC 1123 §2.1, RFC 1035 §2.3.4
    private const int MaxLabelLength = 63;
    private const int MaxPort = 65535;

    /// <summary>Gets the origin as a browser compares it.</summary>
    public string Text => $"{Scheme}://{Host}{PortText}";

    /// <summary>
    /// Gets Chromium's pattern of exactly this host: without the dot every subdomain matches too
    /// (https://www.chromium.org/administrators/url-blocklist-filter-format).
    /// </summary>
    public string ChromiumPattern => $"{Scheme}://.{Host}{PortText}";

    private string PortText => Port is { } port ? string.Create(CultureInfo.InvariantCulture, $":{port}") : "";

    /// <summary>Reads an origin.</summary>
    /// <param name="text">For instance <c>https://crm.example.com</c> or <c>http://localhost:8080</c>.</param>
    /// <param name="origin">The origin in lower case, without the scheme's own port.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Read(string? text, out BrowserOrigin origin)
    {
        origin = default;
        if (string.IsNullOrEmpty(text))
            return "it is empty";

        if (text.Contains('*', StringComparison.Ordinal))
            return "'*' is refused: any page could start the program without a question";

        var (scheme, rest) = Split(text.ToLowerInvariant());
        if (scheme is null)
            return "it does not begin with 'https://'";

        if (rest.AsSpan().ContainsAny("/?#@\\"))
            return "an origin is scheme, host and port, without a path, a slash at the end, or a user";

        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var (host, port) = colon < 0 ? (rest, null) : (rest[..colon], rest[(colon + 1)..]);
        if (!IsHost(host))
            return "its host is not a name or an IPv4 address; write an international name as browsers send it (xn--)";

        var number = 0;
        if (port is not null && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is 0 or > MaxPort))
            return $"its port is not a number from 1 to {MaxPort}";

        if (scheme == "http" && host is not ("localhost" or "127.0.0.1"))
            return "'http' is for localhost only: anybody on the way could answer for the page";

        origin = new(scheme, host, port is null || number == (scheme == "http" ? 80 : 443) ? null : number);
        return null;
    }

    private static (string? Scheme, string Authority) Split(string text)
    {
        foreach (var scheme in (string[])["https", "http"])
            if (text.StartsWith(scheme + "://", StringComparison.Ordinal))
                return (scheme, text[(scheme.Length + 3)..]);

        return (null, text);
    }

    private static bool IsHost(string host) => host.Length is > 0 and <= MaxHostLength && host.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabelLength && label[0] != '-' && label[^1] != '-' && label.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
