using System.Collections;

namespace PhoneLink;

/// <summary>The telephones of a subject, in the order in which the host has them.</summary>
/// <remarks>Immutable and thread-safe: the entries are copied.</remarks>
public sealed class PhoneList : IReadOnlyList<PhoneEntry>
{
    private readonly PhoneEntry[] _entries;

    /// <summary>Makes a list.</summary>
    /// <param name="entries">The entries, in order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public PhoneList(IEnumerable<PhoneEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = [.. entries];
        if (_entries.Contains(null))
            throw new ArgumentException("An entry is null.", nameof(entries));
    }

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <summary>Gets the entries that can be called: no faxes, and none without a number.</summary>
    public PhoneList Dialable => new(_entries.Where(static entry => entry.IsDialable));

    /// <inheritdoc/>
    public PhoneEntry this[int index] => _entries[index];

    /// <inheritdoc/>
    public IEnumerator<PhoneEntry> GetEnumerator() => ((IEnumerable<PhoneEntry>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns how many entries there are, for logs.</summary>
    /// <returns>For instance <c>3 phones</c>.</returns>
    public override string ToString() => $"{Count} phones";

    /// <summary>Finds the first text of a kind that holds a number.</summary>
    internal string? FirstNumber(PhoneKind kind) =>
        Array.Find(_entries, entry => entry.Kind == kind && entry.Number is not null)?.Value;
}
