using PhoneLink;

namespace DialHandler;

/// <summary>The telephone of this sample: it says what it would dial. Put your softphone, PBX or SIP stack here.</summary>
internal sealed class JournalPhone : ITelephonyProvider
{
    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Target.Number is null)
            return Task.FromResult(new DialResult(DialStatus.Invalid, request.CallId) { Reason = DialReason.NoNumber });

        // From here on a call may exist: an error after this mark is never taken for "nothing happened".
        request.MarkDispatching();
        Console.WriteLine($"DialHandler: dialling {request.Target}");
        return Task.FromResult(new DialResult(DialStatus.Accepted, request.CallId));
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }
}
