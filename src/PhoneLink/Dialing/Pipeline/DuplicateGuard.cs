namespace PhoneLink;

/// <summary>Places no call twice: folds double clicks, and dispatches no id again.</summary>
internal sealed class DuplicateGuard(ITelephonyProvider inner, TimeSpan window, TimeProvider time) : DelegatingTelephonyProvider(inner)
{
    private readonly GuardMemory _memory = new(window, time);

    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.DryRun)
            return await Inner.DialAsync(request, cancellationToken);

        var key = GuardKey.For(request);
        while (true)
        {
            var dial = _memory.Enter(request, key, foldable: !IsUrgent(request), out var isNew);
            if (isNew)
                return await PlaceAsync(dial, request, cancellationToken);

            if (dial.Key != key)
                return DialResult.For(request, DialStatus.Invalid, DialReason.IdConflict);

            // The token ends only this waiting; the call is the first click's.
            var outcome = await dial.Outcome.WaitAsync(cancellationToken);
            if (outcome is not null && Binds(outcome, dial, request))
                return Repeat(outcome, dial, request);
        }
    }

    /// <summary>A person who calls for help is never held back.</summary>
    private static bool IsUrgent(DialRequest request) => request.Cause is DialCause.User && EmergencyCall.Is(request);

    /// <summary>A call that a link asked for and that was declined does not stop the person who presses the button.</summary>
    private static bool Binds(DialResult outcome, GuardedDial dial, DialRequest request) => outcome.CallMayExist || request.Cause >= dial.Cause;

    private static DialResult Repeat(DialResult outcome, GuardedDial dial, DialRequest request)
    {
        var original = outcome.OriginalCallId ?? dial.CallId;
        return outcome.CallMayExist
            ? DialResult.For(request, DialStatus.Duplicate, DialReason.Repeated) with { OriginalCallId = original, NativeCode = outcome.NativeCode, Link = outcome.Link }
            : outcome with { CallId = request.CallId, OriginalCallId = original };
    }

    private async Task<DialResult> PlaceAsync(GuardedDial dial, DialRequest request, CancellationToken cancellationToken)
    {
        DialResult? outcome = null;
        try
        {
            outcome = await Inner.DialAsync(request, cancellationToken);
            return outcome;
        }
        finally
        {
            // A layer below may throw after the provider dispatched: the mark tells.
            if (outcome is null && request.IsDispatching)
                outcome = DialResult.For(request, DialStatus.Ambiguous, DialReason.ProviderFailed);

            _memory.End(dial, outcome);
        }
    }
}
