using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Keeps a receipt short: a program that moves with each update would otherwise make it longer with each, up to what the registry is read for.</summary>
internal static class WindowsCompaction
{
    /// <summary>Joins the changes of each value to one, from what it was before the first to what it is now; the reversal does the same.</summary>
    /// <param name="changes">All changes of a registration; those of a run that was killed need not have been made.</param>
    /// <param name="registry">Tells what is there now.</param>
    /// <returns>The changes; those of a value that somebody else has written between two of them, or since, as they are.</returns>
    public static IReadOnlyList<ReceiptChange> Compact(IReadOnlyList<ReceiptChange> changes, IRegistryEditor registry)
    {
        var kept = new List<ReceiptChange>();
        foreach (var change in changes)
            if (change is RegistryValueChanged value)
                kept.AddRange(Join(value, changes, registry));
            else if (!kept.Contains(change))
                kept.Add(change);

        return kept;
    }

    /// <summary>Says whether a receipt tells how a value was before an older receipt's change of it.</summary>
    public static bool Knows(IReadOnlyList<ReceiptChange> kept, ReceiptChange change) =>
        kept.Contains(change) || (change is RegistryValueChanged value && kept.OfType<RegistryValueChanged>().Any(one => IsOfSame(one, value) && one.Before == value.Before));

    /// <summary>Gives what takes the place of a change: all of its value at the first, nothing at the others; itself if they cannot be joined.</summary>
    private static IEnumerable<ReceiptChange> Join(RegistryValueChanged change, IReadOnlyList<ReceiptChange> changes, IRegistryEditor registry)
    {
        var all = changes.OfType<RegistryValueChanged>().Where(one => IsOfSame(one, change)).ToList();
        var states = all.Select(static one => one.After).Append(all[0].Before).ToHashSet();
        var current = RegistryKeyPath.TryParse(change.Path, out var key) ? registry.Read(key, change.Name) : null;
        if (current == all[0].Before || !all.TrueForAll(one => states.Contains(one.Before)) || !states.Contains(current))
            return [change];

        return ReferenceEquals(change, all[0]) ? [change with { After = current }] : [];
    }

    private static bool IsOfSame(RegistryValueChanged one, RegistryValueChanged other) => one.Path == other.Path && one.Name == other.Name;
}
