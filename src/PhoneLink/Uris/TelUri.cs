using System.Text;

namespace PhoneLink;

/// <summary>A <c>tel:</c> link (RFC 3966): a number with its extension, context and parameters.</summary>
/// <remarks>
/// Immutable and thread-safe. Equality is that of RFC 3966 §4: separators, case and the order of parameters do not count, nor whether an
/// unreserved character is escaped.
/// </remarks>
public sealed class TelUri : TelephonyUri, IEquatable<TelUri>
{
    internal const string SchemeName = "tel";

    /// <summary>Makes the link that calls a number, in the order of writing of RFC 3966 §3.</summary>
    /// <param name="number">The number; its post-dial digits have no place in a <c>tel:</c> link.</param>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    public TelUri(PhoneNumber number)
        : base(SchemeName, SchemeName + ":" + Checked(number).ToString(PhoneNumberStyle.Rfc3966), [])
    {
        Number = number;
        Parameters = [];
    }

    private TelUri(string text, PhoneNumber number, IReadOnlyList<UriParameter> parameters, IReadOnlyList<ParseError> repairs)
        : base(SchemeName, text, repairs)
    {
        Number = number;
        Parameters = parameters;
    }

    /// <summary>Gets the number, with extension, subaddress and context.</summary>
    public override PhoneNumber Number { get; }

    /// <summary>Gets the parameters that are not part of <see cref="Number"/>, in order.</summary>
    public IReadOnlyList<UriParameter> Parameters { get; }

    /// <summary>Gets whether the link may be used: no parameter is mandatory (<c>m-…</c>) and unknown, as all such are (RFC 3966 §5.4).</summary>
    /// <value>A link that may not be used still parses, and is forwarded whole; dialling refuses it.</value>
    public override bool IsUsable => UriParameter.AreUsable(Parameters);

    /// <summary>Gets the link as RFC 3966 §3 has it written: no separators, lower case, extension or subaddress first, then the context, then the others by name.</summary>
    /// <value>Personal data. A strict parser takes it, except for a local number without a context, which it does not invent.</value>
    public string CanonicalText => SchemeName + ":" + WriteSubscriber(Number.ToString(PhoneNumberStyle.Rfc3966));

    /// <inheritdoc/>
    public bool Equals(TelUri? other) => other is not null && Number.Equals(other.Number) && UriParameter.AreSame(Parameters, other.Parameters);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TelUri);

    /// <inheritdoc/>
    public override int GetHashCode() => Number.GetHashCode();

    /// <summary>Makes the <c>sip:</c> link that reaches the number by a host (RFC 3261 §19.1.6).</summary>
    /// <param name="host">The host of the PBX or provider: a name, an IPv4 address, or an IPv6 address in brackets.</param>
    /// <param name="keepSeparators">Whether the number keeps the separators that it was written with; they make two users of one number, since SIP compares users by their text.</param>
    /// <returns>The link: <c>sip:+4722517000@pbx.example.com;user=phone</c>, the number with its parameters in lower case and in the order of writing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="host"/> is null.</exception>
    /// <exception cref="ArgumentException">The host is none, or the link would be longer than 2,048 characters.</exception>
    public SipUri ToSip(string host, bool keepSeparators = false)
    {
        ArgumentNullException.ThrowIfNull(host);
        var number = Number.ToString(PhoneNumberStyle.Rfc3966);
        if (keepSeparators && IsWrittenPlainly(Number.Text))
            number = Number.Text.ToLowerInvariant() + (number.IndexOf(';') is >= 0 and var parameters ? number.Remove(0, parameters) : "");

        return SipUri.OfSubscriber(WriteSubscriber(number), host);
    }

    /// <summary>Makes a link of a text whose parts are known.</summary>
    internal static TelUri OfPlain(string text, PhoneNumber number) => new(text, number, [], []);

    /// <summary>Makes the link of a number in another link.</summary>
    internal static TelUri OfSubscriber(ReadOnlySpan<char> text, TelephoneSubscriber subscriber) =>
        new($"{SchemeName}:{text.ToString()}", subscriber.Number, subscriber.Parameters, []);

    internal static TelUri? FromRest(ReadOnlySpan<char> link, ReadOnlySpan<char> rest, ref RepairList repairs, out ParseError error)
    {
        var subscriber = TelephoneSubscriber.Read(rest, ref repairs, out error);
        return subscriber is null ? null : new(link.ToString(), subscriber.Number, subscriber.Parameters, repairs.ToList());
    }

    /// <summary>The link that calls another number with the same parameters.</summary>
    internal TelUri WithNumber(PhoneNumber number) =>
        new($"{SchemeName}:{WriteSubscriber(number.ToString(PhoneNumberStyle.Rfc3966))}", number, Parameters, []);

    /// <summary>Writes what stands behind the scheme.</summary>
    /// <param name="number">The number with its own parameters.</param>
    internal string WriteSubscriber(string number)
    {
        if (Parameters.Count == 0)
            return number;

        var text = new StringBuilder(number);
        foreach (var parameter in Parameters.OrderBy(static parameter => parameter.Name, StringComparer.Ordinal))
        {
            text.Append(';').Append(parameter.Name);

            // No parser but a lenient one takes an equals sign with nothing behind it.
            if (parameter.RawValue is { Length: > 0 } value)
                text.Append('=').Append(value.ToLowerInvariant());
        }

        return text.ToString();
    }

    /// <summary>Says whether a text is digits and separators of RFC 3966, and not as people write numbers.</summary>
    private static bool IsWrittenPlainly(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!char.IsAsciiHexDigit(text[i]) && !UriSeparators.IsVisual(text[i]) && text[i] is not ('*' or '#') && (text[i] != '+' || i > 0))
                return false;

        return true;
    }

    private static PhoneNumber Checked(PhoneNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number;
    }
}
