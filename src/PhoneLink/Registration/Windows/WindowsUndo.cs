using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Takes noted changes back, the last first; what others use by now stays.</summary>
internal sealed class WindowsUndo(WindowsTools tools, ProtocolRegistration registration) : RegistrationUndo
{
    private readonly WindowsKeys _keys = new(registration);
    private bool _isTaken;

    public override Task RunAsync(IReadOnlyList<ReceiptChange> changes)
    {
        Try(_keys.Command.ToString(), () => NoteForeignClass([.. changes.OfType<RegistryValueChanged>()]));

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
        if (key == _keys.Capabilities || (key == _keys.RegisteredApplications && name.Equals(registration.Product, StringComparison.OrdinalIgnoreCase)))
            return tools.Registry.ListValues(_keys.UrlAssociations).Any(scheme => !scheme.Equals(registration.Scheme, StringComparison.OrdinalIgnoreCase) || !IsOwnClass(tools.Registry.Read(_keys.UrlAssociations, scheme)?.Text));

        return _keys.IsShared && key == _keys.SchemeClass
            && (tools.Registry.Read(WindowsKeys.CommandOf(key), "") is not null // We write none; it is an older program's.
                || ClaimedSchemes.Find(tools.Registry, registration.Scheme).Any(claim => claim.Root != _keys.Root || !claim.Product.Equals(registration.Product, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Is(RegistryValueChanged change, RegistryKeyPath command) =>
        change.Name.Length == 0 && RegistryKeyPath.TryParse(change.Path, out var key) && key == command;

    private bool IsOwnClass(string? progId) => string.Equals(progId, _keys.ProgId, StringComparison.OrdinalIgnoreCase);

    /// <summary>A class whose command somebody else has written since is that one's, with all its values.</summary>
    private void NoteForeignClass(IReadOnlyList<RegistryValueChanged> changes)
    {
        if (tools.Registry.Read(_keys.Command, "") is not { } current || !changes.Any(change => RegistryKeyPath.TryParse(change.Path, out var key) && IsInClass(key)))
            return;

        var commands = changes.Where(change => Is(change, _keys.Command)).ToList();
        var isKnown = commands.Count > 0
            ? commands.Exists(command => command.Before == current || command.After == current)
            : WindowsCommandLine.TryGetRegistered(current.Text, out var program) && program.Equals(registration.Executable, StringComparison.OrdinalIgnoreCase); // It stood there already.
        if (isKnown)
            return;

        _isTaken = true;
        Leave(_keys.Class.ToString(), "another program has taken it since");
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

    private bool IsTaken(RegistryKeyPath key) => _isTaken && IsInClass(key);

    private bool IsInClass(RegistryKeyPath key) =>
        key == _keys.Class || (key.Root == _keys.Root && key.Path.StartsWith(_keys.Class.Path + "\\", StringComparison.OrdinalIgnoreCase));
}
