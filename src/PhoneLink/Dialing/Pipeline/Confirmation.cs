namespace PhoneLink;

/// <summary>Lets a call that a link asks for, or that a policy doubts, pass only when a person says yes.</summary>
internal sealed class Confirmation(ITelephonyProvider inner, IDialConfirmation? confirmation, TimeProvider time) : DelegatingTelephonyProvider(inner)
{
    /// <summary>Long enough to read and decide; an open question holds back every click on the same number.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Cause < DialCause.Link && request.Concerns.Count == 0)
            return await Inner.DialAsync(request, cancellationToken);

        if (request.ProviderName is null && Inner.GetService<CompositeProvider>() is { } composite)
            request = request with { ProviderName = await composite.ForecastAsync(request, cancellationToken) };

        return await ObjectionAsync(request, cancellationToken) is { } objection
            ? DialResult.For(request, DialStatus.Blocked, objection)
            : await Inner.DialAsync(request, cancellationToken);
    }

    /// <summary>Tells who is asked, so that a host can see whether its pipeline asks anybody.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(IDialConfirmation) && confirmation is not null ? confirmation : base.GetService(serviceType, serviceKey);

    private async Task<DialReason?> ObjectionAsync(DialRequest request, CancellationToken cancellationToken)
    {
        if (confirmation is null)
            return DialReason.ConfirmationMissing;

        try
        {
            return await AskAsync(confirmation, request, cancellationToken) switch
            {
                true => null,
                false => DialReason.Declined,
                null => DialReason.NoAnswer,
            };
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Whatever went wrong with the question, nobody said yes.
            return DialReason.ConfirmationFailed;
        }
    }

    /// <summary>Asks, on the caller's context; null when there was no answer in time. The question is told to end, and a late answer is not heard.</summary>
    private async Task<bool?> AskAsync(IDialConfirmation person, DialRequest request, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // A timer, not a bounded wait: a modal window holds this thread until somebody closes it.
        using var patience = time.CreateTimer(End, ending, Patience, Timeout.InfiniteTimeSpan);
        var asked = time.GetTimestamp();
        try
        {
            var answer = await person.ConfirmAsync(request, ending.Token).WaitAsync(ending.Token);
            cancellationToken.ThrowIfCancellationRequested();
            return IsLate() ? null : answer;
        }
        catch (OperationCanceledException) when (IsLate())
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }

        bool IsLate() => ending.IsCancellationRequested || time.GetElapsedTime(asked) >= Patience;
    }

    private static void End(object? question)
    {
        try
        {
            ((CancellationTokenSource)question!).Cancel();
        }
        catch (Exception exception) when (exception is AggregateException or ObjectDisposedException)
        {
            // What the host runs when its question ends may fail, and the answer may come at the last moment: neither may end the process.
        }
    }
}
