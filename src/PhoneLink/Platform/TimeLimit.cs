namespace PhoneLink;

/// <summary>A token that ends with the caller's, or after some time.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _both;

    public TimeLimit(TimeSpan limit, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _clock = Deadline.In(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, timeProvider);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellationToken);
    }

    public CancellationToken Token => _both.Token;

    public void Dispose()
    {
        _both.Dispose();
        _clock.Dispose();
    }
}
