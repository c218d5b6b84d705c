namespace PhoneLink;

/// <summary>Says how far a call is.</summary>
/// <remarks>Providers may leave states out, and go back from <see cref="Held"/> to <see cref="Connected"/> only. New states may be added between these.</remarks>
public enum CallState
{
    /// <summary>The call is on its way to the back end.</summary>
    Dispatching = 0,

    /// <summary>The caller's own telephone rings, where the back end calls that first.</summary>
    DeviceAlerting = 10,

    /// <summary>The caller has taken up the own telephone.</summary>
    DeviceConnected = 20,

    /// <summary>The network is looking for the called party (SIP 100, 183; Q.931 call proceeding).</summary>
    Proceeding = 30,

    /// <summary>The called party's telephone rings (SIP 180; Q.931 alerting).</summary>
    Alerting = 40,

    /// <summary>Both talk.</summary>
    Connected = 50,

    /// <summary>One of them is on hold.</summary>
    Held = 60,

    /// <summary>The call is over; nothing comes after it.</summary>
    Ended = 100,
}
