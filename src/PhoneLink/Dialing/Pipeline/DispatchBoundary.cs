namespace PhoneLink;

/// <summary>Stands right around the provider and makes its exceptions and answers say no more than is known.</summary>
/// <remarks>See docs/decisions/0004-exceptions-and-the-mark.md.</remarks>
internal sealed class DispatchBoundary(ITelephonyProvider inner) : DelegatingTelephonyProvider(inner)
{
    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Target.IsUsable)
            return DialResult.For(request, DialStatus.Invalid, DialReason.UnknownParameter);

        if (ObjectionOf(request) is { } objection)
            return objection;

        var result = await KnownAsync(request, cancellationToken);
        if (!result.CallMayExist)
            return result;

        // For the layers above, which see this mark when one of them throws.
        request.MarkDispatching();
        return cancellationToken.IsCancellationRequested && result.Status is DialStatus.HandedOff or DialStatus.Accepted ? result with { IsCancellationIgnored = true } : result;
    }

    /// <summary>What the provider itself says that it cannot do is not asked of it.</summary>
    private DialResult? ObjectionOf(DialRequest request)
    {
        if (Inner.GetService<TelephonyCapabilities>() is not { } abilities)
            return null;

        if (abilities.IsRemote && EmergencyCall.Is(request))
            return DialResult.For(request, DialStatus.Blocked, DialReason.EmergencyNotSupported);

        return abilities.Supports(request.Mode) ? null : DialResult.For(request, DialStatus.NotDispatched, DialReason.ModeNotSupported);
    }

    private async Task<DialResult> KnownAsync(DialRequest request, CancellationToken cancellationToken)
    {
        var activity = PhoneLinkTelemetry.StartProvider(request);
        DialResult? result = null;
        try
        {
            return result = await JudgedAnswer.OfAsync(Inner, request, cancellationToken);
        }
        finally
        {
            PhoneLinkTelemetry.End(activity, result);
        }
    }
}
