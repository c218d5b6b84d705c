namespace PhoneLink;

/// <summary>How a named provider is made.</summary>
internal abstract record ProviderRecipe
{
    private ProviderRecipe()
    {
    }

    /// <summary>One that the host, or PhoneLink, has.</summary>
    public sealed record Leaf(Func<IServiceProvider, ITelephonyProvider> Make) : ProviderRecipe;

    /// <summary>One that tries others in order.</summary>
    public sealed record Fallback(IReadOnlyList<string> Providers) : ProviderRecipe;

    /// <summary>One that chooses among others.</summary>
    public sealed record Routing(TelephonyRoutes Routes) : ProviderRecipe;
}
