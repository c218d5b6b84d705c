namespace PhoneLink;

/// <content>Who will get the calls.</content>
public sealed partial class LinkTelephonyProvider
{
    /// <summary>Gets the clock, which tells only when a status was found out.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    /// <remarks>
    /// Looks for the program that opens links of the format: the one of this provider, or that of the preferences for everybody, since a status has
    /// no user. <see cref="ProviderState.Unknown"/> where only a launch can tell: on macOS, in a sandbox, and with a launcher of the host's own.
    /// </remarks>
    public async Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var format = await FormatOfEverybodyAsync(cancellationToken);
        var status = format is null
            ? new ProviderStatus(ProviderState.Unknown) { Message = DialMessages.For(DialReason.PreferencesFailed) }
            : StatusOf(format.Scheme);
        return status with { CheckedAt = Time.GetUtcNow() };
    }

    private async Task<PhoneLinkFormat?> FormatOfEverybodyAsync(CancellationToken cancellationToken) => _preferences is null
        ? _format
        : (await RequestPreferences.ResolveAsync(_preferences, scope: null, cancellationToken))?.Format;

    private ProviderStatus StatusOf(string scheme)
    {
        var outlook = _launcher is ILaunchOutlook launcher ? launcher.Look(scheme) : new(LaunchStatus.Undecidable);
        var state = outlook.Status switch
        {
            LaunchStatus.Started => ProviderState.Ready,
            LaunchStatus.NoHandler => ProviderState.NoHandler,
            LaunchStatus.NotInteractive or LaunchStatus.NoOpener => ProviderState.NotSupported,
            LaunchStatus.Loop or LaunchStatus.Refused => ProviderState.NotConfigured,
            _ => ProviderState.Unknown,
        };
        return new(state)
        {
            Handler = outlook.Handler,
            Message = state is ProviderState.NoHandler ? DialMessages.NoHandler(scheme)
                : state is ProviderState.Ready or ProviderState.Unknown ? null
                : DialMessages.For(Meaning(outlook.Status).Reason),
        };
    }
}
