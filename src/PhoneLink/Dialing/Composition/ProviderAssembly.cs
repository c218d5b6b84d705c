using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink;

/// <summary>Makes the named providers of one build, each once, and collects what is wrong with them.</summary>
internal sealed class ProviderAssembly(IReadOnlyDictionary<string, ProviderRecipe> recipes, IServiceProvider services)
{
    private readonly Dictionary<string, NamedProvider?> _made = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];

    /// <summary>Gets the sentences that say what is wrong, each with the name.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Finds or makes a provider; null when it has a fault.</summary>
    public NamedProvider? Find(string name)
    {
        if (_path.Contains(name))
        {
            Faults.Add($"The telephony provider '{name}' leads back to itself: {string.Join(" → ", _path.SkipWhile(step => step != name))} → {name}.");
            return null;
        }

        if (_made.TryGetValue(name, out var made))
            return made;

        _path.Add(name);
        var provider = Make(name);
        _path.RemoveAt(_path.Count - 1);
        return _made[name] = provider is null ? null : new(name, provider);
    }

    private ITelephonyProvider? Make(string name)
    {
        if (!recipes.TryGetValue(name, out var recipe))
            return Registered(name);

        switch (recipe)
        {
            case ProviderRecipe.Leaf leaf:
                return new DispatchBoundary(TelephonyProviderBuilder.Made(leaf.Make(services)));

            case ProviderRecipe.Fallback fallback:
                return Find(fallback.Providers, name) is { } inOrder && HaveModesOfFirst(inOrder, name) ? new FallbackProvider(inOrder) : null;

            case ProviderRecipe.Routing { Routes: var routes }:
                if (!routes.IsComplete)
                    Faults.Add($"The routes of the telephony provider '{name}' do not say who gets all other calls; end them with Otherwise(…).");

                var names = routes.All.Select(static route => route.Provider).OfType<string>().Concat(routes.Choosable).Distinct(StringComparer.Ordinal).ToList();
                return Find(names, name) is { } found && routes.IsComplete
                    ? new RoutingProvider(routes.All, found, (PreferenceResolver?)services.GetService(typeof(PreferenceResolver)))
                    : null;

            default:
                return null;
        }
    }

    /// <summary>What is not in the builder is a keyed service.</summary>
    private DispatchBoundary? Registered(string name)
    {
        if ((services as IKeyedServiceProvider)?.GetKeyedService(typeof(ITelephonyProvider), name) is ITelephonyProvider registered)
            return new(registered);

        Faults.Add($"There is no telephony provider '{name}'; add it with Add(\"{name}\", …) to the pipeline, or with AddProvider(\"{name}\", …) to the services. Known are: {string.Join(", ", recipes.Keys)}.");
        return null;
    }

    private List<NamedProvider>? Find(IReadOnlyList<string> names, string owner)
    {
        var before = Faults.Count;
        foreach (var twice in names.GroupBy(static name => name, StringComparer.Ordinal).Where(static group => group.Count() > 1))
            Faults.Add($"The telephony provider '{owner}' names '{twice.Key}' twice.");

        var found = names.Select(Find).OfType<NamedProvider>().ToList();
        return Faults.Count == before && found.Count == names.Count ? found : null;
    }

    /// <summary>A chain does what its first provider does, whoever of it gets the call.</summary>
    private bool HaveModesOfFirst(List<NamedProvider> providers, string owner)
    {
        var isFit = true;
        foreach (var mode in new[] { DialMode.Place, DialMode.Prefill })
            foreach (var provider in providers.Skip(1))
                if (providers[0].Capabilities?.Supports(mode) is true && provider.Capabilities?.Supports(mode) is false)
                {
                    Faults.Add($"The telephony provider '{provider.Name}' in '{owner}' does not know the mode {mode} of '{providers[0].Name}' before it.");
                    isFit = false;
                }

        return isFit;
    }
}
