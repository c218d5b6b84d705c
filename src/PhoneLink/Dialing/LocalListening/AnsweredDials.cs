namespace PhoneLink;

/// <summary>Remembers what was dialled for clients and what came of it, so that an id is dialled once; bounded, the oldest are forgotten.</summary>
internal sealed class AnsweredDials
{
    internal const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<CallId, (object Key, Task<DialResult> Answer)> _dials = [];
    private readonly Queue<CallId> _order = new();

    public bool Contains(CallId callId)
    {
        lock (_lock)
            return _dials.ContainsKey(callId);
    }

    /// <summary>Dials, unless the id was dialled before; then answers what was answered.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">What a repetition has in common with it.</param>
    /// <param name="dial">Dials; throws nothing.</param>
    /// <returns>The answer, and whether it is that of a dial of its own.</returns>
    public async Task<(DialResult Result, bool IsNew)> AnswerAsync(DialRequest request, object key, Func<Task<DialResult>> dial)
    {
        // A rehearsal is no dial: the call that follows it has the same id.
        if (request.DryRun)
            return (await dial(), false);

        var own = new TaskCompletionSource<DialResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        (object Key, Task<DialResult> Answer) known;
        lock (_lock)
            if (!_dials.TryGetValue(request.CallId, out known))
                Remember(request.CallId, key, own.Task);

        if (known.Answer is not null)
            return (known.Key.Equals(key) ? Repeated(request, await known.Answer) : DialResult.For(request, DialStatus.Invalid, DialReason.IdConflict), false);

        own.SetResult(await dial());
        return (await own.Task, true);
    }

    private void Remember(CallId callId, object key, Task<DialResult> answer)
    {
        _dials.Add(callId, (key, answer));
        _order.Enqueue(callId);
        if (_order.Count > Capacity)
            _dials.Remove(_order.Dequeue());
    }

    private static DialResult Repeated(DialRequest request, DialResult answer) => answer.Status is DialStatus.Accepted or DialStatus.HandedOff
        ? DialResult.For(request, DialStatus.Duplicate, DialReason.Repeated) with { OriginalCallId = request.CallId, ProviderCallId = answer.ProviderCallId }
        : answer with { OriginalCallId = answer.OriginalCallId ?? request.CallId };
}
