using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>Calls by a link: expands the preferred phone-link format and has the operating system open it.</summary>
/// <remarks>
/// Thread-safe. What the handler makes of a link nobody reports, so the best status is <see cref="DialStatus.HandedOff"/>; and a link has no
/// place for mode, device, caller ID and id of a call. A target without a number, <c>callto:alice</c>, is opened as it is. Web applications
/// render the expanded format instead: there is no desktop on a server.
/// </remarks>
public sealed partial class LinkTelephonyProvider : ITelephonyProvider, IProviderStatus
{
    /// <summary>The name under which links are known to routes, preferences and results.</summary>
    public const string Name = "link";

    /// <summary>What a handler makes of a link, placing the call or showing the number, is its own; links do for both.</summary>
    private static readonly TelephonyCapabilities Abilities = new() { CanPrefill = true, NeedsDesktop = true };

    private readonly ILinkLauncher _launcher;
    private readonly PreferenceResolver? _preferences;
    private readonly PhoneLinkFormat _format = PhoneLinkFormat.Default;

    /// <summary>Makes a provider that uses each user's preferred format.</summary>
    /// <param name="launcher">Opens links.</param>
    /// <param name="preferences">Resolves the format for the scope of a request.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LinkTelephonyProvider(ILinkLauncher launcher, PreferenceResolver preferences)
    {
        ArgumentNullException.ThrowIfNull(launcher);
        ArgumentNullException.ThrowIfNull(preferences);
        _launcher = launcher;
        _preferences = preferences;
    }

    /// <summary>Makes a provider that uses one format for everybody and this system's launcher.</summary>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public LinkTelephonyProvider(PhoneLinkFormat format)
        : this(format, null)
    {
    }

    /// <summary>Makes a provider that uses one format for everybody.</summary>
    /// <param name="format">The format.</param>
    /// <param name="launcher">Opens links; null for this system's launcher.</param>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public LinkTelephonyProvider(PhoneLinkFormat format, ILinkLauncher? launcher)
    {
        ArgumentNullException.ThrowIfNull(format);
        _format = format;
        _launcher = launcher ?? LinkLauncher.ForCurrentOS(format.Schemes);
    }

    /// <inheritdoc/>
    /// <remarks>A dry run tells the link and does not find out whether a program handles it.</remarks>
    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Target.Number is null)
            return await OpenAsync(request, request.Target, cancellationToken);

        if (_preferences is null)
            return await DialAsync(request, _format, cancellationToken);

        var preferences = await RequestPreferences.ResolveAsync(_preferences, request.Scope, cancellationToken);
        return preferences is null
            ? DialResult.For(request, DialStatus.NotDispatched, DialReason.PreferencesFailed)
            : await DialAsync(request, preferences.Format, cancellationToken) with { PreferenceProblems = preferences.Problems };
    }

    /// <inheritdoc/>
    /// <remarks>Gives the provider itself, which tells its status, its launcher and its <see cref="TelephonyCapabilities"/>.</remarks>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TelephonyCapabilities) ? Abilities
            : serviceType.IsInstanceOfType(_launcher) ? _launcher
            : null;
    }

    private async Task<DialResult> DialAsync(DialRequest request, PhoneLinkFormat format, CancellationToken cancellationToken) =>
        TryMakeLink(format, request, out var link, out var objection) ? await OpenAsync(request, link, cancellationToken) : objection;

    private async Task<DialResult> OpenAsync(DialRequest request, TelephonyUri link, CancellationToken cancellationToken) => request.DryRun
        ? new(DialStatus.DryRun, request.CallId) { Link = link }
        : Result(request, link, await _launcher.LaunchAsync(link, request.AcceptTimeout, cancellationToken));

    private static bool TryMakeLink(
        PhoneLinkFormat format, DialRequest request, [NotNullWhen(true)] out TelephonyUri? link, [NotNullWhen(false)] out DialResult? objection)
    {
        link = null;
        objection = null;
        if (!format.TryExpand(request.Target.Number, request.Subject, out var text, out var error))
            objection = DialResult.For(request, DialStatus.Invalid, DialReason.NotExpressible, DialMessages.NotExpressible(format.Scheme, error));
        else if (!TelephonyUri.TryParse(text.AsSpan(), UriParsing.Lenient, out link, out error))
            objection = DialResult.For(
                request, DialStatus.Invalid, error.Kind is ParseErrorKind.ForbiddenScheme ? DialReason.ForbiddenScheme : DialReason.InvalidLink);

        return link is not null;
    }

    private static DialResult Result(DialRequest request, TelephonyUri link, LaunchResult launch)
    {
        var (status, reason) = Meaning(launch.Status);

        // Only now: a launcher proves what it did not start, and such a proof must not be doubted because of an early mark.
        if (status is DialStatus.HandedOff or DialStatus.Ambiguous)
            request.MarkDispatching();

        var message = reason is DialReason.NoHandler ? DialMessages.NoHandler(link.Scheme) : null;
        return DialResult.For(request, status, reason, message) with { Link = link, NativeCode = launch.NativeCode };
    }

    private static (DialStatus Status, DialReason Reason) Meaning(LaunchStatus status) => status switch
    {
        LaunchStatus.Started => (DialStatus.HandedOff, DialReason.None),
        LaunchStatus.NoHandler => (DialStatus.NotDispatched, DialReason.NoHandler),
        LaunchStatus.NotInteractive => (DialStatus.NotDispatched, DialReason.NotInteractive),
        LaunchStatus.NoOpener => (DialStatus.NotDispatched, DialReason.NoOpener),
        LaunchStatus.Loop => (DialStatus.NotDispatched, DialReason.Loop),
        LaunchStatus.Refused => (DialStatus.Invalid, DialReason.Refused),
        _ => (DialStatus.Ambiguous, DialReason.Undecidable),
    };
}
