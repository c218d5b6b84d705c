namespace PhoneLink;

/// <summary>Remembers for ten seconds what this process launched, so that it can refuse to receive it: its own link coming back is a loop.</summary>
/// <remarks>Thread-safe; bounded. Holds keys in memory only, never in a log.</remarks>
internal sealed class LaunchHistory(TimeProvider timeProvider)
{
    private const int MaxEntries = 256;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Queue<(string Key, long Time)> _entries = new();

    /// <summary>Gets the history of this process.</summary>
    public static LaunchHistory OfThisProcess { get; } = new(TimeProvider.System);

    public void Add(string key)
    {
        lock (_lock)
        {
            Forget();
            if (_entries.Count == MaxEntries)
                _entries.Dequeue();

            _entries.Enqueue((key, timeProvider.GetTimestamp()));
        }
    }

    public bool Contains(string key)
    {
        lock (_lock)
        {
            Forget();
            foreach (var entry in _entries)
                if (entry.Key == key)
                    return true;

            return false;
        }
    }

    private void Forget()
    {
        while (_entries.Count > 0 && timeProvider.GetElapsedTime(_entries.Peek().Time) >= Memory)
            _entries.Dequeue();
    }
}
