namespace PhoneLink;

/// <summary>A provider that is made of others: knows who has which call, and stands for their abilities.</summary>
internal abstract class CompositeProvider(IReadOnlyList<NamedProvider> providers) : ITelephonyProvider, ICallControl
{
    private readonly CallOwners _owners = new();

    /// <summary>Gets the providers, each once, in order.</summary>
    protected IReadOnlyList<NamedProvider> Providers { get; } = providers;

    public abstract Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default);

    /// <summary>Finds who would get the call first, without side effects; null when it cannot be told.</summary>
    public abstract Task<string?> ForecastAsync(DialRequest request, CancellationToken cancellationToken);

    public async Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken cancellationToken = default)
    {
        if (_owners.Find(callId) is not { } owner)
            return HangUpStatus.NoCall;

        return owner.GetService<ICallControl>() is { } control ? await control.HangUpAsync(callId, cancellationToken) : HangUpStatus.NotSupported;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is string name && Providers.FirstOrDefault(provider => provider.Name == name) is { } named)
            return named.GetService(serviceType);

        if (serviceKey is null && serviceType == typeof(ICallEvents))
            return MergedCallEvents.Of(Providers);

        if (serviceKey is null && serviceType == typeof(TelephonyCapabilities))
            return Together();

        if (serviceKey is null && serviceType.IsInstanceOfType(this) && (serviceType != typeof(ICallControl) || Has(serviceType)))
            return this;

        foreach (var provider in serviceType == typeof(ICallControl) ? [] : Providers)
            if (provider.GetService(serviceType, serviceKey) is { } found)
                return found;

        return null;
    }

    /// <summary>Dials by one of the providers, and remembers that it has the call.</summary>
    protected async Task<DialResult> DialByAsync(NamedProvider provider, DialRequest request, CancellationToken cancellationToken)
    {
        // Before: its events may ask for the call before the answer is there.
        if (!request.DryRun)
            _owners.Set(request.CallId, provider);

        return await provider.DialAsync(request, cancellationToken);
    }

    private bool Has(Type ability) => Providers.Any(provider => provider.GetService(ability) is not null);

    /// <summary>What holds whoever of them gets the call; null when one of them does not say.</summary>
    private TelephonyCapabilities? Together()
    {
        var all = Providers.Select(static provider => provider.Capabilities).ToList();
        return all.Contains(null) ? null : all.Aggregate(static (one, other) => Common(one!, other!));
    }

    private static TelephonyCapabilities Common(TelephonyCapabilities one, TelephonyCapabilities other) => new()
    {
        Knowledge = one.Knowledge < other.Knowledge ? one.Knowledge : other.Knowledge,
        CanPlace = one.CanPlace && other.CanPlace,
        CanPrefill = one.CanPrefill && other.CanPrefill,
        CanHangUp = one.CanHangUp && other.CanHangUp,
        CanChooseDevice = one.CanChooseDevice && other.CanChooseDevice,
        CanChooseCallerId = one.CanChooseCallerId && other.CanChooseCallerId,
        CanKeyPostDial = one.CanKeyPostDial && other.CanKeyPostDial,
        IsIdempotent = one.IsIdempotent && other.IsIdempotent,
        CallsDeviceFirst = one.CallsDeviceFirst || other.CallsDeviceFirst,
        IsRemote = one.IsRemote && other.IsRemote,
        NeedsDesktop = one.NeedsDesktop && other.NeedsDesktop,
    };
}
