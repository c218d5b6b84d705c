namespace PhoneLink;

/// <summary>Gives each call to the provider of the first route that takes it.</summary>
internal sealed class RoutingProvider(IReadOnlyList<TelephonyRoute> routes, IReadOnlyList<NamedProvider> providers, PreferenceResolver? preferences)
    : CompositeProvider(providers)
{
    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var choice = await ChooseAsync(request, cancellationToken);
        if (choice.Provider is not { } provider)
            return DialResult.For(request, DialStatus.NotDispatched, choice.Failure);

        var result = await DialByAsync(provider, request, cancellationToken);
        return result with
        {
            Route = result.Route is null ? choice.Route : $"{choice.Route}, {result.Route}",
            PreferenceProblems = choice.Problem is null ? result.PreferenceProblems : [.. result.PreferenceProblems, choice.Problem],
        };
    }

    public override async Task<string?> ForecastAsync(DialRequest request, CancellationToken cancellationToken) =>
        (await ChooseAsync(request, cancellationToken)).Provider?.Name;

    private async Task<Choice> ChooseAsync(DialRequest request, CancellationToken cancellationToken)
    {
        PreferenceProblem? problem = null;
        foreach (var route in routes)
        {
            var name = route.Provider;
            if (route.Kind is RouteKind.ByPreference)
            {
                var resolved = preferences is null ? null : await RequestPreferences.ResolveAsync(preferences, request.Scope, cancellationToken);
                if (preferences is not null && resolved is null)
                    return new(null, route.Name, problem, DialReason.PreferencesFailed);

                name = resolved?.Get(DialPreferenceKeys.Provider);
                if (name is not null && Find(name) is null)
                    problem = new(PreferenceProblemKind.Invalid, DialPreferenceKeys.Provider.Name, resolved!.Explain(DialPreferenceKeys.Provider).Level, default);
            }

            if (name is null || Find(name) is not { } provider)
                continue;

            switch (await TakesAsync(route, provider, request, cancellationToken))
            {
                case true:
                    return new(provider, route.Name, problem);
                case null:
                    return new(null, route.Name, problem, DialReason.RouteFailed);
            }
        }

        throw new InvalidOperationException("A list of routes ends with one that takes all calls."); // Checked when it was built.
    }

    /// <summary>Asks the route; null when what it asks, the host's code or the provider's status, throws: nothing was dispatched then.</summary>
    private static async Task<bool?> TakesAsync(TelephonyRoute route, NamedProvider provider, DialRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return route.Takes(request)
                && (route.Kind is not RouteKind.WhenReady
                    || provider.GetService<IProviderStatus>() is not { } status
                    || (await status.GetStatusAsync(cancellationToken)).State is ProviderState.Ready or ProviderState.Unknown);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private NamedProvider? Find(string name) => Providers.FirstOrDefault(provider => provider.Name == name);

    private readonly record struct Choice(NamedProvider? Provider, string Route, PreferenceProblem? Problem, DialReason Failure = DialReason.None);
}
