namespace PhoneLink;

/// <summary>Preferences by level and owner, so that one scope is found without looking at the others.</summary>
/// <remarks>Not thread-safe while it is changed. The arrays in it never change: what was selected stays as it was.</remarks>
internal sealed class PreferenceTable
{
    private readonly Dictionary<(PreferenceLevel Level, string Owner), PreferenceEntry[]> _sections = [];

    /// <summary>Selects what holds in a scope.</summary>
    public IReadOnlyList<PreferenceEntry> Select(PreferenceScope scope, PreferenceProblem? problem = null)
    {
        var sections = new List<PreferenceEntry[]>(PreferenceShape.Levels.Length);
        foreach (var level in PreferenceShape.Levels)
            if (PreferenceShape.OwnerIn(scope, level) is { } owner && _sections.TryGetValue((level, owner), out var entries))
                sections.Add(entries);

        return SectionedEntries.Of(sections, problem);
    }

    /// <summary>Sets an entry in place of one with the same key, level and owner.</summary>
    public void Set(PreferenceEntry entry, string owner)
    {
        _sections.TryGetValue((entry.Level, owner), out var entries);
        _sections[(entry.Level, owner)] = [.. Without(entries ?? [], entry.Key), entry];
    }

    public bool Remove(string key, PreferenceLevel level, string owner)
    {
        if (!_sections.TryGetValue((level, owner), out var entries))
            return false;

        PreferenceEntry[] rest = [.. Without(entries, key)];
        if (rest.Length == 0)
            _sections.Remove((level, owner));
        else
            _sections[(level, owner)] = rest;

        return rest.Length < entries.Length;
    }

    /// <summary>Removes a key from the levels that are more specific than one.</summary>
    /// <returns>How many entries were removed.</returns>
    public int RemoveLowerLevels(string key, PreferenceLevel level, Func<PreferenceLevel, string?, bool>? isBelow)
    {
        var below = _sections.Keys.Where(section =>
            section.Level > level && (isBelow is null || isBelow(section.Level, section.Owner.Length == 0 ? null : section.Owner))).ToList();
        return below.Count(section => Remove(key, section.Level, section.Owner));
    }

    private static IEnumerable<PreferenceEntry> Without(PreferenceEntry[] entries, string key) =>
        entries.Where(entry => !string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase));
}
