using PhoneLink;

namespace PhoneLinkHandler;

/// <summary>Your telephone: put your softphone, PBX or SIP stack here.</summary>
internal sealed class Telephone : ITelephonyProvider
{
    public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Target.Number is not { } number)
            return Task.FromResult(new DialResult(DialStatus.Invalid, request.CallId) { Reason = DialReason.NoNumber });

        // Call request.MarkDispatching() just before you dial: from then on a call may exist, and an error is never taken for "nothing happened".
        // Then dial number, and return DialStatus.Accepted.
        _ = number;
        return Task.FromResult(new DialResult(DialStatus.NotDispatched, request.CallId));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
}
