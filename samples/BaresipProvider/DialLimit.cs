namespace BaresipProvider;

/// <summary>A token that ends with the caller's, or after some time.</summary>
internal sealed class DialLimit : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _both;

    public DialLimit(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        _clock = new(time, clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellationToken);
    }

    public CancellationToken Token => _both.Token;

    public void Dispose()
    {
        _both.Dispose();
        _clock.Dispose();
    }
}
