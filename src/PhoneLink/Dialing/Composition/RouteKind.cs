namespace PhoneLink;

/// <summary>Says what a route goes by besides the call itself.</summary>
internal enum RouteKind
{
    /// <summary>Nothing.</summary>
    Always,

    /// <summary>The preference that names a provider.</summary>
    ByPreference,

    /// <summary>Whether the provider can place calls now.</summary>
    WhenReady,
}
