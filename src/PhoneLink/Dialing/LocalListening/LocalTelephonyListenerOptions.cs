namespace PhoneLink;

/// <summary>How a <see cref="LocalTelephonyListener"/> takes calls.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LocalTelephonyListenerOptions
{
    private const int MostCalls = 1000;

    /// <summary>Gets how many calls are under way at a time at most; more are answered <see cref="DialReason.BackEndBusy"/>.</summary>
    /// <value>200 by default; 1 to 1,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not 1 to 1,000.</exception>
    public int MaxCalls
    {
        get;
        init => field = value is >= 1 and <= MostCalls ? value : throw new ArgumentOutOfRangeException(nameof(MaxCalls), value, $"1 to {MostCalls} calls may be under way.");
    } = 200;

    /// <summary>Gets whose preferences serve; a client cannot choose that.</summary>
    /// <value>By default <see langword="null"/>, which is <see cref="PreferenceScope.Current"/>.</value>
    public PreferenceScope? Scope { get; init; }

    /// <summary>Gets the least strict cause that a call of a client gets.</summary>
    /// <value><see cref="DialCause.User"/> by default: the client's own cause holds. <see cref="DialCause.Link"/> has the pipeline ask about every call.</value>
    public DialCause Cause { get; init; }

    /// <summary>Gets the clock.</summary>
    /// <value>The system's by default.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider { get; init => field = value ?? throw new ArgumentNullException(nameof(TimeProvider)); } = TimeProvider.System;

    internal ILocalChannel? Channel { get; init; }
}
