namespace PhoneLink;

/// <summary>Remembers which calls are under way and which may exist; bounded in time and in number.</summary>
internal sealed class GuardMemory(TimeSpan window, TimeProvider time)
{
    internal const int Capacity = 10_000;

    private static readonly TimeSpan IdRetention = TimeSpan.FromMinutes(10);

    private readonly object _gate = new();
    private readonly Dictionary<CallId, GuardedDial> _byId = [];
    private readonly Dictionary<GuardKey, GuardedDial> _byKey = [];

    /// <summary>The calls that are over, in the order in which they are forgotten.</summary>
    private readonly Queue<GuardedDial> _ended = new();
    private readonly TimeSpan _retention = window > IdRetention ? window : IdRetention;

    /// <summary>Finds the call that a request repeats, or enters the request as a new call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">Its key.</param>
    /// <param name="foldable">Whether another request for the same key counts as the same call.</param>
    /// <param name="isNew">Whether the request was entered; the caller owes an <see cref="End"/> then.</param>
    /// <returns>The call.</returns>
    public GuardedDial Enter(DialRequest request, GuardKey key, bool foldable, out bool isNew)
    {
        lock (_gate)
        {
            Forget();
            isNew = false;
            if (_byId.TryGetValue(request.CallId, out var known))
                return known;

            if (foldable && _byKey.TryGetValue(key, out known) && IsWithin(known, window))
                return known;

            isNew = true;
            var dial = new GuardedDial(request.CallId, key, request.Cause);
            _byId.Add(dial.CallId, dial);
            if (foldable)
                _byKey[key] = dial;

            return dial;
        }
    }

    /// <summary>Notes how a call ended; what left no call is forgotten before anybody hears of it.</summary>
    public void End(GuardedDial dial, DialResult? outcome)
    {
        lock (_gate)
        {
            if (outcome is { CallMayExist: true })
            {
                dial.EndedAt = time.GetTimestamp();
                _ended.Enqueue(dial);
            }
            else
            {
                Remove(dial);
            }
        }

        dial.Complete(outcome);
    }

    private void Forget()
    {
        while (_ended.Count > Capacity || (_ended.Count > 0 && !IsWithin(_ended.Peek(), _retention)))
            Remove(_ended.Dequeue());
    }

    private void Remove(GuardedDial dial)
    {
        _byId.Remove(dial.CallId);
        if (_byKey.TryGetValue(dial.Key, out var current) && ReferenceEquals(current, dial))
            _byKey.Remove(dial.Key);
    }

    private bool IsWithin(GuardedDial dial, TimeSpan span) => dial.EndedAt is not { } ended || time.GetElapsedTime(ended) < span;
}
