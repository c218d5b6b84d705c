namespace PhoneLink;

/// <summary>Says whether a provider can place calls now.</summary>
public enum ProviderState
{
    /// <summary>It cannot be told without placing a call.</summary>
    Unknown,

    /// <summary>It can.</summary>
    Ready,

    /// <summary>Something that it needs is not set.</summary>
    NotConfigured,

    /// <summary>No program on this machine takes the calls.</summary>
    NoHandler,

    /// <summary>The back end does not answer.</summary>
    Unreachable,

    /// <summary>The caller's own telephone is not there.</summary>
    DeviceOffline,

    /// <summary>Nobody is signed in at the back end.</summary>
    NotSignedIn,

    /// <summary>This system does not have what it needs.</summary>
    NotSupported,
}
