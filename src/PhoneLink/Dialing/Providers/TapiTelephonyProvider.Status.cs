namespace PhoneLink;

/// <content>Who will get the calls.</content>
public sealed partial class TapiTelephonyProvider
{
    /// <summary>Where Windows keeps which call managers it asks, the first one first (lineSetAppPriority).</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/tapi/nf-tapi-linesetapppriorityw.</remarks>
    private const string Priorities = @"Software\Microsoft\Windows\CurrentVersion\Telephony\HandoffPriorities";

    private const string Recipients = "RequestMakeCall";

    /// <inheritdoc/>
    /// <remarks>
    /// Loads the telephony library and reads the user's registry; whether the call manager that is named there is still installed shows only
    /// when it is asked for a call.
    /// </remarks>
    public Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Status() with { CheckedAt = _time.GetUtcNow() });
    }

    private ProviderStatus Status()
    {
        if (_tapi?.Find() is null)
            return new(ProviderState.NotSupported) { Message = DialMessages.TapiMissing };

        if (!_tapi.IsInteractive)
            return new(ProviderState.NotSupported) { Message = DialMessages.TapiNotInteractive };

        if (_registry?.ReadValues(RegistryRoot.CurrentUser, Priorities) is not { } values)
            return new(ProviderState.Unknown);

        return FirstOf(values.FirstOrDefault(static value => string.Equals(value.Name, Recipients, StringComparison.OrdinalIgnoreCase)).Text) is { } recipient
            ? new(ProviderState.Ready) { Handler = recipient }
            : new(ProviderState.NoHandler) { Message = DialMessages.TapiNoCallManager };
    }

    /// <summary>The first of some file names that stand between commas, perhaps in quotes; null when there is none.</summary>
    private static string? FirstOf(string? recipients) =>
        recipients?.Split(',').Select(static name => PlainText.Clean(name.Trim().Trim('"'))).FirstOrDefault(static name => name is not null);
}
