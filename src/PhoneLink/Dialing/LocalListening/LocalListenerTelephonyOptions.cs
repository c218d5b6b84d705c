namespace PhoneLink;

/// <summary>By which process <see cref="LocalListenerTelephonyProvider"/> calls.</summary>
/// <remarks>Immutable and thread-safe. From the host's own configuration: what a user may set chooses among providers, not what a provider is.</remarks>
public sealed record LocalListenerTelephonyOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Names a listener.</summary>
    /// <param name="listener">The name that the other process gave to <c>LocalTelephonyListener.StartAsync</c>; case counts.</param>
    /// <exception cref="ArgumentException">The name is null, empty, longer than 64 characters, or holds others than letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</exception>
    public LocalListenerTelephonyOptions(string listener) => Listener = ListenerName.Parse(listener, nameof(listener)).Value;

    /// <summary>Gets the name of the listener.</summary>
    public string Listener { get; }

    /// <summary>Gets how long it may take until the listener is reached and has acknowledged the call.</summary>
    /// <value>2 seconds by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than a minute.</exception>
    public TimeSpan ReachTimeout
    {
        get;
        init => field = value > TimeSpan.Zero && value <= Longest ? value : throw new ArgumentOutOfRangeException(nameof(ReachTimeout), "A time-out is positive and at most a minute.");
    } = TimeSpan.FromSeconds(2);

    /// <summary>Gets what the listener's telephone can do, which is known where it is chosen.</summary>
    /// <value>By default it places calls, tells their events to the end and hangs up. Ids are dialled once whatever stands here.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TelephonyCapabilities Capabilities
    {
        get;
        init => field = (value ?? throw new ArgumentNullException(nameof(Capabilities))) with { IsIdempotent = true };
    } = new() { Knowledge = CallKnowledge.Outcome, CanHangUp = true, IsIdempotent = true };
}
