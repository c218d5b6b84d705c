namespace PhoneLink;

/// <summary>Makes exceptions and answers of code that is not PhoneLink's say no more than is known; see docs/decisions/0004-exceptions-and-the-mark.md.</summary>
internal static class JudgedAnswer
{
    /// <summary>Dials, and judges what comes back.</summary>
    public static async Task<DialResult> OfAsync(ITelephonyProvider provider, DialRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var result = await provider.DialAsync(request, cancellationToken);
            if (result is null)
                return DialResult.For(request, DialStatus.Ambiguous, DialReason.ProviderFailed);

            return result.Status is DialStatus.NotDispatched && request.IsDispatching ? Doubted(result) : result;
        }
        catch (Exception exception) when (!ProvesNoCall(exception, request, cancellationToken))
        {
            return DialResult.For(
                request,
                DialStatus.Ambiguous,
                exception is OperationCanceledException && request.IsDispatching ? DialReason.Cancelled : DialReason.ProviderFailed);
        }
    }

    /// <summary>Only what the contract of providers lets through; a time-out of the provider's own comes with a token that is not the caller's.</summary>
    private static bool ProvesNoCall(Exception exception, DialRequest request, CancellationToken cancellationToken) =>
        !request.IsDispatching
        && (exception is ArgumentException or ObjectDisposedException
            || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested));

    private static DialResult Doubted(DialResult result) => result with
    {
        Status = DialStatus.Ambiguous,
        Reason = DialReason.Undecidable,
        Message = DialMessages.For(DialReason.Undecidable),
    };
}
