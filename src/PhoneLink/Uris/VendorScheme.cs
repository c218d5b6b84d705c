namespace PhoneLink;

/// <summary>Where the links of a scheme, or the web links of a host, name whom they call; a scheme is a line of the table.</summary>
/// <param name="Key">The scheme, or the host of an https link.</param>
/// <param name="Find">Finds whom the link calls; the path comes without slashes around it and, in a web link, without the host.</param>
internal sealed record VendorScheme(string Key, VendorScheme.Finder Find)
{
    /// <summary>Every scheme that is not in the table, an ISV's own among them: the path.</summary>
    private static readonly VendorScheme Other = new("", Path);

    /// <summary>The web links of a host that is not in the table call nobody.</summary>
    private static readonly VendorScheme OtherHost = new(UriSyntax.Https, static (_, _) => default);

    private static readonly Dictionary<string, VendorScheme> ByKey = new VendorScheme[]
    {
        // NetMeeting's documentation, ms709071
        new(VendorUri.CalltoSchemeName, Path) { HasSuffixes = true },

        // https://learn.microsoft.com/skype-sdk/skypeuris/skypeuris: skype:P1;P2?call
        new("skype", Path) { Separator = ';' },

        // https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams: 4: is a telephone number
        new("teams.microsoft.com", InQuery("users", "l/call")) { Separator = ',', NumberMark = "4:" },
        new("msteams", InQuery("users", "/l/call", "teams.microsoft.com/l/call")) { Separator = ',', NumberMark = "4:" },

        // Skype for Business on telephones
        new("ms-sfb", InQuery("id", "call")),

        // https://faq.whatsapp.com/5913398998672934: country code and number, nothing else
        new("wa.me", Path) { IsBare = true },
        new("whatsapp", InQuery("phone", "send")) { IsBare = true },

        // RingCentral's application
        new("rcmobile", InQuery("number", "call")),

        // RFC 3508; RFC 5456 §5.1
        new("h323", BeforeHost),
        new("iax", BehindHost),
        new("iax2", BehindHost),

        // Yahoo! Messenger, a service that is no more
        new("ymsgr", static (path, query) => Is(path, "call") ? query : default),
    }.ToDictionary(static scheme => scheme.Key, StringComparer.Ordinal);

    /// <summary>Finds whom a link calls: a part of path or query as it stands there, empty for nobody.</summary>
    internal delegate ReadOnlySpan<char> Finder(ReadOnlySpan<char> path, ReadOnlySpan<char> query);

    /// <summary>Gets what stands between two who are called; null for links that call one.</summary>
    public char? Separator { get; init; }

    /// <summary>Gets what tells a number from a name.</summary>
    public string NumberMark { get; init; } = "";

    /// <summary>Gets whether numbers are country code and number without a plus.</summary>
    public bool IsBare { get; init; }

    /// <summary>Gets whether NetMeeting's suffixes may follow.</summary>
    public bool HasSuffixes { get; init; }

    /// <summary>Finds the line; both come in lower case.</summary>
    public static VendorScheme For(string scheme, string? host) =>
        ByKey.TryGetValue(host ?? scheme, out var found) && found.Key.Contains('.') == (host is not null) ? found : host is null ? Other : OtherHost;

    private static ReadOnlySpan<char> Path(ReadOnlySpan<char> path, ReadOnlySpan<char> query) => path;

    /// <summary>user@gatekeeper;parameters</summary>
    private static ReadOnlySpan<char> BeforeHost(ReadOnlySpan<char> path, ReadOnlySpan<char> query)
    {
        var end = path.IndexOfAny('@', ';');
        return end < 0 ? path : path.Slice(0, end);
    }

    /// <summary>user@host:port/number</summary>
    private static ReadOnlySpan<char> BehindHost(ReadOnlySpan<char> path, ReadOnlySpan<char> query)
    {
        var slash = path.IndexOf('/');
        return slash < 0 ? default : path.Slice(slash + 1);
    }

    /// <summary>A parameter of the query, with one of these paths or a path below it.</summary>
    private static Finder InQuery(string name, params string[] paths) => (path, query) =>
    {
        if (!IsAny(path, paths))
            return default;

        foreach (var parameter in new UriPieces(query, '&', 0))
        {
            var equals = parameter.Text.IndexOf('=');
            if (equals >= 0 && parameter.Text.Slice(0, equals).Equals(name.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return parameter.Text.Slice(equals + 1);
        }

        return default;
    };

    private static bool IsAny(ReadOnlySpan<char> path, string[] expected)
    {
        foreach (var one in expected)
            if (Is(path, one))
                return true;

        return false;
    }

    /// <summary>Whether the path is this one, or goes on below it.</summary>
    private static bool Is(ReadOnlySpan<char> path, string expected) =>
        path.StartsWith(expected.AsSpan(), StringComparison.OrdinalIgnoreCase) && (path.Length == expected.Length || path[expected.Length] == '/');
}
