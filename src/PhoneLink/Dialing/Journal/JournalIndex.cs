namespace PhoneLink;

/// <summary>The entries of a journal by id; bounded in time and in number.</summary>
internal sealed class JournalIndex(TimeSpan retention, int capacity)
{
    private readonly Dictionary<CallId, JournalEntry> _entries = [];

    /// <summary>Ids in the order of their intents; one that was tried again stands here more than once.</summary>
    private readonly Queue<(CallId Id, long StartedAt)> _order = new();

    public int Count => _entries.Count;

    public JournalEntry? Find(CallId callId) => _entries.TryGetValue(callId, out var entry) ? entry : null;

    public void Begin(CallId callId, JournalEntry entry)
    {
        _entries[callId] = entry;
        _order.Enqueue((callId, entry.StartedAt));
    }

    public void End(CallId callId, JournalEntry entry)
    {
        if (_entries.ContainsKey(callId))
            _entries[callId] = entry;
    }

    /// <summary>Forgets what is too old, and the oldest of what is too much.</summary>
    public void Forget(long now)
    {
        while (_order.Count > 0 && (_entries.Count > capacity || now - _order.Peek().StartedAt >= retention.TotalMilliseconds))
        {
            var (id, startedAt) = _order.Dequeue();
            if (_entries.TryGetValue(id, out var entry) && entry.StartedAt == startedAt)
                _entries.Remove(id);
        }
    }

    public void Clear()
    {
        _entries.Clear();
        _order.Clear();
    }

    public IEnumerable<(CallId Id, JournalEntry Entry)> InOrder()
    {
        foreach (var (id, startedAt) in _order)
            if (_entries.TryGetValue(id, out var entry) && entry.StartedAt == startedAt)
                yield return (id, entry);
    }
}
