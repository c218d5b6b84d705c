namespace PhoneLink;

/// <summary>Remembers for ten seconds what this process launched, so that it can refuse to receive it: its own link coming back is a loop.</summary>
/// <remarks>Thread-safe; bounded. Holds keys in memory only, never in a log.</remarks>
internal sealed class LaunchHistory(TimeProvider timeProvider)
{
    private const int MaxEntries = 256;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<(string Key, long Time)> _entries = [];

    /// <summary>Gets the history of this process.</summary>
    public static LaunchHistory OfThisProcess { get; } = new(TimeProvider.System);

    public void Add(string key)
    {
        lock (_lock)
        {
            Forget();
            if (_entries.Count == MaxEntries)
                _entries.RemoveAt(0);

            _entries.Add((key, timeProvider.GetTimestamp()));
        }
    }

    public void Remove(string key)
    {
        lock (_lock)
        {
            var index = _entries.FindLastIndex(entry => entry.Key == key);
            if (index >= 0)
                _entries.RemoveAt(index);
        }
    }

    public bool Contains(string key)
    {
        lock (_lock)
        {
            Forget();
            return _entries.Exists(entry => entry.Key == key);
        }
    }

    private void Forget() => _entries.RemoveAll(entry => timeProvider.GetElapsedTime(entry.Time) >= Memory);
}
