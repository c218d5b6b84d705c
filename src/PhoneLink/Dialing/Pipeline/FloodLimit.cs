namespace PhoneLink;

/// <summary>Lets a user place only so many calls in a time; a person's call for help is never held back.</summary>
internal sealed class FloodLimit(ITelephonyProvider inner, int calls, TimeSpan period, TimeProvider time) : DelegatingTelephonyProvider(inner)
{
    /// <summary>Beyond so many users those are forgotten who have no call in the period.</summary>
    internal const int Capacity = 10_000;

    private readonly object _gate = new();
    private readonly Dictionary<(string? Database, string? User), Queue<long>> _calls = [];
    private int _sweepAt = Capacity;

    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.DryRun && !(request.Cause is DialCause.User && EmergencyCall.Is(request)) && WaitFor(request) is { } wait)
            return DialResult.For(request, DialStatus.Blocked, DialReason.TooManyCalls) with { RetryAfter = wait };

        return await Inner.DialAsync(request, cancellationToken);
    }

    /// <summary>Notes the call, or tells how long the user has to wait.</summary>
    private TimeSpan? WaitFor(DialRequest request)
    {
        var user = (request.Scope?.Database, request.Scope?.User);
        lock (_gate)
        {
            if (!_calls.TryGetValue(user, out var own))
                _calls.Add(user, own = new());

            while (own.Count > 0 && time.GetElapsedTime(own.Peek()) >= period)
                own.Dequeue();

            if (own.Count >= calls)
                return period - time.GetElapsedTime(own.Peek());

            own.Enqueue(time.GetTimestamp());
            if (_calls.Count > _sweepAt)
                Forget();

            return null;
        }
    }

    private void Forget()
    {
        foreach (var idle in _calls.Where(user => user.Value.All(call => time.GetElapsedTime(call) >= period)).Select(static user => user.Key).ToList())
            _calls.Remove(idle);

        _sweepAt = Math.Max(Capacity, 2 * _calls.Count);
    }
}
