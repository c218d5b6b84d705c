using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>A step that knows what it has to change.</summary>
internal abstract class WindowsStep : RegistrationStep
{
    private protected WindowsStep(string target, string description)
        : base(target, description)
    {
    }

    /// <summary>Works out what is to change now; empty when all is as wanted.</summary>
    public abstract IReadOnlyList<ReceiptChange> Prepare(WindowsTools tools, bool hasChanges);

    /// <summary>A sentence, and below it the values.</summary>
    protected static string Describe(string sentence, IEnumerable<RegistryEntry> entries) => $"{sentence}\n{string.Join('\n', entries)}";
}

/// <summary>Writes values.</summary>
internal class RegistryStep(string sentence, IReadOnlyList<RegistryEntry> entries) : WindowsStep(entries[0].Key.ToString(), Describe(sentence, entries))
{
    public override IReadOnlyList<ReceiptChange> Prepare(WindowsTools tools, bool hasChanges) => tools.Compare(entries);
}

/// <summary>Makes the program that of a scheme which knows only one.</summary>
internal sealed class PrivateSchemeStep(WindowsKeys keys, IReadOnlyList<RegistryEntry> entries)
    : RegistryStep("Make the program the handler of the scheme.", entries)
{
    /// <summary>A COM class that would be asked instead of the command.</summary>
    public const string DelegateExecute = "DelegateExecute";

    internal override bool ClaimsDefault => true;

    public override IReadOnlyList<ReceiptChange> Prepare(WindowsTools tools, bool hasChanges)
    {
        var changes = base.Prepare(tools, hasChanges);
        return tools.Registry.Read(keys.Command, DelegateExecute) is { } other
            ? [.. changes, new RegistryValueChanged(keys.Command.ToString(), DelegateExecute, other, null)]
            : changes;
    }
}

/// <summary>Makes a shared scheme known to Windows, where it is not; a key of the user's would hide the machine's whole.</summary>
internal sealed class SchemeRootStep(string scheme, RegistryEntry entry)
    : WindowsStep(entry.Key.ToString(), Describe($"Make '{scheme}' a scheme that Windows knows, if it is none yet.", [entry]))
{
    public override IReadOnlyList<ReceiptChange> Prepare(WindowsTools tools, bool hasChanges)
    {
        RegistryRoot[] seen = entry.Key.Root is RegistryRoot.LocalMachine ? [RegistryRoot.LocalMachine] : [RegistryRoot.CurrentUser, RegistryRoot.LocalMachine];
        var isKnown = seen.Any(root => tools.Registry.HasKey(WindowsKeys.SchemeClassOf(root, scheme)));
        return isKnown ? [] : tools.Compare([entry]);
    }
}

/// <summary>Tells the shell that associations have changed.</summary>
internal sealed class NotifyStep() : WindowsStep("Windows Explorer", "Tell Windows that associations have changed (SHChangeNotify).")
{
    public override IReadOnlyList<ReceiptChange> Prepare(WindowsTools tools, bool hasChanges) => hasChanges ? [new AssociationsNotified(Target)] : [];
}

/// <summary>Tells the reader of a plan something; does nothing.</summary>
internal sealed class WindowsNote(string target, string note) : WindowsStep(target, note)
{
    public override IReadOnlyList<ReceiptChange> Prepare(WindowsTools tools, bool hasChanges) => [];
}
