namespace PhoneLink;

/// <summary>Keeps preferences in a JSON file that programs and administrators may change while it is in use.</summary>
/// <remarks>
/// <para>
/// Thread-safe. The shape is that of a configuration (docs/preferences.md): <c>PhoneLink</c> with <c>System</c>, <c>Databases</c>, <c>Groups</c>,
/// <c>Users</c>, <c>Machine</c>; strict JSON, at most 1 MiB. A change serves at the next resolve, which looks at length and time of the file. A
/// file that cannot be believed is reported (<see cref="Status"/>, <see cref="PhonePreferences.Problems"/>), and what was read last serves: on
/// Unix also one that another user than this one or root owns or may write. A deleted file has no preferences.
/// </para>
/// <para>
/// A write takes a lock beside the file (<c>.lock</c>, which stays), reads, changes its one preference, and replaces the file in one step, so
/// that of two writers neither loses the other's preferences and nobody reads half a file. The file keeps its mode, a new one gets 0600; what
/// is unknown in it stays. A symbolic link is read, and not replaced. A malformed file is copied aside (<c>.corrupt-</c> and the time) before
/// it is replaced, by what was read last with the change. For local file systems.
/// </para>
/// </remarks>
public sealed class JsonPreferenceFile : IPreferenceSource
{
    private readonly PreferenceFileStore _store;

    /// <summary>Names a file; it is not read before the first resolve, and need not exist.</summary>
    /// <param name="path">The path; a relative one is taken from the current directory now.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException">The path is empty or malformed.</exception>
    public JsonPreferenceFile(string path)
        : this(path, PreferenceLevel.System)
    {
    }

    /// <summary>Names a file that may set the more specific levels only, such as a user's own.</summary>
    /// <param name="path">The path; a relative one is taken from the current directory now.</param>
    /// <param name="leastSpecificLevel">
    /// The least specific level that the file may set: <see cref="PreferenceLevel.User"/> for a file that the user may write. Preferences and
    /// locks of less specific levels in it are reported and do not count.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException">The path is empty or malformed, or the level cannot be stored.</exception>
    public JsonPreferenceFile(string path, PreferenceLevel leastSpecificLevel)
        : this(path, leastSpecificLevel, TimeProvider.System)
    {
    }

    internal JsonPreferenceFile(string path, PreferenceLevel leastSpecificLevel, TimeProvider timeProvider)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _ = PreferenceShape.SectionOf(leastSpecificLevel);
        LeastSpecificLevel = leastSpecificLevel;
        Path = System.IO.Path.GetFullPath(path);
        _store = new(Path, leastSpecificLevel, timeProvider);
    }

    /// <summary>Gets the full path.</summary>
    public string Path { get; }

    /// <summary>Gets the least specific level that the file may set.</summary>
    public PreferenceLevel LeastSpecificLevel { get; }

    /// <summary>Gets what the file was when it was read last.</summary>
    public PreferenceFileStatus Status => _store.Current.Status;

    /// <summary>Gets where a malformed file is no JSON: a zero-based index of UTF-16 code units into its text.</summary>
    /// <value><see langword="null"/> when it is JSON, though perhaps of another shape or with a name that stands twice.</value>
    public int? ErrorPosition => _store.Current.ErrorPosition;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        cancellationToken.ThrowIfCancellationRequested();
        var state = _store.Refresh();
        return new(state.Table.Select(scope, state.Problem));
    }

    /// <summary>Sets a preference; one with the same key, level and owner is replaced.</summary>
    /// <param name="entry">The preference; its level is one from <see cref="LeastSpecificLevel"/> to Machine.</param>
    /// <param name="owner">The host's id of the database, group or user whose it is, at most 256 characters; null at the other levels.</param>
    /// <param name="cancellationToken">Ends the wait for the lock; the write itself is not interrupted.</param>
    /// <returns>A task that ends when the file is on the disk.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    /// <exception cref="ArgumentException">The file may not set the level, or key or owner is missing, not wanted or too long.</exception>
    /// <exception cref="IOException">
    /// Others kept the lock for ten seconds; the file is a symbolic link, untrusted, or would be longer than 1 MiB; or the disk failed. Nothing was changed.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The system does not let it be written. Nothing was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the write. Nothing was changed.</exception>
    /// <remarks>The value is not looked at: a settings window checks it first (<see cref="PhoneLinkFormat.Parse"/>). A missing folder is made.</remarks>
    public async Task SetAsync(PreferenceEntry entry, string? owner = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        PreferenceShape.CheckKey(entry.Key);
        var checkedOwner = CheckedOwner(entry.Level, owner);
        await _store.EditAsync(
            editor =>
            {
                editor.Set(entry, checkedOwner);
                return 1;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a preference.</summary>
    /// <param name="key">The name of the preference.</param>
    /// <param name="level">The level, from <see cref="LeastSpecificLevel"/> to Machine.</param>
    /// <param name="owner">The host's id of the database, group or user whose it is; null at the other levels.</param>
    /// <param name="cancellationToken">Ends the wait for the lock; the write itself is not interrupted.</param>
    /// <returns>Whether there was one; if not, nothing was written.</returns>
    /// <exception cref="ArgumentException">The file may not set the level, or key or owner is missing, not wanted or too long.</exception>
    /// <exception cref="IOException">As <see cref="SetAsync"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The system does not let it be written. Nothing was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the write. Nothing was changed.</exception>
    public async Task<bool> RemoveAsync(string key, PreferenceLevel level, string? owner = null, CancellationToken cancellationToken = default)
    {
        PreferenceShape.CheckKey(key);
        var checkedOwner = CheckedOwner(level, owner);
        return await _store.EditAsync(editor => editor.Remove(key, level, checkedOwner) ? 1 : 0, cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Removes a preference from the levels that are more specific than one, so that the value of that level serves everybody below it.</summary>
    /// <param name="key">The name of the preference.</param>
    /// <param name="level">The level whose value shall serve.</param>
    /// <param name="isBelow">
    /// Says of a level and an owner (null at the level Machine) whether they are below: which users a group or a database has, the host alone
    /// knows. Null for all, which only the levels System and User allow.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the lock; the write itself is not interrupted.</param>
    /// <returns>How many preferences were removed; if none, nothing was written.</returns>
    /// <exception cref="ArgumentException">The level cannot be stored, the key is empty or too long, or the level needs <paramref name="isBelow"/>.</exception>
    /// <exception cref="IOException">As <see cref="SetAsync"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The system does not let it be written. Nothing was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the write. Nothing was changed.</exception>
    public async Task<int> RemoveLowerLevelsAsync(
        string key, PreferenceLevel level, Func<PreferenceLevel, string?, bool>? isBelow = null, CancellationToken cancellationToken = default)
    {
        PreferenceShape.CheckKey(key);
        PreferenceShape.CheckBelow(level, isBelow);
        return await _store.EditAsync(editor => editor.RemoveLowerLevels(key, level, isBelow), cancellationToken).ConfigureAwait(false);
    }

    private string CheckedOwner(PreferenceLevel level, string? owner) => level >= LeastSpecificLevel
        ? PreferenceShape.CheckedOwner(level, owner)
        : throw new ArgumentException("The file may not set so unspecific a level.", nameof(level));
}
