namespace PhoneLink.Testing;

/// <summary>What a simulated call does, and when.</summary>
/// <param name="After">How long after the step before.</param>
/// <param name="State">The state that the call gets.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SimulatedStep(TimeSpan After, CallState State)
{
    /// <summary>Gets why the call is over, with <see cref="CallState.Ended"/>.</summary>
    public CallEndReason? EndReason { get; init; }

    /// <summary>Gets the code that the back end gives with it.</summary>
    public int? NativeCode { get; init; }
}
