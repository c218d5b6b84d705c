namespace PhoneLink.Crash;

/// <summary>Dispatches a call as a line of a file, and dies before or after one of them.</summary>
/// <param name="dispatches">The file, which belongs to this process alone.</param>
/// <param name="deathAt">2n-1 is before the n-th dispatch, 2n after it; 0 is never.</param>
internal sealed class DeadlyProvider(string dispatches, int deathAt) : ITelephonyProvider
{
    private int _count;

    public async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        _count++;
        if (deathAt == (2 * _count) - 1)
            throw Death.Now();

        request.MarkDispatching();
        await File.AppendAllTextAsync(dispatches, $"{request.CallId.Value:N}\n", cancellationToken);
        return deathAt == 2 * _count ? throw Death.Now() : new DialResult(DialStatus.Accepted, request.CallId);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;
}
