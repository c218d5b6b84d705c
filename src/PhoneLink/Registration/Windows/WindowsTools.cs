using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>The seams that steps on Windows work through.</summary>
internal sealed record WindowsTools(IRegistryEditor Registry, IShellAssociations Shell, IWindowsSystem System)
{
    /// <summary>Notes the keys that are missing above a value, the outermost first.</summary>
    public IEnumerable<RegistryKeyCreated> MissingKeys(RegistryKeyPath key)
    {
        var missing = new Stack<RegistryKeyCreated>();
        for (var current = key; current is not null && !Registry.HasKey(current); current = current.Parent)
            missing.Push(new(current.ToString()));

        return missing;
    }

    /// <summary>Works out what is missing or different of some entries.</summary>
    public IReadOnlyList<ReceiptChange> Compare(IEnumerable<RegistryEntry> entries)
    {
        var changes = new List<ReceiptChange>();
        foreach (var entry in entries)
        {
            var (before, after) = (Registry.Read(entry.Key, entry.Name), RegistryData.OfText(entry.Text));
            if (before == after)
                continue;

            changes.AddRange(MissingKeys(entry.Key).Where(key => !changes.Contains(key)));
            changes.Add(new RegistryValueChanged(entry.Key.ToString(), entry.Name, before, after));
        }

        return changes;
    }
}
