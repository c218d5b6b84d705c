using System.Collections.Concurrent;

namespace PhoneLink.Tests.Dialing;

/// <summary>Answers what the test says, and remembers what it was asked to dial.</summary>
internal sealed class ScriptedProvider(Func<DialRequest, CancellationToken, Task<DialResult>> answer) : ITelephonyProvider, IProviderStatus
{
    public ScriptedProvider(DialStatus status)
        : this((request, _) => Task.FromResult(new DialResult(status, request.CallId)))
    {
    }

    public ConcurrentQueue<DialRequest> Dialled { get; } = new();

    public TelephonyCapabilities? Capabilities { get; init; }

    public ProviderState State { get; set; } = ProviderState.Ready;

    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        Dialled.Enqueue(request);
        return answer(request, cancellationToken);
    }

    public Task<ProviderStatus> GetStatusAsync(CancellationToken cancellationToken = default) => Task.FromResult(new ProviderStatus(State));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType.IsInstanceOfType(this) ? this : serviceType == typeof(TelephonyCapabilities) ? Capabilities : null;
}
