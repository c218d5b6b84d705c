namespace PhoneLink;

/// <summary>The entries of one key in the order in which they bind, with the lock that holds.</summary>
/// <remarks>
/// The more specific level goes first; on one level an entry that locks that level, then the later source. Every lock that counts holds, and
/// so the strictest: a more specific level can tighten a lock, never loosen it.
/// </remarks>
internal readonly struct PreferenceRanking
{
    private readonly List<PreferenceEntry> _entries;
    private readonly PreferenceLevel _maxLevel;

    /// <param name="entries">The entries, the least binding source first; put in order in place.</param>
    /// <param name="maxLevel">The most specific level that may set the key at all.</param>
    public PreferenceRanking(List<PreferenceEntry> entries, PreferenceLevel maxLevel)
    {
        _entries = entries;
        _maxLevel = maxLevel;
        Sort(entries);
        LockedAt = FindLock();
    }

    public int Count => _entries.Count;

    public PreferenceLevel? LockedAt { get; }

    public PreferenceEntry this[int index] => _entries[index];

    /// <summary>Judges an entry as if nothing more binding had served.</summary>
    public PreferenceVerdict Judge<T>(PreferenceEntry entry, PreferenceParser<T> parser, out T? value, out ParseError error)
    {
        value = default;
        error = default;
        if (entry.IsForeign || entry.Level > _maxLevel)
            return PreferenceVerdict.NotAllowed;

        if (entry.Level > LockedAt || (entry.Level == LockedAt && IsLockedByAnother(entry)))
            return PreferenceVerdict.Locked;

        if (parser(entry.Value, out value, out error))
            return PreferenceVerdict.Serves;

        // T-21: where calls may go to is the host's decision, not that of a database, a group or a user.
        return error.Kind is ParseErrorKind.ForbiddenScheme && entry.Level > PreferenceLevel.System
            ? PreferenceVerdict.NotAllowed
            : PreferenceVerdict.Invalid;
    }

    private bool IsLockedByAnother(PreferenceEntry entry)
    {
        if (entry.LocksOwnLevel)
            return false;

        foreach (var other in _entries)
            if (other.Level == entry.Level && other.LocksOwnLevel)
                return true;

        return false;
    }

    private PreferenceLevel? FindLock()
    {
        PreferenceLevel? limit = null;
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            var entry = _entries[i];
            if (entry.LockCounts && entry.Level <= _maxLevel && !(entry.Level > limit) && !(entry.LockedAt >= limit))
                limit = entry.LockedAt;
        }

        return limit;
    }

    /// <summary>By insertion: there are a handful, and of equals the later one must come first.</summary>
    private static void Sort(List<PreferenceEntry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            var entry = entries[i];
            var j = i;
            for (; j > 0 && !GoesBefore(entries[j - 1], entry); j--)
                entries[j] = entries[j - 1];

            entries[j] = entry;
        }
    }

    /// <summary>Whether an entry of an earlier source binds more than one of a later source.</summary>
    private static bool GoesBefore(PreferenceEntry earlier, PreferenceEntry later) =>
        earlier.Level > later.Level || (earlier.Level == later.Level && earlier.LocksOwnLevel && !later.LocksOwnLevel);
}
