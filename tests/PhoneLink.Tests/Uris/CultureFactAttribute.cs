using System.Globalization;

namespace PhoneLink.Tests.Uris;

/// <summary>A test that shows nothing without the data of cultures (ICU), and is skipped without: a Turkish i would be an English one.</summary>
public sealed class CultureFactAttribute : FactAttribute
{
    public CultureFactAttribute() => Skip = HasCultures ? null : "needs the data of cultures (ICU), which this run is without";

    private static bool HasCultures =>
        !AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant) || !isInvariant;
}
