namespace PhoneLink;

/// <summary>Keeps two questions two seconds apart: a flood of links stays one question after the other, and each can be read.</summary>
/// <remarks>Thread-safe; who comes while others wait takes the place behind them.</remarks>
internal sealed class PromptSpacing(TimeProvider timeProvider)
{
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Waits until a question may be shown.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = timeProvider.GetElapsedTime(_start);
            wait = _next > now ? _next - now : TimeSpan.Zero;
            _next = now + wait + Distance;
        }

        await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
    }
}
