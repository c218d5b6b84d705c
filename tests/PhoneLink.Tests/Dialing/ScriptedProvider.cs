using System.Collections.Concurrent;

namespace PhoneLink.Tests.Dialing;

/// <summary>Answers what the test says, and remembers what it was asked to dial.</summary>
internal sealed class ScriptedProvider(Func<DialRequest, CancellationToken, Task<DialResult>> answer) : ITelephonyProvider
{
    public ScriptedProvider(DialStatus status)
        : this((request, _) => Task.FromResult(new DialResult(status, request.CallId)))
    {
    }

    public ConcurrentQueue<DialRequest> Dialled { get; } = new();

    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        Dialled.Enqueue(request);
        return answer(request, cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;
}
