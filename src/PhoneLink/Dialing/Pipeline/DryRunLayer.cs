namespace PhoneLink;

/// <summary>Makes every call a dry run.</summary>
internal sealed class DryRunLayer(ITelephonyProvider inner) : DelegatingTelephonyProvider(inner)
{
    public override Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Inner.DialAsync(request.DryRun ? request : request with { DryRun = true }, cancellationToken);
    }
}
