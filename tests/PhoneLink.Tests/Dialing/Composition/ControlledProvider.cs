namespace PhoneLink.Tests.Dialing.Composition;

/// <summary>Answers one status, ends calls and has events.</summary>
internal sealed class ControlledProvider(DialStatus status) : ITelephonyProvider, ICallControl
{
    public CallEventPublisher Events { get; } = new();

    public List<CallId> HungUp { get; } = [];

    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new DialResult(status, request.CallId));

    public Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken cancellationToken = default)
    {
        HungUp.Add(callId);
        return Task.FromResult(HangUpStatus.Ended);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType.IsInstanceOfType(this) ? this : serviceType.IsInstanceOfType(Events) ? Events : null;
}
