namespace PhoneLink;

/// <summary>Tells listeners how dials end and how long they take.</summary>
internal sealed class TelemetryLayer(ITelephonyProvider inner, TimeProvider time) : DelegatingTelephonyProvider(inner)
{
    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var activity = PhoneLinkTelemetry.StartDial(request);
        var start = time.GetTimestamp();
        DialResult? result = null;
        try
        {
            return result = await Inner.DialAsync(request, cancellationToken);
        }
        finally
        {
            PhoneLinkTelemetry.Dialled(result, time.GetElapsedTime(start));
            PhoneLinkTelemetry.End(activity, result);
        }
    }
}
