namespace PhoneLink.Tests;

/// <summary>A clock that stands still until it is told to go on; its timers ring once.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_timers)
            _timers.Add(timer);

        return timer;
    }

    public void Advance(TimeSpan time)
    {
        Interlocked.Add(ref _ticks, time.Ticks);
        ManualTimer[] timers;
        lock (_timers)
            timers = [.. _timers];

        foreach (var timer in timers)
            timer.RingIfDue();
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action ring) : ITimer
    {
        private long? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime < TimeSpan.Zero ? null : clock.GetTimestamp() + dueTime.Ticks;
            return true;
        }

        public void RingIfDue()
        {
            if (_due is not { } due || clock.GetTimestamp() < due)
                return;

            _due = null;
            ring();
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
