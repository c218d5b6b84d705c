using PhoneLink.Registration.Windows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>A registry in memory: keys and values as Windows has them, with a change that fails, and another program's hand between two changes.</summary>
internal sealed class FakeWindowsRegistry(int failAt = 0) : IRegistryEditor
{
    private readonly SortedDictionary<string, Dictionary<string, RegistryData>> _keys = new(StringComparer.OrdinalIgnoreCase)
    {
        [@"HKEY_CURRENT_USER\Software"] = [],
        [@"HKEY_CURRENT_USER\Software\Classes"] = [],
        [@"HKEY_LOCAL_MACHINE\Software"] = [],
        [@"HKEY_LOCAL_MACHINE\Software\Classes"] = [],
        [@"HKEY_LOCAL_MACHINE\Software\RegisteredApplications"] = [],
    };

    /// <summary>Gets how many changes were asked for.</summary>
    public int Changes { get; private set; }

    /// <summary>Gets or sets whether every change after the failing one fails too, as of a process that was killed.</summary>
    public bool StaysDead { get; set; }

    /// <summary>Gets or sets which change fails; 0 for none.</summary>
    public int FailAt { get; set; } = failAt;

    /// <summary>Gets or sets what another program does before a change is made.</summary>
    public Action<FakeWindowsRegistry>? Foreign { get; set; }

    /// <summary>Gets or sets a root that may not be written.</summary>
    public RegistryRoot? Denied { get; set; }

    /// <summary>Gets what reading a key throws.</summary>
    public Dictionary<string, Exception> Unreadable { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Keys => [.. _keys.Keys];

    /// <summary>Sets values as <c>reg add</c> does, without counting; the text is a REG_SZ.</summary>
    public FakeWindowsRegistry With(string key, string name, string text) => With(key, name, RegistryData.OfText(text));

    public FakeWindowsRegistry With(string key, string name, RegistryData data)
    {
        Make(key);
        _keys[key][name] = data;
        return this;
    }

    public FakeWindowsRegistry WithKey(string key)
    {
        Make(key);
        return this;
    }

    public void Remove(string key)
    {
        foreach (var below in _keys.Keys.Where(path => path.Equals(key, StringComparison.OrdinalIgnoreCase) || path.StartsWith(key + "\\", StringComparison.OrdinalIgnoreCase)).ToList())
            _keys.Remove(below);
    }

    public void Remove(string key, string name)
    {
        if (_keys.TryGetValue(key, out var values))
            values.Remove(name);
    }

    public string? TextOf(string key, string name = "") => _keys.TryGetValue(key, out var values) && values.TryGetValue(name, out var data) ? data.Text : null;

    /// <summary>Everything, a line a key or value, as <c>reg export</c> lists it.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. _keys.SelectMany(static key => key.Value
            .OrderBy(static value => value.Key, StringComparer.OrdinalIgnoreCase)
            .Select(value => $"{key.Key}: {value.Key} = {value.Value.Type} {Convert.ToHexString(value.Value.Bytes)} {value.Value.Text}")
            .Prepend($"{key.Key}:")),
    ];

    public IReadOnlyList<RegistryValue>? ReadValues(RegistryRoot root, string path) =>
        [.. ListValues(new(root, path)).Where(static name => name.Length > 0).Select(name => new RegistryValue(name, TextOf(new RegistryKeyPath(root, path).ToString(), name) ?? ""))];

    public bool HasKey(RegistryKeyPath key) => _keys.ContainsKey(key.ToString());

    public bool IsEmpty(RegistryKeyPath key) => HasKey(key) && _keys[key.ToString()].Count == 0 && !_keys.Keys.Any(path => path.StartsWith(key + "\\", StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<string> ListValues(RegistryKeyPath key) => HasKey(key) ? [.. _keys[key.ToString()].Keys] : [];

    public RegistryData? Read(RegistryKeyPath key, string name) => Unreadable.TryGetValue(key.ToString(), out var exception) ? throw exception : HasKey(key) ? _keys[key.ToString()].GetValueOrDefault(name) : null;

    public void CreateKey(RegistryKeyPath key)
    {
        if (HasKey(key))
            return;

        Change(key);
        Make(key.ToString());
    }

    public void Write(RegistryKeyPath key, string name, RegistryData data)
    {
        Change(key);
        if (!HasKey(key))
            throw new IOException($"There is no key '{key}'.");

        _keys[key.ToString()][name] = data;
    }

    public void DeleteValue(RegistryKeyPath key, string name)
    {
        if (Read(key, name) is null)
            return;

        Change(key);
        Remove(key.ToString(), name);
    }

    public void DeleteKeyIfEmpty(RegistryKeyPath key)
    {
        if (!IsEmpty(key))
            return;

        Change(key);
        _keys.Remove(key.ToString());
    }

    private void Make(string key)
    {
        for (var path = key; path.Contains('\\', StringComparison.Ordinal); path = path[..path.LastIndexOf('\\')])
            _keys.TryAdd(path, new(StringComparer.OrdinalIgnoreCase));
    }

    private void Change(RegistryKeyPath key)
    {
        Changes++;
        Foreign?.Invoke(this);
        if (key.Root == Denied)
            throw new UnauthorizedAccessException($"The access to '{key}' is denied.");

        if (FailAt > 0 && (Changes == FailAt || (StaysDead && Changes > FailAt)))
            throw new IOException($"Change {Changes} fails.");
    }
}
