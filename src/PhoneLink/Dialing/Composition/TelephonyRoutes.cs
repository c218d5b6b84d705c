namespace PhoneLink;

/// <summary>Says which provider gets which calls: the first route that takes a call decides.</summary>
/// <remarks>Not thread-safe; the provider that is built of it is. The last route is <see cref="Otherwise"/>. Routes see what the dialling rules made of the number.</remarks>
public sealed class TelephonyRoutes
{
    private readonly List<TelephonyRoute> _routes = [];

    internal TelephonyRoutes()
    {
    }

    internal IReadOnlyList<TelephonyRoute> All => _routes;

    /// <summary>Gets whether the last route takes all calls.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Adds a route for calls that the host chooses.</summary>
    /// <param name="name">What <see cref="DialResult.Route"/> says; without personal data.</param>
    /// <param name="takes">Whether the route takes a call; thread-safe, without side effects.</param>
    /// <param name="provider">The provider's name.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="InvalidOperationException">A route behind <see cref="Otherwise"/>.</exception>
    public TelephonyRoutes When(string name, Func<DialRequest, bool> takes, string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(takes);
        ArgumentException.ThrowIfNullOrEmpty(provider);
        return Add(new(name, RouteKind.Always, provider, takes));
    }

    /// <summary>Adds a route for a kind of number.</summary>
    /// <param name="kind">The kind, as the numbering plan has it.</param>
    /// <param name="provider">The provider's name.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is null or empty.</exception>
    /// <exception cref="InvalidOperationException">A route behind <see cref="Otherwise"/>.</exception>
    public TelephonyRoutes ForKind(NumberKind kind, string provider) => When($"kind {kind}", request => request.Analysis?.Kind == kind, provider);

    /// <summary>Adds a route for extensions and other local numbers: neither global nor service codes nor emergency numbers.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is null or empty.</exception>
    /// <exception cref="InvalidOperationException">A route behind <see cref="Otherwise"/>.</exception>
    public TelephonyRoutes ForLocal(string provider) => When(
        "local",
        static request => request.Target is not SipUri
            && (request.Analysis?.Canonical ?? request.Target.Number) is { IsGlobal: false, IsServiceCode: false }
            && request.Analysis?.Kind is not NumberKind.ShortCode
            && !EmergencyCall.Is(request),
        provider);

    /// <summary>Adds a route for numbers of a region.</summary>
    /// <param name="region">The region, two letters: <c>NO</c>.</param>
    /// <param name="provider">The provider's name.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    /// <exception cref="InvalidOperationException">A route behind <see cref="Otherwise"/>.</exception>
    public TelephonyRoutes ForRegion(string region, string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        return When($"region {region}", request => string.Equals(request.Analysis?.Region, region, StringComparison.OrdinalIgnoreCase), provider);
    }

    /// <summary>Adds a route for links of a scheme.</summary>
    /// <param name="scheme">The scheme: <c>sip</c>.</param>
    /// <param name="provider">The provider's name.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    /// <exception cref="InvalidOperationException">A route behind <see cref="Otherwise"/>.</exception>
    public TelephonyRoutes ForScheme(string scheme, string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        return When($"scheme {scheme}", request => string.Equals(request.Target.Scheme, scheme, StringComparison.OrdinalIgnoreCase), provider);
    }

    /// <summary>Adds a route to the provider that the preference <see cref="DialPreferenceKeys.Provider"/> names; passed over where it names none of the providers.</summary>
    /// <param name="providers">The names that may be chosen.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="providers"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no name, or one is empty.</exception>
    /// <exception cref="InvalidOperationException">A route behind <see cref="Otherwise"/>.</exception>
    public TelephonyRoutes ByPreference(params string[] providers)
    {
        ArgumentNullException.ThrowIfNull(providers);
        if (providers.Length == 0 || Array.Exists(providers, string.IsNullOrEmpty))
            throw new ArgumentException("Name the providers that may be chosen.", nameof(providers));

        foreach (var provider in providers)
            Choosable.Add(provider);

        return Add(new("preference", RouteKind.ByPreference, null, static _ => true));
    }

    /// <summary>Adds a route to a provider that takes all calls as long as it can place them, by its <see cref="IProviderStatus"/>.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is null or empty.</exception>
    /// <exception cref="InvalidOperationException">A route behind <see cref="Otherwise"/>.</exception>
    /// <remarks>A provider that cannot tell is taken to be ready.</remarks>
    public TelephonyRoutes WhenReady(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        return Add(new($"{provider} is ready", RouteKind.WhenReady, provider, static _ => true));
    }

    /// <summary>Adds the last route, which takes every call.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is null or empty.</exception>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public TelephonyRoutes Otherwise(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        Add(new("otherwise", RouteKind.Always, provider, static _ => true));
        IsComplete = true;
        return this;
    }

    /// <summary>Gets the names that a preference may choose.</summary>
    internal List<string> Choosable { get; } = [];

    private TelephonyRoutes Add(TelephonyRoute route)
    {
        if (IsComplete)
            throw new InvalidOperationException("Otherwise takes every call; no route comes after it.");

        _routes.Add(route);
        return this;
    }
}
