namespace PhoneLink;

/// <summary>Judges calls by <see cref="DialPolicies"/>.</summary>
internal sealed class BuiltInPolicy(DialPolicies policies) : IDialPolicy
{
    public async ValueTask<DialVerdict> JudgeAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        var verdict = Stricter(ByKind(request), ByRegion(request));
        return policies.IsDoNotCall is { } ask && await ask(request, cancellationToken)
            ? Stricter(verdict, Verdict(policies.DoNotCall, DialConcern.DoNotCall))
            : verdict;
    }

    private static DialVerdict Stricter(DialVerdict one, DialVerdict other) => other.Decision > one.Decision ? other : one;

    private static DialVerdict Verdict(DialDecision decision, DialConcern concern) => new(decision) { Concern = concern };

    private DialVerdict ByKind(DialRequest request)
    {
        // What is dialled counts too: a rule of the location may have made a service code of it.
        if (request.Target.Number is { IsServiceCode: true } code)
            return Stricter(
                Verdict(policies.ServiceCode, DialConcern.ServiceCode),
                ForwardingCodes.Forwards(code) ? Verdict(policies.CallForwarding, DialConcern.ServiceCode) : default);

        return request.Analysis?.Kind switch
        {
            NumberKind.Premium => Verdict(policies.PremiumRate, DialConcern.PremiumRate),
            NumberKind.ShortCode => Verdict(policies.ShortCode, DialConcern.UnknownCost),
            NumberKind.ServiceCode => Verdict(policies.ServiceCode, DialConcern.ServiceCode),
            _ => default,
        };
    }

    private DialVerdict ByRegion(DialRequest request)
    {
        var isAsked = policies.BlockedRegions.Count > 0 || policies.OtherRegions > DialDecision.Allow;
        if (!isAsked || request.Analysis is not { Canonical.IsGlobal: true, Region: { } region })
            return default;

        if (policies.BlockedRegions.Contains(region, StringComparer.OrdinalIgnoreCase))
            return DialVerdict.Block();

        return policies.HomeRegions.Contains(region, StringComparer.OrdinalIgnoreCase) ? default : Verdict(policies.OtherRegions, DialConcern.Region);
    }
}
