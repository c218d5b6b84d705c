namespace PhoneLink;

public sealed partial class SipUri
{
    /// <summary>A parameter of these that only one of two links has makes them differ; <c>transport</c> too, as the RFC's examples say.</summary>
    private static readonly string[] Decisive = ["user", "ttl", "method", "maddr", "transport"];

    /// <summary>Says whether two links mean the same (RFC 3261 §19.1.4; addresses of IPv6 as RFC 5954 §4.2).</summary>
    /// <param name="other">Another link; null is none.</param>
    /// <returns><see langword="true"/> when they do. Symmetric, but not transitive: a parameter that only one of two links has mostly does not count.</returns>
    /// <remarks>
    /// User and password are compared with their case, all else without; the order of parameters and headers does not count. A port that is
    /// given differs from none, and <c>sip</c> from <c>sips</c>.
    /// </remarks>
    public bool IsEquivalentTo(SipUri? other) =>
        other is not null
        && Scheme == other.Scheme
        && AreSame(RawUser, other.RawUser)
        && AreSame(RawPassword, other.RawPassword)
        && (Host is null || other.Host is null ? Host == other.Host : SipHost.AreSame(Host, other.Host))
        && Port == other.Port
        && HasMatchingParameters(other)
        && other.HasMatchingParameters(this)
        && UriParameter.AreSame(Headers, other.Headers);

    private static bool AreSame(string? left, string? right) =>
        left is null || right is null ? left == right : UriText.AreEquivalent(left.AsSpan(), right.AsSpan(), ignoreCase: false);

    private bool HasMatchingParameters(SipUri other)
    {
        foreach (var parameter in Parameters)
        {
            var found = UriParameter.Find(other.Parameters, parameter.Name);
            if (found is null ? Array.IndexOf(Decisive, parameter.Name) >= 0 : !parameter.Matches(found))
                return false;
        }

        return true;
    }
}
