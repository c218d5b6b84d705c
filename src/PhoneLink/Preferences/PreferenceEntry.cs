namespace PhoneLink;

/// <summary>A preference as a source has it: text that has not been parsed.</summary>
/// <param name="Key">The name of the <see cref="PreferenceKey{T}"/>; case does not count.</param>
/// <param name="Value">The text.</param>
/// <param name="Level">For whom it holds.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> leaves the value out, which may be personal data.</remarks>
public sealed record PreferenceEntry(string Key, string Value, PreferenceLevel Level)
{
    /// <summary>Gets the most specific level that may still set the key, or <see langword="null"/> when every level may.</summary>
    /// <value>
    /// <see langword="null"/> by default. At the entry's own level the lock binds that level's other sources as well. A lock that names a level
    /// less specific than the entry's own does not count, so that no user's file decides for others.
    /// </value>
    public PreferenceLevel? LockedAt { get; init; }

    /// <summary>Gets whether the entry stands in a source that may not set its level; its value and its lock do not count.</summary>
    internal bool IsForeign { get; init; }

    internal bool LockCounts => !IsForeign && LockedAt >= Level;

    internal bool LocksOwnLevel => !IsForeign && LockedAt == Level;

    /// <summary>Returns the key, the level and the lock, for logs.</summary>
    /// <returns>For instance <c>Format at System</c>, or <c>Format at System, locked at Group</c>.</returns>
    public override string ToString() => $"{Key} at {Level}{(LockedAt is { } level ? $", locked at {level}" : "")}";
}
