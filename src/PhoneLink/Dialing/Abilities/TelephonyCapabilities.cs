namespace PhoneLink;

/// <summary>What a provider can do, found by <see cref="ITelephonyProvider.GetService"/>.</summary>
/// <remarks>Immutable and thread-safe. What a provider can do is not whether it can do it now: that is <see cref="IProviderStatus"/>.</remarks>
public sealed record TelephonyCapabilities
{
    /// <summary>Gets how much the provider learns about a call.</summary>
    /// <value><see cref="CallKnowledge.HandOff"/> by default.</value>
    public CallKnowledge Knowledge { get; init; }

    /// <summary>Gets whether it places calls (<see cref="DialMode.Place"/>).</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool CanPlace { get; init; } = true;

    /// <summary>Gets whether it can show a number ready to be called (<see cref="DialMode.Prefill"/>).</summary>
    public bool CanPrefill { get; init; }

    /// <summary>Gets whether it ends calls (<see cref="ICallControl"/>).</summary>
    public bool CanHangUp { get; init; }

    /// <summary>Gets whether <see cref="DialRequest.Device"/> chooses the caller's telephone.</summary>
    public bool CanChooseDevice { get; init; }

    /// <summary>Gets whether <see cref="DialRequest.CallerId"/> chooses the number that is shown.</summary>
    public bool CanChooseCallerId { get; init; }

    /// <summary>Gets whether the digits behind pauses are keyed after the answer (<see cref="PhoneNumber.PostDial"/>).</summary>
    public bool CanKeyPostDial { get; init; }

    /// <summary>Gets whether the back end gets <see cref="DialRequest.CallId"/> and places no id twice.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Gets whether the caller's own telephone is called first, and the other party when the caller has taken it up.</summary>
    public bool CallsDeviceFirst { get; init; }

    /// <summary>Gets whether calls start elsewhere than where the caller is, at a server for instance.</summary>
    /// <value><see langword="false"/> by default. Emergency calls are not placed by such a provider, since help would come to the wrong place.</value>
    public bool IsRemote { get; init; }

    /// <summary>Gets whether it works only where somebody is signed in at a desktop.</summary>
    public bool NeedsDesktop { get; init; }

    /// <summary>Tells whether a mode is supported.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>Whether it is.</returns>
    public bool Supports(DialMode mode) => mode switch
    {
        DialMode.Place => CanPlace,
        DialMode.Prefill => CanPrefill,
        _ => false,
    };
}
