namespace PhoneLink.Tests.Preferences.Sources;

/// <summary>A registry made of a dictionary; a key that is set to null cannot be read.</summary>
internal sealed class FakeRegistry : IRegistry
{
    private readonly Dictionary<(RegistryRoot Root, string Path), RegistryValue[]?> _keys = [];

    public RegistryValue[]? this[RegistryRoot root, string path]
    {
        set => _keys[(root, path)] = value;
    }

    public IReadOnlyList<RegistryValue>? ReadValues(RegistryRoot root, string path) => _keys.TryGetValue((root, path), out var values) ? values : [];
}
