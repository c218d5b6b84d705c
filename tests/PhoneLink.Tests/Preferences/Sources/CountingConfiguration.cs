using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace PhoneLink.Tests.Preferences.Sources;

/// <summary>Counts how a configuration is read; listing it means to look at all its keys.</summary>
internal sealed class CountingConfiguration(IConfiguration inner) : IConfiguration
{
    public int Lookups { get; private set; }

    public int Listings { get; private set; }

    public string? this[string key]
    {
        get
        {
            Lookups++;
            return inner[key];
        }
        set => inner[key] = value;
    }

    public IEnumerable<IConfigurationSection> GetChildren()
    {
        Listings++;
        return inner.GetChildren();
    }

    public IChangeToken GetReloadToken() => inner.GetReloadToken();

    public IConfigurationSection GetSection(string key)
    {
        Listings++;
        return inner.GetSection(key);
    }
}
