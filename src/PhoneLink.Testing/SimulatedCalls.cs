namespace PhoneLink.Testing;

/// <summary>What simulated calls usually do.</summary>
public static class SimulatedCalls
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(3);

    /// <summary>Gets a call that rings after a second and is answered three seconds later; it stays until somebody hangs up.</summary>
    public static IReadOnlyList<SimulatedStep> Answered { get; } = [new(Soon, CallState.Alerting), new(Later, CallState.Connected)];

    /// <summary>Gets a call that is answered, and ended by the called party a minute later.</summary>
    public static IReadOnlyList<SimulatedStep> Completed { get; } = [.. Answered, Ended(TimeSpan.FromMinutes(1), CallEndReason.Completed, null)];

    /// <summary>Gets a call to somebody who is busy.</summary>
    public static IReadOnlyList<SimulatedStep> Busy { get; } = [new(Soon, CallState.Proceeding), Ended(Soon, CallEndReason.Busy, 486)];

    /// <summary>Gets a call that is declined after it has rung.</summary>
    public static IReadOnlyList<SimulatedStep> Declined { get; } = [new(Soon, CallState.Alerting), Ended(Later, CallEndReason.Declined, 603)];

    /// <summary>Gets a call that nobody answers for half a minute.</summary>
    public static IReadOnlyList<SimulatedStep> NotAnswered { get; } = [new(Soon, CallState.Alerting), Ended(TimeSpan.FromSeconds(30), CallEndReason.NoAnswer, 408)];

    /// <summary>Gets a call to a number that does not exist.</summary>
    public static IReadOnlyList<SimulatedStep> InvalidNumber { get; } = [Ended(Soon, CallEndReason.InvalidNumber, 404)];

    private static SimulatedStep Ended(TimeSpan after, CallEndReason reason, int? code) => new(after, CallState.Ended) { EndReason = reason, NativeCode = code };
}
