using System.Globalization;
using System.Text;

namespace PhoneLink;

/// <summary>A <c>sip:</c> or <c>sips:</c> link (RFC 3261 §19.1).</summary>
/// <remarks>
/// Immutable and thread-safe. Two links are equal when their text is, the scheme's case aside; whether they mean the same is
/// <see cref="IsEquivalentTo"/>, which is no equality: it is not transitive.
/// </remarks>
public sealed partial class SipUri : TelephonyUri, IEquatable<SipUri>
{
    internal const string SchemeName = "sip";
    internal const string SecureSchemeName = "sips";

    internal const string UserParameter = "user";
    internal const string PhoneValue = "phone";

    internal SipUri(string scheme, string text, string? rawUser, string? rawPassword, string? host, int? port, SipTail tail, IReadOnlyList<ParseError> repairs)
        : base(scheme, text, repairs)
    {
        RawUser = rawUser;
        RawPassword = rawPassword;
        Host = host;
        Port = port;
        Parameters = tail.Parameters;
        Headers = tail.Headers;
        Number = SipNumber.Read(this, out var isUsable);
        IsUsable = isUsable;
    }

    /// <summary>Makes a link.</summary>
    /// <param name="user">The user as it is meant; what may not stand there is escaped. Null for none.</param>
    /// <param name="host">A host name, an IPv4 address, or an IPv6 address in brackets.</param>
    /// <param name="port">The port; null for the default of the transport.</param>
    /// <param name="isSecure">Whether the scheme is <c>sips</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="host"/> is null.</exception>
    /// <exception cref="ArgumentException">The user is empty or what no link may hold (a null, half of a surrogate pair, a dot segment), the host is none, or the link would be longer than 2,048 characters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The port is not 0 to 65535.</exception>
    public SipUri(string? user, string host, int? port = null, bool isSecure = false)
        : this(
            isSecure ? SecureSchemeName : SchemeName,
            Write(isSecure, user, host, port),
            user is null ? null : SipSyntax.EscapeUser(user),
            null,
            CheckedHost(host).ToLowerInvariant(),
            port,
            SipTail.Empty,
            [])
    {
    }

    /// <summary>Gets whether the scheme is <c>sips</c>: the call is encrypted on every hop (RFC 3261 §26.2.2).</summary>
    public bool IsSecure => Scheme == SecureSchemeName;

    /// <summary>Gets the user with its escapes decoded once, or <see langword="null"/>; personal data.</summary>
    public string? User => RawUser is null ? null : UriText.Decode(RawUser.AsSpan());

    /// <summary>Gets whether the link carries a password, which RFC 3261 §19.1.1 advises against; it is in <see cref="TelephonyUri.OriginalText"/> alone.</summary>
    public bool HasPassword => RawPassword is not null;

    /// <summary>Gets the host in lower case, IPv6 with its brackets; <see langword="null"/> when a lenient parser found none.</summary>
    public string? Host { get; }

    /// <summary>Gets the port, or <see langword="null"/> for the default, which is not the same as 5060 (RFC 3261 §19.1.4).</summary>
    public int? Port { get; }

    /// <summary>Gets the parameters, <c>;transport=tcp</c>, in order.</summary>
    public IReadOnlyList<UriParameter> Parameters { get; }

    /// <summary>Gets the headers behind the question mark, in order; a stranger's link may name any.</summary>
    public IReadOnlyList<UriParameter> Headers { get; }

    /// <summary>Gets the number that the user is, or <see langword="null"/>.</summary>
    /// <value>
    /// With <c>user=phone</c> the user is a telephone-subscriber of RFC 3966; without, it counts as a number if it is made of digits, which
    /// RFC 3261 §19.1.1 lets a receiver do. With any other <c>user=</c>, <c>user=dialstring</c> of RFC 4967 too, there is none.
    /// </value>
    public override PhoneNumber? Number { get; }

    /// <summary>Gets whether the link may be used: the number that is its user has no mandatory parameter (<c>m-…</c>), of which none is known (RFC 3966 §5.4).</summary>
    /// <value>A link that may not be used still parses, and is forwarded whole; dialling refuses it. Parameters behind the host do not count.</value>
    public override bool IsUsable { get; }

    /// <summary>Gets the user as it was written.</summary>
    internal string? RawUser { get; }

    internal string? RawPassword { get; }

    /// <summary>Makes the <c>tel:</c> link of a number in a <c>sip:</c> link: the user, without the host.</summary>
    /// <returns>The link; <see langword="null"/> when there is no <see cref="Number"/>.</returns>
    public TelUri? ToTel()
    {
        if (Number is null)
            return null;

        // What a SIP user escapes and a parameter of tel does not need escaped stays escaped, which means the same.
        var text = $"{TelUri.SchemeName}:{RawUser}";
        return TryParse(text, out var uri) ? uri as TelUri : null;
    }

    /// <inheritdoc/>
    public bool Equals(SipUri? other) => other is not null && LaunchText == other.LaunchText;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SipUri);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(LaunchText);

    /// <summary>Writes the link of a number by a host (RFC 3261 §19.1.6).</summary>
    internal static SipUri OfSubscriber(string subscriber, string host)
    {
        var user = SipSyntax.EscapeSubscriber(subscriber);
        var text = $"{SchemeName}:{user}@{CheckedHost(host)};{UserParameter}={PhoneValue}";
        if (text.Length > UriSyntax.MaxLength)
            throw new ArgumentException($"The link would be longer than {UriSyntax.MaxLength} characters.", nameof(host));

        return new(SchemeName, text, user, null, host.ToLowerInvariant(), null, new([new(UserParameter, PhoneValue)], []), []);
    }

    private static string Write(bool isSecure, string? user, string host, int? port)
    {
        if (user is { Length: 0 })
            throw new ArgumentException("The user is empty; null is none.", nameof(user));

        if (user is not null && !SipSyntax.IsWritable(user))
            throw new ArgumentException("The user holds a null, half of a surrogate pair, or a dot segment, which no link may.", nameof(user));

        if (port is < 0 or > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(port), port, "A port is 0 to 65535.");

        var text = new StringBuilder(isSecure ? SecureSchemeName : SchemeName).Append(':');
        if (user is not null)
            text.Append(SipSyntax.EscapeUser(user)).Append('@');

        text.Append(CheckedHost(host));
        if (port is { } number)
            text.Append(':').Append(number.ToString(CultureInfo.InvariantCulture));

        return text.Length <= UriSyntax.MaxLength ? text.ToString() : throw new ArgumentException($"The link would be longer than {UriSyntax.MaxLength} characters.", nameof(user));
    }

    private static string CheckedHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return SipHost.IsHost(host.AsSpan()) ? host : throw new ArgumentException("A host is a name, an IPv4 address, or an IPv6 address in brackets.", nameof(host));
    }
}
