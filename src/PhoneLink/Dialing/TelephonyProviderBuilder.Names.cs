using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <content>Several providers, by name.</content>
public sealed partial class TelephonyProviderBuilder
{
    private readonly Dictionary<string, ProviderRecipe> _recipes = new(StringComparer.Ordinal) { [LinkTelephonyProvider.Name] = new ProviderRecipe.Leaf(LinkProvider) };

    /// <summary>Adds a provider under a name.</summary>
    /// <param name="name">The name, by which routes, preferences and results call it; case counts.</param>
    /// <param name="provider">The provider.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is empty, too long, holds other characters than letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, or is taken.</exception>
    /// <remarks>Links have the name <see cref="LinkTelephonyProvider.Name"/> without being added. <see cref="To(string)"/> chooses who gets the calls.</remarks>
    public TelephonyProviderBuilder Add(string name, ITelephonyProvider provider) => Add(name, Always(provider));

    /// <summary>Adds a provider that is made of services under a name.</summary>
    /// <param name="name">The name, by which routes, preferences and results call it; case counts.</param>
    /// <param name="provider">Makes the provider; without services it gets a service provider that has none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is empty, too long, holds other characters than letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, or is taken.</exception>
    public TelephonyProviderBuilder Add(string name, Func<IServiceProvider, ITelephonyProvider> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return Add(name, new ProviderRecipe.Leaf(provider));
    }

    /// <summary>Adds a provider that tries others in order, and goes on only where the one before has proved that nothing left it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="providers">The names of the others, the first one first.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="providers"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is not well-formed or taken, or there is none to try.</exception>
    /// <remarks>Only after <see cref="DialStatus.NotDispatched"/> the next one is tried. Each must know the modes of the first.</remarks>
    public TelephonyProviderBuilder AddFallback(string name, params string[] providers)
    {
        ArgumentNullException.ThrowIfNull(providers);
        if (providers.Length == 0 || Array.Exists(providers, string.IsNullOrEmpty))
            throw new ArgumentException("Name the providers to try.", nameof(providers));

        return Add(name, new ProviderRecipe.Fallback([.. providers]));
    }

    /// <summary>Adds a provider that gives each call to one of several.</summary>
    /// <param name="name">The name.</param>
    /// <param name="routes">Says who gets which calls.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="routes"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is not well-formed or taken.</exception>
    public TelephonyProviderBuilder AddRoutes(string name, Action<TelephonyRoutes> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var all = new TelephonyRoutes();
        routes(all);
        return Add(name, new ProviderRecipe.Routing(all));
    }

    /// <summary>Replaces the provider that carries out calls by a named one.</summary>
    /// <param name="name">A name that was added here, before or after, or the key of an <see cref="ITelephonyProvider"/> in the services.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public TelephonyProviderBuilder To(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _target = name;
        return this;
    }

    private TelephonyProviderBuilder Add(string name, ProviderRecipe recipe)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!ProviderName.IsValid(name))
            throw new ArgumentException($"A name has at most {ProviderName.MaxLength} letters, digits, '-', '_' and '.'.", nameof(name));

        if (_recipes.ContainsKey(name))
            throw new ArgumentException($"There is a telephony provider '{name}' already.", nameof(name));

        _recipes.Add(name, recipe);
        return this;
    }

    /// <summary>Makes the provider that carries out calls. All names are looked at, used or not, so that a fault is found when the host starts.</summary>
    private ITelephonyProvider MakeInnermost(IServiceProvider services)
    {
        var assembly = new ProviderAssembly(_recipes, services);
        foreach (var recipe in _recipes)
            if (recipe.Value is not ProviderRecipe.Leaf)
                assembly.Find(recipe.Key);

        var innermost = _target is null ? new DispatchBoundary(Made(_innermost(services))) : (ITelephonyProvider?)assembly.Find(_target);
        return assembly.Faults.Count == 0
            ? innermost!
            : throw new OptionsValidationException(nameof(ITelephonyProvider), typeof(TelephonyProviderBuilder), assembly.Faults.Distinct(StringComparer.Ordinal));
    }
}
