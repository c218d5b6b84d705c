namespace PhoneLink;

/// <summary>Tries providers in order, and goes on only where the one before has proved that nothing left it.</summary>
internal sealed class FallbackProvider(IReadOnlyList<NamedProvider> providers) : CompositeProvider(providers)
{
    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var attempts = new List<DialAttempt>();
        for (var i = 0; ; i++)
        {
            var provider = Providers[i];
            var isLast = i == Providers.Count - 1;
            if (!isLast && IsPassedOver(provider, request, i))
            {
                attempts.Add(new(provider.Name, DialStatus.NotDispatched, DialReason.EmergencyNotSupported));
                continue;
            }

            var result = await DialByAsync(provider, request, cancellationToken);
            if (isLast || result.Status is not DialStatus.NotDispatched)
                return attempts.Count == 0 ? result : result with { Attempts = [.. attempts, .. result.Attempts] };

            PhoneLinkTelemetry.FellBack(provider.Name);
            attempts.AddRange(result.Attempts);
            attempts.Add(new(result.ProviderName ?? provider.Name, result.Status, result.Reason));
        }
    }

    public override Task<string?> ForecastAsync(DialRequest request, CancellationToken cancellationToken) => Task.FromResult<string?>(Providers[0].Name);

    /// <summary>An emergency call is not given to a provider that would block it while another one would place it.</summary>
    private bool IsPassedOver(NamedProvider provider, DialRequest request, int index) =>
        EmergencyCall.Is(request)
        && provider.Capabilities is { IsRemote: true }
        && Providers.Skip(index + 1).Any(static later => later.Capabilities is not { IsRemote: true });
}
