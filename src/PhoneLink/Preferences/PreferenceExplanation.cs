namespace PhoneLink;

/// <summary>Says where a preference's value comes from, and what lost and why.</summary>
/// <remarks>
/// Immutable and thread-safe. A host prints <see cref="Entries"/> as a table: level, value, verdict, the error's message. <see cref="ToString"/>
/// leaves the values out.
/// </remarks>
public sealed class PreferenceExplanation
{
    internal PreferenceExplanation(string key, PreferenceLevel level, PreferenceLevel? lockedAt, IReadOnlyList<ExplainedPreference> entries)
    {
        Key = key;
        Level = level;
        LockedAt = lockedAt;
        Entries = entries;
    }

    /// <summary>Gets the name of the preference.</summary>
    public string Key { get; }

    /// <summary>Gets the level of the value that serves.</summary>
    /// <value><see cref="PreferenceLevel.Default"/> when no entry serves.</value>
    public PreferenceLevel Level { get; }

    /// <summary>Gets the most specific level that may set the preference, by the strictest lock that counts.</summary>
    /// <value><see langword="null"/> when nothing is locked.</value>
    public PreferenceLevel? LockedAt { get; }

    /// <summary>Gets all entries of the preference for the scope, the most binding first.</summary>
    public IReadOnlyList<ExplainedPreference> Entries { get; }

    /// <summary>Returns the level of the value and what became of each entry, for logs.</summary>
    /// <returns>For instance <c>Format at Group, locked at Group (User: Locked; Group: Serves; System: LessSpecific)</c>.</returns>
    public override string ToString() =>
        $"{Key} at {Level}{(LockedAt is { } level ? $", locked at {level}" : "")}{(Entries.Count == 0 ? "" : $" ({string.Join("; ", Entries)})")}";
}
