using System.Collections;

namespace PhoneLink;

/// <summary>A source's answer that is looked up by key; it is listed only for those who ask for the list.</summary>
/// <remarks>Immutable as seen from outside, and thread-safe.</remarks>
internal abstract class KeyedEntries : IReadOnlyList<PreferenceEntry>
{
    private IReadOnlyList<PreferenceEntry>? _all;

    /// <summary>Gets what keeps the source from reading its store, or null.</summary>
    public virtual PreferenceProblem? Problem => null;

    public int Count => All.Count;

    private IReadOnlyList<PreferenceEntry> All => _all ??= List();

    public PreferenceEntry this[int index] => All[index];

    /// <summary>Adds the entries of a key.</summary>
    public abstract void Find(string key, List<PreferenceEntry> found);

    public IEnumerator<PreferenceEntry> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds the entries of a key in any source's answer.</summary>
    public static void Find(IReadOnlyList<PreferenceEntry> entries, string key, List<PreferenceEntry> found)
    {
        if (entries is KeyedEntries keyed)
        {
            keyed.Find(key, found);
            return;
        }

        for (var i = 0; i < entries.Count; i++)
            if (string.Equals(entries[i].Key, key, StringComparison.OrdinalIgnoreCase))
                found.Add(entries[i]);
    }

    protected abstract IReadOnlyList<PreferenceEntry> List();
}
