namespace PhoneLink;

/// <summary>Keeps preferences in memory, set by the host's code.</summary>
/// <remarks>
/// Thread-safe; a change serves at the next resolve, and what was resolved before stays as it was. Owners' ids are compared exactly, keys
/// without regard to case.
/// </remarks>
public sealed class MemoryPreferenceSource : IPreferenceSource
{
    private readonly Lock _lock = new();
    private readonly PreferenceTable _table = new();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(_table.Select(scope));
    }

    /// <summary>Sets a preference; one with the same key, level and owner is replaced.</summary>
    /// <param name="entry">The preference; its level is one from System to Machine.</param>
    /// <param name="owner">The host's id of the database, group or user whose it is, at most 256 characters; null at the other levels.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    /// <exception cref="ArgumentException">The level cannot be stored, or key or owner is missing, not wanted or too long.</exception>
    /// <remarks>The value is not looked at: a settings window checks it first (<see cref="PhoneLinkFormat.Parse"/>).</remarks>
    public void Set(PreferenceEntry entry, string? owner = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        PreferenceShape.CheckKey(entry.Key);
        var checkedOwner = PreferenceShape.CheckedOwner(entry.Level, owner);
        lock (_lock)
            _table.Set(entry, checkedOwner);
    }

    /// <summary>Removes a preference.</summary>
    /// <param name="key">The name of the preference.</param>
    /// <param name="level">The level, from System to Machine.</param>
    /// <param name="owner">The host's id of the database, group or user whose it is; null at the other levels.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The level cannot be stored, or key or owner is missing, not wanted or too long.</exception>
    public bool Remove(string key, PreferenceLevel level, string? owner = null)
    {
        PreferenceShape.CheckKey(key);
        var checkedOwner = PreferenceShape.CheckedOwner(level, owner);
        lock (_lock)
            return _table.Remove(key, level, checkedOwner);
    }

    /// <summary>Removes a preference from the levels that are more specific than one, so that the value of that level serves everybody below it.</summary>
    /// <param name="key">The name of the preference.</param>
    /// <param name="level">The level whose value shall serve.</param>
    /// <param name="isBelow">
    /// Says of a level and an owner (null at the level Machine) whether they are below: which users a group or a database has, the host alone
    /// knows. Null for all, which only the levels System and User allow.
    /// </param>
    /// <returns>How many preferences were removed.</returns>
    /// <exception cref="ArgumentException">The level cannot be stored, the key is empty or too long, or the level needs <paramref name="isBelow"/>.</exception>
    /// <remarks><paramref name="isBelow"/> must not call this source.</remarks>
    public int RemoveLowerLevels(string key, PreferenceLevel level, Func<PreferenceLevel, string?, bool>? isBelow = null)
    {
        PreferenceShape.CheckKey(key);
        PreferenceShape.CheckBelow(level, isBelow);
        lock (_lock)
            return _table.RemoveLowerLevels(key, level, isBelow);
    }
}
