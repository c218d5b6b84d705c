namespace PhoneLink;

/// <summary>Decides which schemes may be used: nothing that is denied, and https only for hosts that are named.</summary>
/// <remarks>
/// Immutable and thread-safe. The built-in deny-list (<see cref="IsDenied"/>) can be extended by <see cref="Deny"/>, never emptied:
/// a phone-link format is a preference that an administrator or a user types, and the operating system starts programs by scheme.
/// </remarks>
public sealed class SchemePolicy
{
    private readonly HashSet<string> _denied;
    private readonly HashSet<string> _hosts;

    private SchemePolicy(HashSet<string> denied, HashSet<string> hosts) => (_denied, _hosts) = (denied, hosts);

    /// <summary>Gets the policy without additions: the built-in deny-list, and https for <c>wa.me</c> and <c>teams.microsoft.com</c>.</summary>
    public static SchemePolicy Default { get; } = new([], new(StringComparer.OrdinalIgnoreCase) { "wa.me", "teams.microsoft.com" });

    /// <summary>Says whether a scheme is on the built-in deny-list, which no policy can lift.</summary>
    /// <param name="scheme">The scheme, in any case, without the colon.</param>
    /// <returns><see langword="true"/> when no link of the scheme may be parsed, launched or registered.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is null.</exception>
    public static bool IsDenied(string scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return DeniedSchemes.Contains(scheme);
    }

    /// <summary>Returns a policy that also denies some schemes.</summary>
    /// <param name="schemes">The schemes, in any case, without the colon.</param>
    /// <returns>The narrower policy.</returns>
    /// <exception cref="ArgumentException">A text is not a scheme (RFC 3986 §3.1).</exception>
    public SchemePolicy Deny(params string[] schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        var denied = new HashSet<string>(_denied, StringComparer.OrdinalIgnoreCase);
        foreach (var scheme in schemes)
        {
            if (scheme is null || !UriSyntax.IsScheme(scheme))
                throw new ArgumentException("A scheme is 2 to 63 letters, digits, '+', '-' or '.', and starts with a letter.", nameof(schemes));

            denied.Add(scheme);
        }

        return new(denied, _hosts);
    }

    /// <summary>Returns a policy that also allows https links to one host.</summary>
    /// <param name="host">A host name without port, user or wildcard, for instance <c>pbx.example.com</c>.</param>
    /// <returns>The wider policy.</returns>
    /// <exception cref="ArgumentException">The text is not a host name.</exception>
    /// <remarks>Meant for the host application's own code: a format of a user's preferences must not choose where customers' numbers go.</remarks>
    public SchemePolicy AllowHttps(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!DomainName.IsValid(host.AsSpan()))
            throw new ArgumentException("A host name is labels of letters, digits and inner hyphens, joined by dots, without port or wildcard.", nameof(host));

        return new(_denied, new(_hosts, StringComparer.OrdinalIgnoreCase) { host });
    }

    /// <summary>Says whether links of a scheme may be used; for https the host decides as well (<see cref="AllowsHttpsHost"/>).</summary>
    /// <param name="scheme">The scheme, in any case, without the colon.</param>
    /// <returns><see langword="false"/> when the scheme is malformed or denied.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is null.</exception>
    public bool Allows(string scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return UriSyntax.IsScheme(scheme) && !_denied.Contains(scheme) && !IsDenied(scheme);
    }

    /// <summary>Says whether https links to a host may be used.</summary>
    /// <param name="host">The host name, in any case.</param>
    /// <returns><see langword="true"/> for the built-in hosts and those named by <see cref="AllowHttps"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="host"/> is null.</exception>
    public bool AllowsHttpsHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return _hosts.Contains(host) && Allows(UriSyntax.Https);
    }
}
