using System.Collections;

namespace PhoneLink;

/// <summary>The telephones of a subject, in the order in which the host has them.</summary>
/// <remarks>Immutable and thread-safe: the entries are copied.</remarks>
public sealed class PhoneList : IReadOnlyList<PhoneEntry>
{
    private readonly PhoneEntry[] _entries;

    /// <summary>Behind so many entries, those of the company start, whatever their kinds.</summary>
    private readonly int _companyStart;

    /// <summary>Makes a list.</summary>
    /// <param name="entries">The entries, in order; whose they are is told by their kinds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public PhoneList(IEnumerable<PhoneEntry> entries)
        : this(entries, int.MaxValue)
    {
    }

    internal PhoneList(IEnumerable<PhoneEntry> entries, int companyStart)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = [.. entries];
        _companyStart = companyStart;
        if (_entries.Contains(null))
            throw new ArgumentException("An entry is null.", nameof(entries));
    }

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <summary>Gets the entries that can be called now, in the order in which they are offered; see <see cref="DialableAt"/>.</summary>
    /// <value>Made at each call.</value>
    public PhoneList Dialable => DialableAt(TimeProvider.System.GetUtcNow());

    /// <inheritdoc/>
    public PhoneEntry this[int index] => _entries[index];

    /// <summary>Lists the entries that can be called at a time, in the order in which they are offered.</summary>
    /// <param name="time">The time.</param>
    /// <returns>
    /// No faxes, nothing without a number, nothing that is not valid at that time. The person's before the company's, by kind (direct, mobile,
    /// private, other, Internet, unknown), by rank, then in the order of this list. Of entries with an equal number the first; it is marked
    /// <see cref="PhoneEntry.DoNotCall"/> when any entry of this list with that number is, be it a fax or out of date.
    /// </returns>
    public PhoneList DialableAt(DateTimeOffset time)
    {
        var offered = Enumerable.Range(0, Count)
            .Where(i => !_entries[i].IsFax && _entries[i].Number is not null && _entries[i].IsValidAt(time))
            .OrderBy(IsOfCompany).ThenBy(i => KindOrder(_entries[i].Kind)).ThenBy(i => _entries[i].SortRank)
            .GroupBy(i => _entries[i].Number)
            .Select(static group => group.First())
            .ToArray();
        HashSet<PhoneNumber?> unwanted = [.. _entries.Where(static entry => entry.DoNotCall).Select(static entry => entry.Number)];

        return new(offered.Select(i => Marked(_entries[i], unwanted)), companyStart: offered.Count(i => !IsOfCompany(i)));
    }

    /// <summary>Finds an entry by the host's id.</summary>
    /// <param name="id">The id, case-sensitive.</param>
    /// <returns>The first entry with that id, be it a fax or out of date; <see langword="null"/> when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public PhoneEntry? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Array.Find(_entries, entry => entry.Id == id);
    }

    /// <inheritdoc/>
    public IEnumerator<PhoneEntry> GetEnumerator() => ((IEnumerable<PhoneEntry>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns how many entries there are, for logs.</summary>
    /// <returns>For instance <c>3 phones</c>.</returns>
    public override string ToString() => $"{Count} phones";

    private bool IsOfCompany(int index) => index >= _companyStart || _entries[index].Kind is PhoneKind.Company or PhoneKind.CompanyFax;

    private static PhoneEntry Marked(PhoneEntry entry, HashSet<PhoneNumber?> unwanted) =>
        entry.DoNotCall || !unwanted.Contains(entry.Number) ? entry : entry with { DoNotCall = true };

    private static int KindOrder(PhoneKind kind) => kind is PhoneKind.Unknown ? int.MaxValue : (int)kind;
}
