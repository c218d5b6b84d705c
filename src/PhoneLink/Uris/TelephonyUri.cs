using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>A link that starts a call or names who to call; a closed hierarchy made for <c>switch</c>.</summary>
/// <remarks>
/// Immutable and thread-safe. A parsed link holds RFC 3986 characters only (a lenient <see cref="TelUri"/> may hold spaces), is at most
/// 2,048 characters long, and is of no scheme on the deny-list (<see cref="SchemePolicy.IsDenied"/>).
/// <see cref="ToString"/> is masked, since a link holds personal data; <see cref="OriginalText"/> is not.
/// </remarks>
public abstract partial class TelephonyUri
{
    private protected TelephonyUri(string scheme, string originalText, IReadOnlyList<ParseError> repairs)
    {
        Scheme = scheme;
        OriginalText = originalText;
        Repairs = repairs;
    }

    /// <summary>Gets the scheme in lower case, without the colon: <c>tel</c>, <c>callto</c>, <c>domycall</c>.</summary>
    public string Scheme { get; }

    /// <summary>Gets the link as it was given, without space around it; personal data.</summary>
    public string OriginalText { get; }

    /// <summary>Gets the number that the link calls, or <see langword="null"/> when it names no number.</summary>
    public abstract PhoneNumber? Number { get; }

    /// <summary>Gets whether the link may be used for a call; a mandatory parameter of its number forbids it (<see cref="TelUri.IsUsable"/>, <see cref="VendorUri.IsUsable"/>).</summary>
    public virtual bool IsUsable => true;

    /// <summary>Gets what a lenient parser repaired, with positions in the text that was given; empty for a link that needed nothing.</summary>
    /// <remarks>Neighbouring repairs of one kind count as one, at the first one's place; at most 16 are kept.</remarks>
    public IReadOnlyList<ParseError> Repairs { get; }

    /// <summary>Gets the link with its scheme in lower case: some openers find no handler for <c>TEL:</c>.</summary>
    internal string LaunchText => OriginalText.StartsWith(Scheme, StringComparison.Ordinal)
        ? OriginalText
        : Scheme + OriginalText.Remove(0, OriginalText.IndexOf(':'));

    /// <summary>Gets what two forms of one link share, so that a link that comes back is known: its number, or else its text.</summary>
    internal string LoopKey => Number is null ? LaunchText : $"{Scheme}:{Number.ToString(PhoneNumberStyle.Rfc3966)}";

    /// <summary>Parses a link.</summary>
    /// <param name="text">The link.</param>
    /// <param name="parsing">How forgiving to be.</param>
    /// <returns>The link as the type of its scheme.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="PhoneLinkParseException">The text is not a telephony link.</exception>
    public static TelephonyUri Parse(string text, UriParsing parsing = UriParsing.Lenient)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TelephonyUriParser.TryParse(text.AsSpan(), text, parsing, out var uri, out var error) ? uri : throw error.ToException();
    }

    /// <summary>Parses a link leniently.</summary>
    /// <param name="text">The link, or null.</param>
    /// <param name="uri">The link as the type of its scheme.</param>
    /// <returns>Whether the text is a telephony link.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out TelephonyUri? uri) =>
        TelephonyUriParser.TryParse(text.AsSpan(), text, UriParsing.Lenient, out uri, out _);

    /// <summary>Parses a link, and says why when it is none.</summary>
    /// <param name="text">The link.</param>
    /// <param name="parsing">How forgiving to be.</param>
    /// <param name="uri">The link as the type of its scheme.</param>
    /// <param name="error">What is wrong and where.</param>
    /// <returns>Whether the text is a telephony link.</returns>
    /// <remarks>Linear in the length of the text; never throws.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, UriParsing parsing, [NotNullWhen(true)] out TelephonyUri? uri, out ParseError error) =>
        TelephonyUriParser.TryParse(text, null, parsing, out uri, out error);

    /// <summary>Returns the link masked, for logs: <c>tel:+********00</c>.</summary>
    /// <returns>The scheme and the masked number, without query.</returns>
    public sealed override string ToString() => $"{Scheme}:{Number?.ToString() ?? "***"}";
}
