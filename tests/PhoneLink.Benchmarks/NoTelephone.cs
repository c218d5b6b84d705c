namespace PhoneLink.Benchmarks;

/// <summary>Accepts every call and does nothing.</summary>
internal sealed class NoTelephone : ITelephonyProvider
{
    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new DialResult(DialStatus.Accepted, request.CallId));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;
}
