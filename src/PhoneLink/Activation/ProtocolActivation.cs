using System.Diagnostics.CodeAnalysis;

namespace PhoneLink.Activation;

/// <summary>Takes the link out of the arguments with which the operating system started a handler, as hostile text.</summary>
/// <remarks>
/// Thread-safe. Any web page can make such a link, so that what comes out is checked, not trusted: dial it with
/// <c>DialCause.Link</c>, which asks first (RFC 3966 §11). The link is handed on as received; only
/// <see cref="PhoneLinkFormat.TryMatch"/> and <see cref="VendorUri.Query"/> decode values, once. What they give may hold anything that
/// a stranger typed: ask <see cref="ActivationOptions.Allows"/> about a number among it, and replace control and bidi characters before
/// showing it.
/// </remarks>
public static class ProtocolActivation
{
    /// <summary>Gets the arguments that registration puts before the link: <c>--phonelink --</c>.</summary>
    public static IReadOnlyList<string> Arguments { get; } = ["--phonelink", "--"];

    /// <summary>Takes the link out of the arguments, with the strictest options.</summary>
    /// <param name="arguments">The arguments of <c>Main</c>, none dropped.</param>
    /// <param name="schemes">The schemes that this handler registered.</param>
    /// <param name="uri">The link.</param>
    /// <param name="refusal">Why there is none.</param>
    /// <returns>Whether the arguments are an activation that may be acted upon.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No scheme is given, or a text is not a scheme.</exception>
    public static bool TryGetUri(
        IReadOnlyList<string> arguments, IReadOnlyCollection<string> schemes, [NotNullWhen(true)] out TelephonyUri? uri, out ActivationRefusal refusal) =>
        TryGetUri(arguments, schemes, null, out uri, out refusal);

    /// <summary>Takes the link out of the arguments.</summary>
    /// <param name="arguments">The arguments of <c>Main</c>, none dropped.</param>
    /// <param name="schemes">The schemes that this handler registered.</param>
    /// <param name="options">Options; null for the strictest.</param>
    /// <param name="uri">The link.</param>
    /// <param name="refusal">Why there is none.</param>
    /// <returns>Whether the arguments are an activation that may be acted upon.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">No scheme is given, or a text is not a scheme.</exception>
    public static bool TryGetUri(
        IReadOnlyList<string> arguments,
        IReadOnlyCollection<string> schemes,
        ActivationOptions? options,
        [NotNullWhen(true)] out TelephonyUri? uri,
        out ActivationRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        CheckSchemes(schemes);
        options ??= new();
        uri = null;
        refusal = ActivationShape.Read(arguments, schemes, options, out var link);
        if (refusal is ActivationRefusal.None)
            refusal = ReadLink(link, schemes, options, out uri);

        return uri is not null;
    }

    /// <summary>Copies schemes and checks the copy, which nobody else can change in between.</summary>
    /// <exception cref="ArgumentException">No scheme is given, or a text is not a scheme.</exception>
    internal static string[] CopySchemes(IReadOnlyCollection<string> schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        string[] copy = [.. schemes];
        CheckSchemes(copy);
        return copy;
    }

    /// <summary>Checks a link that another process of this program received.</summary>
    internal static bool TryReadLink(string link, IReadOnlyCollection<string> schemes, ActivationOptions options, [NotNullWhen(true)] out TelephonyUri? uri)
    {
        ReadLink(link, schemes, options, out uri);
        return uri is not null;
    }

    private static ActivationRefusal ReadLink(string link, IReadOnlyCollection<string> schemes, ActivationOptions options, out TelephonyUri? uri)
    {
        uri = null;
        var refusal = ActivationText.Check(link, schemes, options);
        if (refusal is not ActivationRefusal.None)
            return refusal;

        if (!TelephonyUri.TryParse(link.AsSpan(), UriParsing.Lenient, out uri, out _))
            refusal = ActivationRefusal.ForbiddenText;
        else if (!AreAllowed(uri, options))
            refusal = ActivationRefusal.NumberNotAllowed;
        else if (IsLoop(uri))
            refusal = ActivationRefusal.Loop;

        if (refusal is not ActivationRefusal.None)
            uri = null;

        return refusal;
    }

    /// <summary>A message goes to every recipient, not to the first alone.</summary>
    private static bool AreAllowed(TelephonyUri uri, ActivationOptions options) => uri is SmsUri message
        ? message.Recipients.All(recipient => options.Allows(recipient.Number))
        : uri.Number is not { } number || options.Allows(number);

    private static void CheckSchemes(IReadOnlyCollection<string> schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        if (schemes.Count == 0)
            throw new ArgumentException("A handler receives at least one scheme.", nameof(schemes));

        foreach (var scheme in schemes)
            if (scheme is null || !UriSyntax.IsScheme(scheme) || SchemePolicy.IsDenied(scheme))
                throw new ArgumentException("A scheme is malformed or denied.", nameof(schemes));
    }

    private static bool IsLoop(TelephonyUri uri) =>
        LaunchHistory.OfThisProcess.Contains(uri.LoopKey)
        || HopCount.Read(Environment.GetEnvironmentVariable(HopCount.Variable)) >= HopCount.Limit;
}
