namespace PhoneLink;

/// <summary>Lets a call that a link asks for pass only when a person says yes.</summary>
internal sealed class Confirmation(ITelephonyProvider inner, IDialConfirmation? confirmation) : DelegatingTelephonyProvider(inner)
{
    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await ObjectionAsync(request, cancellationToken) is { } objection
            ? DialResult.For(request, DialStatus.Blocked, objection)
            : await Inner.DialAsync(request, cancellationToken);
    }

    private async Task<DialReason?> ObjectionAsync(DialRequest request, CancellationToken cancellationToken)
    {
        if (request.Cause < DialCause.Link)
            return null;

        if (confirmation is null)
            return DialReason.ConfirmationMissing;

        try
        {
            return await confirmation.ConfirmAsync(request, cancellationToken) ? null : DialReason.Declined;
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Whatever went wrong with the question, nobody said yes.
            return DialReason.ConfirmationFailed;
        }
    }
}
