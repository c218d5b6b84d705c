namespace PhoneLink;

/// <summary>A journal in this process's memory, for pipelines that share it; ended processes leave nothing.</summary>
/// <remarks>Thread-safe. Of two pipelines that place one id at once the second waits for the outcome of the first. Entries stay for a time and up to a number.</remarks>
public sealed class InMemoryCallJournal : ICallJournal
{
    /// <summary>How many calls are remembered, unless the host says otherwise.</summary>
    public const int DefaultCapacity = 100_000;

    private readonly object _gate = new();
    private readonly JournalIndex _index;
    private readonly Dictionary<CallId, TaskCompletionSource<bool>> _underWay = [];
    private readonly TimeProvider _time;

    /// <summary>Makes a journal.</summary>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="retention">How long ids are remembered; null for a day.</param>
    /// <param name="capacity">How many are remembered; the oldest go first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retention"/> or <paramref name="capacity"/> is not positive.</exception>
    public InMemoryCallJournal(TimeProvider? time = null, TimeSpan? retention = null, int capacity = DefaultCapacity)
    {
        if (retention <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(retention), "A retention is positive.");

        if (capacity <= 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), "A capacity is positive.");

        _time = time ?? TimeProvider.System;
        _index = new(retention ?? TimeSpan.FromDays(1), capacity);
    }

    /// <summary>Gets how many calls are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _index.Count;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<JournalAnswer> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        while (true)
        {
            Task<bool> other;
            lock (_gate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
                _index.Forget(now);
                var answer = _index.Find(intent.CallId)?.AnswerTo(intent);
                if (answer is null)
                {
                    _index.Begin(intent.CallId, new(now, intent.Fingerprint));
                    _underWay[intent.CallId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    return new(JournalState.New);
                }

                if (answer.State is not JournalState.InDoubt || !_underWay.TryGetValue(intent.CallId, out var first))
                    return answer;

                other = first.Task;
            }

            await other.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask EndAsync(DialResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (_gate)
        {
            if (_index.Find(result.CallId) is { } entry)
                _index.End(result.CallId, entry.With(result));

            if (_underWay.TryGetValue(result.CallId, out var first))
            {
                _underWay.Remove(result.CallId);
                first.TrySetResult(true);
            }
        }

        return default;
    }
}
