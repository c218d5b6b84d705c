namespace PhoneLink;

/// <summary>Blocks calls that policies forbid, and has a person asked about those that they doubt; the strictest verdict holds.</summary>
internal sealed class PolicyLayer(ITelephonyProvider inner, IReadOnlyList<IDialPolicy> policies) : DelegatingTelephonyProvider(inner)
{
    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (EmergencyCall.Is(request))
            return await Inner.DialAsync(request.Cause is DialCause.User ? request : With(request, DialConcern.Emergency), cancellationToken);

        var concerns = new List<DialConcern>();
        foreach (var policy in policies)
        {
            if (await JudgeAsync(policy, request, cancellationToken) is not { } verdict)
                return DialResult.For(request, DialStatus.Blocked, DialReason.PolicyFailed);

            switch (verdict.Decision)
            {
                case DialDecision.Allow:
                    break;
                case DialDecision.Prefill when Inner.GetService<TelephonyCapabilities>() is not { CanPrefill: false }:
                    request = request with { Mode = DialMode.Prefill };
                    break;
                case DialDecision.Prefill: // Of a provider that cannot show the number a person is asked instead.
                case DialDecision.Confirm:
                    concerns.Add(verdict.Concern ?? DialConcern.Other);
                    break;
                default:
                    return DialResult.For(request, DialStatus.Blocked, DialReason.NotAllowed, verdict.Message);
            }
        }

        return await Inner.DialAsync(concerns.Count == 0 ? request : With(request, [.. concerns]), cancellationToken);
    }

    private static DialRequest With(DialRequest request, params DialConcern[] concerns) => request with { Concerns = concerns };

    private static async Task<DialVerdict?> JudgeAsync(IDialPolicy policy, DialRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await policy.JudgeAsync(request, cancellationToken);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // A call that nobody could judge is not allowed.
            return null;
        }
    }
}
