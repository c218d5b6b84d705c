namespace PhoneLink;

/// <summary>Notes each call before it is dispatched and what became of it, and dispatches no id that the journal knows.</summary>
internal sealed class JournalLayer(ITelephonyProvider inner, ICallJournal journal, JournalFailure failure) : DelegatingTelephonyProvider(inner)
{
    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.DryRun)
            return await Inner.DialAsync(request, cancellationToken);

        return await BeginAsync(request, cancellationToken) switch
        {
            null => DialResult.For(request, DialStatus.Blocked, DialReason.JournalUnavailable),
            { State: JournalState.New } => await PlaceAsync(request, cancellationToken),
            { State: JournalState.Conflict } => DialResult.For(request, DialStatus.Invalid, DialReason.IdConflict),
            { State: JournalState.Done, Outcome: { } outcome } => DialResult.For(request, DialStatus.Duplicate, DialReason.Repeated) with
            {
                OriginalCallId = request.CallId,
                NativeCode = outcome.NativeCode,
                ProviderName = outcome.ProviderName,
                ProviderCallId = outcome.ProviderCallId,
            },
            _ => DialResult.For(request, DialStatus.Ambiguous, DialReason.InDoubt),
        };
    }

    /// <summary>Asks the journal; null when it cannot be written and the call has to wait for that.</summary>
    private async Task<JournalAnswer?> BeginAsync(DialRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await journal.BeginAsync(new(request), cancellationToken);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            PhoneLinkTelemetry.JournalFailed();

            // Help does not wait for a disk.
            return failure is JournalFailure.Dial || (request.Cause is DialCause.User && EmergencyCall.Is(request)) ? new(JournalState.New) : null;
        }
    }

    private async Task<DialResult> PlaceAsync(DialRequest request, CancellationToken cancellationToken)
    {
        DialResult? result = null;
        try
        {
            return result = await Inner.DialAsync(request, cancellationToken);
        }
        finally
        {
            // An exception passes the boundary only where nothing left.
            await EndAsync(result ?? (request.IsDispatching
                ? DialResult.For(request, DialStatus.Ambiguous, DialReason.ProviderFailed)
                : DialResult.For(request, DialStatus.NotDispatched, DialReason.Cancelled)));
        }
    }

    private async Task EndAsync(DialResult result)
    {
        try
        {
            await journal.EndAsync(result);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The call is placed or not, whatever the journal can say of it; without an outcome its id stays in doubt.
            PhoneLinkTelemetry.JournalFailed();
        }
    }
}
