namespace PhoneLink;

/// <summary>Makes of the number on file what the user's location dials, before any other layer sees it.</summary>
internal sealed class RuleLayer(ITelephonyProvider inner, DialPlan? plan, PreferenceResolver? preferences, INumberingPlan? numbering) : DelegatingTelephonyProvider(inner)
{
    /// <summary>Those of one location for everybody, made with the first call.</summary>
    private DialingRules? _rules;

    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Analysis is not null || request.Target is not { Number: { } number, IsUsable: true })
            return await Inner.DialAsync(request, cancellationToken);

        if (request.Target is SipUri or SmsUri)
            return await Inner.DialAsync(request with { Analysis = numbering?.Analyze(number) }, cancellationToken);

        if (plan is not null || preferences is null)
            return await DialAsync(request, number, _rules ??= new(plan ?? DialPlan.Default, numbering), [], cancellationToken);

        var resolved = await RequestPreferences.ResolveAsync(preferences, request.Scope, cancellationToken);
        return resolved is null
            ? DialResult.For(request, DialStatus.NotDispatched, DialReason.PreferencesFailed)
            : await DialAsync(request, number, new(DialPlan.FromPreferences(resolved), numbering), DialPreferenceKeys.FindProblems(resolved), cancellationToken);
    }

    private async Task<DialResult> DialAsync(DialRequest request, PhoneNumber number, DialingRules rules, IReadOnlyList<PreferenceProblem> problems, CancellationToken cancellationToken)
    {
        var dialled = rules.Apply(number);
        var result = await Inner.DialAsync(request with { Target = TargetOf(request.Target, dialled.Number), Analysis = dialled.Analysis }, cancellationToken);
        return result with
        {
            Steps = dialled.Steps,
            PreferenceProblems = problems.Count == 0 ? result.PreferenceProblems : [.. result.PreferenceProblems, .. problems],
        };
    }

    /// <summary>A link stays as it was given when it already says what is dialled.</summary>
    private static TelephonyUri TargetOf(TelephonyUri target, PhoneNumber dialled) =>
        dialled.Equals(target.Number) ? target
        : target is TelUri tel ? tel.WithNumber(dialled)
        : new TelUri(dialled);
}
