namespace PhoneLink;

/// <summary>Stands around a layer of the host's own: what it throws becomes a result by the same rules as a provider's exception.</summary>
internal sealed class LayerBoundary(ITelephonyProvider inner) : DelegatingTelephonyProvider(inner)
{
    public override Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JudgedAnswer.OfAsync(Inner, request, cancellationToken);
    }
}
