using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Takes noted changes back, the last first; what others use by now stays.</summary>
internal sealed class WindowsUndo(WindowsTools tools, ProtocolRegistration registration) : RegistrationUndo
{
    private readonly WindowsKeys _keys = new(registration);
    private readonly HashSet<RegistryKeyPath> _taken = [];

    public override Task RunAsync(IReadOnlyList<ReceiptChange> changes)
    {
        foreach (var command in changes.OfType<RegistryValueChanged>().Where(change => Is(change, _keys.Command)))
            Try(command.Path, () => NoteForeignClass(command, changes));

        foreach (var change in changes.Reverse())
            Try(change.Path, () => Undo(change));

        // Ours by their name, whichever registration has made them.
        foreach (var key in new[] { _keys.UrlAssociations, _keys.Capabilities, _keys.Product, _keys.Product.Parent! })
            Try(key.ToString(), () => tools.Registry.DeleteKeyIfEmpty(key));

        if (changes.OfType<AssociationsNotified>().Any())
            tools.Shell.NotifyChanged();

        return Task.CompletedTask;
    }

    /// <summary>Says whether a product's other schemes, or another product's claim on the scheme, still need a value.</summary>
    public bool IsInUse(RegistryKeyPath key, string name)
    {
        if (key == _keys.Capabilities || (key == _keys.RegisteredApplications && name == registration.Product))
            return tools.Registry.ListValues(_keys.UrlAssociations).Any(scheme => !scheme.Equals(registration.Scheme, StringComparison.OrdinalIgnoreCase));

        return _keys.IsShared && key == _keys.SchemeClass
            && ClaimedSchemes.Find(tools.Registry, registration.Scheme).Any(claim => claim.Root != _keys.Root || claim.Product != registration.Product);
    }

    private static bool Is(RegistryValueChanged change, RegistryKeyPath command) =>
        change.Name.Length == 0 && RegistryKeyPath.TryParse(change.Path, out var key) && key == command;

    /// <summary>A class whose command somebody else has written since is that one's, with all its values.</summary>
    private void NoteForeignClass(RegistryValueChanged command, IReadOnlyList<ReceiptChange> changes)
    {
        if (tools.Registry.Read(_keys.Command, "") is not { } current || current == command.Before || _taken.Contains(_keys.Class))
            return;

        if (!changes.OfType<RegistryValueChanged>().Any(change => Is(change, _keys.Command) && change.After == current))
        {
            _taken.Add(_keys.Class);
            Leave(_keys.Class.ToString(), "another program has taken it since");
        }
    }

    private void Undo(ReceiptChange change)
    {
        if (!RegistryKeyPath.TryParse(change.Path, out var key))
            return;

        if (change is RegistryKeyCreated)
            tools.Registry.DeleteKeyIfEmpty(key);
        else if (change is RegistryValueChanged value && !IsTaken(key) && !IsInUse(key, value.Name))
            Undo(key, value);
    }

    private void Undo(RegistryKeyPath key, RegistryValueChanged value)
    {
        var current = tools.Registry.Read(key, value.Name);
        if (current == value.Before)
            return;

        if (current != value.After || WindowsChanges.Replace(tools.Registry, key, value.Name, current, value.Before) is not FileChange.Done)
            Leave($@"{key}\{value.Name}", "another hand has changed it since");
    }

    private bool IsTaken(RegistryKeyPath key) =>
        _taken.Any(taken => key == taken || (key.Root == taken.Root && key.Path.StartsWith(taken.Path + "\\", StringComparison.OrdinalIgnoreCase)));
}
