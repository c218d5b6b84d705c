namespace PhoneLink;

/// <summary>A call that the guard knows: under way, or over and remembered.</summary>
internal sealed class GuardedDial(CallId callId, GuardKey key, DialCause cause)
{
    private readonly TaskCompletionSource<DialResult?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CallId CallId => callId;

    public GuardKey Key => key;

    public DialCause Cause => cause;

    /// <summary>Gets when the call was over, a timestamp of the guard's clock; null as long as it is under way. Guarded by the memory's lock.</summary>
    public long? EndedAt { get; set; }

    /// <summary>Gets how the call ended; null when it ended by an exception before anything left.</summary>
    public Task<DialResult?> Outcome => _outcome.Task;

    public void Complete(DialResult? outcome) => _outcome.TrySetResult(outcome);
}
