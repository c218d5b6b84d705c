namespace PhoneLink;

/// <summary>What one reader has not read yet; when it is too slow, the oldest events go that are not the end of a call.</summary>
/// <param name="callId">The call that is read; null for all.</param>
internal sealed class CallEventQueue(CallId? callId)
{
    /// <summary>How many events wait that may be lost.</summary>
    internal const int Capacity = 256;

    private readonly object _gate = new();
    private readonly LinkedList<CallEvent> _waiting = new();
    private readonly Queue<LinkedListNode<CallEvent>> _losable = new();
    private readonly Dictionary<CallId, int> _missed = [];
    private TaskCompletionSource<bool>? _reader;
    private bool _isComplete;

    public void Add(CallEvent news)
    {
        if (callId is { } one && news.CallId != one)
            return;

        lock (_gate)
        {
            if (_isComplete)
                return;

            var node = _waiting.AddLast(news);
            if (news.State is not CallState.Ended)
                _losable.Enqueue(node);
            else if (callId is not null)
                _isComplete = true;

            LoseOldest();
            _reader?.TrySetResult(true);
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            _reader?.TrySetResult(true);
        }
    }

    /// <summary>Waits for the next event; null when there are no more. For one reader at a time.</summary>
    public async Task<CallEvent?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task<bool> more;
            lock (_gate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_waiting.First is { } first)
                    return Take(first);

                if (_isComplete)
                    return null;

                // The reader goes on elsewhere: it may dial, hang up or wait, and holds nobody who publishes.
                _reader = new(TaskCreationOptions.RunContinuationsAsynchronously);
                more = _reader.Task;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    private CallEvent Take(LinkedListNode<CallEvent> first)
    {
        _waiting.RemoveFirst();
        if (first.Value.State is not CallState.Ended)
            _losable.Dequeue();

        if (_missed.Count == 0 || !_missed.TryGetValue(first.Value.CallId, out var missed))
            return first.Value;

        _missed.Remove(first.Value.CallId);
        return first.Value with { Missed = missed };
    }

    private void LoseOldest()
    {
        if (_losable.Count <= Capacity)
            return;

        var lost = _losable.Dequeue();
        _waiting.Remove(lost);
        _missed[lost.Value.CallId] = _missed.TryGetValue(lost.Value.CallId, out var missed) ? missed + 1 : 1;
    }
}
