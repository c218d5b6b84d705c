namespace PhoneLink;

/// <summary>A link of a vendor's or an application's own scheme: <c>callto:</c>, <c>facetime:</c>, <c>domycall:</c>, an allowed web link.</summary>
/// <remarks>Immutable and thread-safe. Two links are equal when their text is, the scheme's case aside.</remarks>
public sealed class VendorUri : TelephonyUri, IEquatable<VendorUri>
{
    internal const string CalltoSchemeName = "callto";

    private VendorUri(
        string scheme, string text, VendorTarget target, string? host, IReadOnlyList<KeyValuePair<string, string>> query, IReadOnlyList<ParseError> repairs)
        : base(scheme, text, repairs)
    {
        Number = target.Number;
        Targets = target.Names;
        IsUsable = target.IsUsable;
        Host = host;
        Query = query;
    }

    /// <summary>Gets the number that the link calls, <c>callto:+47…</c> or <c>https://wa.me/47…</c>, or <see langword="null"/> when it calls something else, several or nobody.</summary>
    /// <remarks>
    /// It stands in the path, or where the vendor has it (docs/uris.md). Only ASCII digits, <c>+ - . ( )</c>, <c>*</c>, <c>%23</c> and the
    /// parameters of RFC 3966 make a number of a link. Vendors that want country code and number without a plus get a global number.
    /// </remarks>
    public override PhoneNumber? Number { get; }

    /// <summary>Gets whom the link calls: numbers, names or addresses as they stand in it, each decoded once, in order; several for <c>skype:P1;P2?call</c> and Teams.</summary>
    /// <value>Empty when the link calls nobody, as the web links of an unknown host. Personal data; no part of <c>ToString()</c>.</value>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>Gets whether the link may be used: its number has no mandatory parameter (<c>m-…</c>), of which none is known (RFC 3966 §5.4).</summary>
    /// <value>A link that may not be used still parses, and is forwarded whole; dialling refuses it.</value>
    public override bool IsUsable { get; }

    /// <summary>Gets the parameters behind <c>?</c>, in order, each decoded once; a plus is a plus.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>Gets the host of an https link in lower case, else <see langword="null"/>; other schemes have numbers there.</summary>
    internal string? Host { get; }

    /// <inheritdoc/>
    public bool Equals(VendorUri? other) => other is not null && LaunchText == other.LaunchText;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VendorUri);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(LaunchText);

    internal static VendorUri? FromRest(string scheme, ReadOnlySpan<char> link, ReadOnlySpan<char> rest, ref RepairList repairs, out ParseError error)
    {
        error = UriText.FirstError(rest, repairs.Offset);
        if (error.Kind is not ParseErrorKind.None)
            return null;

        string? host = null;
        if (scheme == UriSyntax.Https && !TryGetHost(rest, out host))
        {
            error = new(ParseErrorKind.ForbiddenScheme, repairs.Offset);
            return null;
        }

        var fragment = rest.IndexOf('#');
        var path = VendorPath.Cut(fragment < 0 ? rest : rest.Slice(0, fragment), out var query);
        var target = VendorTarget.Read(VendorScheme.For(scheme, host), rest, host is null ? path : VendorPath.BehindHost(path), query);
        if (rest.Overlaps(target.PostDial, out var start) && !repairs.Allow(ParseErrorKind.PostDial, start))
        {
            error = repairs.Error(ParseErrorKind.InvalidCharacter, start);
            return null;
        }

        return new(scheme, link.ToString(), target, host, VendorPath.ReadQuery(query), repairs.ToList());
    }

    /// <summary>A web link names its host and nothing else there: no user, no port.</summary>
    private static bool TryGetHost(ReadOnlySpan<char> rest, out string? host)
    {
        host = null;
        if (!rest.StartsWith("//".AsSpan(), StringComparison.Ordinal))
            return false;

        var authority = rest.Slice(2);
        var end = authority.IndexOfAny('/', '?', '#');
        if (end >= 0)
            authority = authority.Slice(0, end);

        if (!DomainName.IsValid(authority))
            return false;

        host = authority.ToString().ToLowerInvariant();
        return true;
    }
}
