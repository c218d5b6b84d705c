namespace PhoneLink;

/// <summary>Tells readers what becomes of a provider's calls, and keeps the promises of <see cref="ICallEvents"/> for it.</summary>
/// <remarks>
/// Thread-safe. For providers: hand it out by <see cref="ITelephonyProvider.GetService"/> and publish what the back end reports. It numbers events, lets
/// one <see cref="CallState.Ended"/> through and nothing behind it, lets no call go back, and gives late readers what is under way. Readers never
/// hold the publisher.
/// </remarks>
public sealed class CallEventPublisher : ICallEvents, IDisposable
{
    /// <summary>How many calls are remembered after their end.</summary>
    private const int EndedCalls = 10_000;

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<CallId, CallEvent> _last = [];
    private readonly Queue<CallId> _ended = new();
    private readonly Dictionary<CallId, long> _started = [];
    private readonly List<CallEventQueue> _readers = [];
    private bool _isDisposed;

    /// <summary>Makes a publisher.</summary>
    /// <param name="time">Gives events their time; null for the system's clock.</param>
    public CallEventPublisher(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <summary>Gets how many calls are under way.</summary>
    public int LiveCalls
    {
        get
        {
            lock (_gate)
                return _last.Count - _ended.Count;
        }
    }

    /// <summary>Tells all readers.</summary>
    /// <param name="news">What happened; its sequence, and its time where none is set, are given here.</param>
    /// <returns>Whether it was news: not for a call that is over, nor for a state that the call has already passed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="news"/> is null.</exception>
    public bool Publish(CallEvent news)
    {
        ArgumentNullException.ThrowIfNull(news);
        TimeSpan? setup;
        lock (_gate)
        {
            var last = _last.TryGetValue(news.CallId, out var known) ? known : null;
            if (_isDisposed || (last is not null && !MayFollow(last.State, news.State)))
                return false;

            news = news with
            {
                Sequence = (last?.Sequence ?? 0) + 1,
                Timestamp = news.Timestamp == default ? _time.GetUtcNow() : news.Timestamp,
                EndReason = news.State is CallState.Ended ? news.EndReason ?? CallEndReason.Unknown : null,
                ProviderCallId = news.ProviderCallId ?? last?.ProviderCallId,
                Missed = 0,
                IsSnapshot = false,
            };
            Remember(news);
            setup = SetupOf(news);
            foreach (var reader in _readers)
                reader.Add(news);
        }

        // Listeners are the host's code, which must not run under the lock.
        Measure(news, setup);
        return true;
    }

    /// <summary>Finds the last event of a call.</summary>
    /// <param name="callId">The call.</param>
    /// <returns>The event, or <see langword="null"/> when nobody knows the call, or not any more.</returns>
    public CallEvent? Find(CallId callId)
    {
        lock (_gate)
            return _last.TryGetValue(callId, out var last) ? last : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CallEvent> ReadAllAsync(CallId? callId = null, CancellationToken cancellationToken = default) => new Reading(this, callId, cancellationToken);

    /// <summary>Ends all streams; calls stay up.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var reader in _readers)
                reader.Complete();

            _readers.Clear();
        }
    }

    private static bool MayFollow(CallState last, CallState next) =>
        last is not CallState.Ended && (next > last || (last is CallState.Held && next is CallState.Connected));

    private void Remember(CallEvent news)
    {
        _last[news.CallId] = news;
        if (news.State is not CallState.Ended)
            return;

        _ended.Enqueue(news.CallId);
        if (_ended.Count > EndedCalls)
            _last.Remove(_ended.Dequeue());
    }

    /// <summary>How long the call took until both talk, when they do just now.</summary>
    private TimeSpan? SetupOf(CallEvent news)
    {
        if (news.Sequence == 1)
            _started[news.CallId] = _time.GetTimestamp();

        if (news.State < CallState.Connected || !_started.TryGetValue(news.CallId, out var start))
            return null;

        _started.Remove(news.CallId);
        return news.State is CallState.Connected ? _time.GetElapsedTime(start) : null;
    }

    private static void Measure(CallEvent news, TimeSpan? setup)
    {
        if (news.Sequence == 1)
            PhoneLinkTelemetry.CallStarted();

        if (setup is { } time)
            PhoneLinkTelemetry.CallConnected(time);

        if (news.State is CallState.Ended)
            PhoneLinkTelemetry.CallEnded(news.EndReason ?? CallEndReason.Unknown);
    }

    private CallEventQueue Start(CallId? callId)
    {
        lock (_gate)
        {
            var reader = new CallEventQueue(callId);
            foreach (var last in _last.Values)
                if (callId is null ? last.State is not CallState.Ended : last.CallId == callId)
                    reader.Add(last with { IsSnapshot = true });

            if (_isDisposed || (callId is { } one && !_last.ContainsKey(one)))
                reader.Complete();
            else
                _readers.Add(reader);

            return reader;
        }
    }

    private void Stop(CallEventQueue reader)
    {
        lock (_gate)
            _readers.Remove(reader);
    }

    private sealed class Reading(CallEventPublisher publisher, CallId? callId, CancellationToken whole) : IAsyncEnumerable<CallEvent>
    {
        public async IAsyncEnumerator<CallEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(whole, cancellationToken);
            var reader = publisher.Start(callId);
            try
            {
                while (await reader.NextAsync(both.Token) is { } news)
                    yield return news;
            }
            finally
            {
                publisher.Stop(reader);
            }
        }
    }
}
