namespace PhoneLink;

/// <summary>News about a call.</summary>
/// <param name="CallId">The id of the request that placed the call.</param>
/// <param name="State">How far the call is.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints no ids and no text of the back end.</remarks>
public sealed record CallEvent(CallId CallId, CallState State)
{
    /// <summary>Gets which part of the call this is about.</summary>
    /// <value><see cref="CallLeg.Remote"/> by default.</value>
    public CallLeg Leg { get; init; }

    /// <summary>Gets why the call is over, or <see langword="null"/> as long as it is not.</summary>
    public CallEndReason? EndReason { get; init; }

    /// <summary>Gets the back end's own code, a SIP status for instance, or <see langword="null"/>.</summary>
    public int? NativeCode { get; init; }

    /// <summary>Gets the back end's own words, or <see langword="null"/>; they may hold personal data.</summary>
    public string? NativeText { get; init; }

    /// <summary>Gets the back end's id of the call, or <see langword="null"/>.</summary>
    public string? ProviderCallId { get; init; }

    /// <summary>Gets the place of this event among those of its call, from 1, without gaps.</summary>
    /// <value>0 before it is published.</value>
    public long Sequence { get; init; }

    /// <summary>Gets when it happened, as far as the provider knows.</summary>
    /// <value>When it was published, unless the provider says otherwise.</value>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Gets how many events of this call this reader has lost right before this one, because it reads too slowly.</summary>
    /// <value>0 as a rule; never counts <see cref="CallState.Ended"/>, which is not lost.</value>
    public int Missed { get; init; }

    /// <summary>Gets whether this is what was known when the reader started, and not news.</summary>
    public bool IsSnapshot { get; init; }

    /// <summary>Returns state, leg and reason, for logs.</summary>
    /// <returns>For instance <c>Ended (Busy, 486)</c>.</returns>
    public override string ToString() =>
        $"{State}{(Leg is CallLeg.Device ? " on the device" : "")}{(EndReason is { } reason ? $" ({reason}{(NativeCode is { } code ? $", {code}" : "")})" : "")}";
}
