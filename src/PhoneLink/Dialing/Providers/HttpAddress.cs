using System.Net;
using System.Text;

namespace PhoneLink;

/// <summary>Where requests go: scheme, host and port as the host application has set them, and behind them a path and a query with holes.</summary>
/// <remarks>Path and query are a phone-link format behind a host that nobody has, so that there is one encoder and one set of rules.</remarks>
internal sealed class HttpAddress
{
    private const string Http = "http";
    private const string Standin = UriSyntax.Https + "://standin.invalid";

    private static readonly SchemePolicy StandinPolicy = SchemePolicy.Default.AllowHttps("standin.invalid");

    private readonly PhoneLinkFormat _tail;

    public HttpAddress(HttpTemplateTelephonyOptions options)
    {
        var url = options.Url;
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.IndexOfAny(['/', '?', '#'], Math.Max(start, 0));
        end = end < 0 ? url.Length : end;
        if (start < 3 || !SipHost.TryRead(url.AsSpan(start, end - start), out var host, out var port))
            throw new ArgumentException("The address is http or https, then a host, perhaps with a port; user, password and holes have no place before the path.", nameof(options));

        var scheme = url.Substring(0, start - 3).ToLowerInvariant();
        if (scheme != UriSyntax.Https && !(scheme == Http && (options.AllowInsecure || IsThisMachine(host))))
            throw new ArgumentException("The address is https; http goes to this machine only, unless AllowInsecure is set.", nameof(options));

        if (url.Contains('#'))
            throw new ArgumentException("A fragment is not sent; write %23 for a number sign.", nameof(options));

        Origin = $"{scheme}://{host}{(port is null ? "" : ":" + port)}";
        _tail = Tail(url.Substring(end), end, options);
        HasNumber = ValueTemplate.NamesNumber(url.Substring(end));
    }

    /// <summary>Gets scheme, host and port.</summary>
    public string Origin { get; }

    /// <summary>Gets whether the number has a place in it.</summary>
    public bool HasNumber { get; }

    /// <summary>Makes the address for a call; null when it cannot carry the number or a value.</summary>
    public string? Expand(DialRequest request) =>
        _tail.TryExpand(request.Target.Number, request.Subject, out var link, out _) ? new StringBuilder(Origin).Append(link, Standin.Length, link.Length - Standin.Length).ToString() : null;

    private static PhoneLinkFormat Tail(string text, int position, HttpTemplateTelephonyOptions options)
    {
        var formatOptions = new PhoneLinkFormatOptions
        {
            Schemes = StandinPolicy,
            NumberStyle = options.NumberStyle,
            PostDial = options.NumberStyle is PhoneNumberStyle.Dialable ? NumberPart.Write : NumberPart.Omit,
        };
        formatOptions.CustomVariables.UnionWith(options.CustomVariables);
        return PhoneLinkFormat.TryParse(Standin + text, formatOptions, out var format, out var error)
            ? format
            : throw new ParseError(error.Kind, error.Position - Standin.Length + position).ToException();
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
