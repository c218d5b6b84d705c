namespace PhoneLink;

/// <summary>Builds a provider of layers: the first one added is the outermost.</summary>
/// <remarks>Not thread-safe; what it builds is. Each <see cref="Build"/> makes layers of its own.</remarks>
public sealed partial class TelephonyProviderBuilder
{
    private readonly List<Func<ITelephonyProvider, IServiceProvider, ITelephonyProvider>> _layers = [];
    private Func<IServiceProvider, ITelephonyProvider> _innermost;
    private string? _target;

    /// <summary>Starts with links that the operating system opens: <see cref="LinkTelephonyProvider"/>.</summary>
    /// <remarks>Takes <see cref="ILinkLauncher"/> and <see cref="PreferenceResolver"/> from the services, else this system's launcher and <c>tel:%p</c>.</remarks>
    public TelephonyProviderBuilder()
        : this(LinkProvider)
    {
    }

    /// <summary>Starts with a provider.</summary>
    /// <param name="innermost">The provider that carries out calls.</param>
    /// <exception cref="ArgumentNullException"><paramref name="innermost"/> is null.</exception>
    public TelephonyProviderBuilder(ITelephonyProvider innermost) => _innermost = Always(innermost);

    /// <summary>Starts with a provider that is made of services.</summary>
    /// <param name="innermost">Makes the provider that carries out calls.</param>
    /// <exception cref="ArgumentNullException"><paramref name="innermost"/> is null.</exception>
    public TelephonyProviderBuilder(Func<IServiceProvider, ITelephonyProvider> innermost)
    {
        ArgumentNullException.ThrowIfNull(innermost);
        _innermost = innermost;
    }

    /// <summary>Adds a layer inside those that are there.</summary>
    /// <param name="layer">Wraps the provider below.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="layer"/> is null.</exception>
    /// <remarks>
    /// An exception of the layer is judged like one of a provider: it passes where it proves that there is no call (<see cref="ArgumentException"/>,
    /// <see cref="ObjectDisposedException"/>, cancellation by the caller's token, all before the point of no return), else the result is <see cref="DialStatus.Ambiguous"/>.
    /// </remarks>
    public TelephonyProviderBuilder Use(Func<ITelephonyProvider, ITelephonyProvider> layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Use((inner, _) => layer(inner));
    }

    /// <summary>Adds a layer that is made of services inside those that are there.</summary>
    /// <param name="layer">Wraps the provider below; without services it gets a provider that has none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="layer"/> is null.</exception>
    public TelephonyProviderBuilder Use(Func<ITelephonyProvider, IServiceProvider, ITelephonyProvider> layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return UseOwn((inner, services) =>
        {
            var made = Made(layer(inner, services));
            return ReferenceEquals(made, inner) ? inner : new LayerBoundary(made);
        });
    }

    /// <summary>Adds a layer of PhoneLink's own, which throws only what a provider may.</summary>
    internal TelephonyProviderBuilder UseOwn(Func<ITelephonyProvider, IServiceProvider, ITelephonyProvider> layer)
    {
        _layers.Add(layer);
        return this;
    }

    /// <summary>Replaces the provider that carries out calls.</summary>
    /// <param name="provider">The provider.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    public TelephonyProviderBuilder To(ITelephonyProvider provider) => To(Always(provider));

    /// <summary>Replaces the provider that carries out calls by one that is made of services.</summary>
    /// <param name="provider">Makes the provider; without services it gets a service provider that has none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    public TelephonyProviderBuilder To(Func<IServiceProvider, ITelephonyProvider> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        (_innermost, _target) = (provider, null);
        return this;
    }

    /// <summary>Builds the provider.</summary>
    /// <param name="services">Where layers find what they need; null for nowhere.</param>
    /// <returns>The outermost layer.</returns>
    /// <exception cref="InvalidOperationException">A layer, or what makes the provider, gave null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A name is unknown, leads back to itself, or cannot do what it is named for; the message says which.</exception>
    public ITelephonyProvider Build(IServiceProvider? services = null)
    {
        services ??= NoServices.Instance;
        var provider = MakeInnermost(services);
        for (var i = _layers.Count - 1; i >= 0; i--)
            provider = _layers[i](provider, services);

        return provider;
    }

    private static Func<IServiceProvider, ITelephonyProvider> Always(ITelephonyProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return _ => provider;
    }

    internal static ITelephonyProvider Made(ITelephonyProvider? provider) =>
        provider ?? throw new InvalidOperationException("A layer of the telephony pipeline, or what makes its provider, returned null.");

    private static LinkTelephonyProvider LinkProvider(IServiceProvider services)
    {
        var launcher = (ILinkLauncher?)services.GetService(typeof(ILinkLauncher));
        var time = TelephonyProviderBuilderExtensions.ClockOf(services);
        return services.GetService(typeof(PreferenceResolver)) is PreferenceResolver preferences
            ? new(launcher ?? LinkLauncher.ForCurrentOS(), preferences) { Time = time }
            : new(PhoneLinkFormat.Default, launcher) { Time = time };
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
