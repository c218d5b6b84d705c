using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Whose a command is. The receipt tells, or the program that the command starts: not the text, which an older version wrote otherwise.</summary>
internal sealed class WindowsOwnership(WindowsTools tools, ProtocolRegistration registration, IReadOnlyList<ReceiptDocument> receipts)
{
    private readonly WindowsKeys _keys = new(registration);

    private ReceiptDocument? Kept => receipts.FirstOrDefault(receipt => receipt.Registration.ApplicationId == registration.ApplicationId);

    /// <summary>Says whether a command starts the registration's program, or one that it has replaced.</summary>
    public bool IsOurs(string? command)
    {
        // The program's own, whatever arguments an older version had.
        if (command is { Length: > 0 } && string.Equals(WindowsCommandLine.Split(command)[0], registration.Executable, StringComparison.OrdinalIgnoreCase))
            return true;

        if (!WindowsCommandLine.TryGetRegistered(command, out var executable))
            return false;

        return (Kept?.Changes.OfType<RegistryValueChanged>().Any(change => change.After?.Text == command) ?? false)
            || (WindowsPrograms.IsGone(executable, tools.System) && string.Equals(NameOf(executable), NameOf(registration.Executable), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Names the program of somebody else's that the shell starts for the scheme; null for none.</summary>
    public string? FindOther()
    {
        var (command, executable) = (tools.Shell.FindCommand(registration.Scheme), tools.Shell.FindExecutable(registration.Scheme));
        var isPackage = command is null && executable is null;
        var progId = tools.Shell.FindProgId(registration.Scheme);
        if (isPackage ? progId is null || IsOwnClass(progId) : IsOurs(command))
            return null;

        return $"'{tools.Shell.FindName(registration.Scheme) ?? executable ?? (isPackage ? progId : WindowsCommandLine.Split(command!)[0])}'";
    }

    /// <summary>Refuses to take a scheme, or a name, from another program silently.</summary>
    public void Check(bool takesDefault)
    {
        CheckApplication();
        CheckOtherIds();
        foreach (var root in _keys.IsShared || _keys.Root is RegistryRoot.LocalMachine ? [_keys.Root] : new[] { RegistryRoot.CurrentUser, RegistryRoot.LocalMachine })
        {
            var key = _keys.Class with { Root = root };
            if (!tools.Registry.HasKey(key))
                continue;

            if (takesDefault || _keys.IsShared)
                CheckClass(key);

            return; // The user's key hides the machine's.
        }
    }

    private bool IsOwnClass(string progId) =>
        progId.Equals(registration.Scheme, StringComparison.OrdinalIgnoreCase) || progId.Equals(_keys.ProgId, StringComparison.OrdinalIgnoreCase);

    private void CheckClass(RegistryKeyPath key)
    {
        var command = tools.Registry.Read(WindowsKeys.CommandOf(key), "");
        var isForeign = command is null ? StartsOtherwise(key) : !IsOurs(command.Text);
        if (isForeign && !registration.ReplaceOtherHandler)
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"Links of '{registration.Scheme}:' are opened by {Describe(command)} ('{key}'); set ReplaceOtherHandler to take them over.");

        if (key == _keys.Class && tools.Registry.HasKey(key[@"shell\open\ddeexec"]))
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"'{key}' belongs to a program that is called by DDE; have that program unregister first.");
    }

    /// <summary>Says whether a class without a command starts a program by a COM class, or by the verb that it names as its default.</summary>
    private bool StartsOtherwise(RegistryKeyPath key)
    {
        if (tools.Registry.Read(WindowsKeys.CommandOf(key), PrivateSchemeStep.DelegateExecute) is not null || tools.Registry.HasKey(key[@"shell\open\DropTarget"]))
            return true;

        var verb = tools.Registry.Read(key["shell"], "")?.Text?.Split([',', ' '])[0];
        return verb is { Length: > 0 } && !verb.Equals("open", StringComparison.OrdinalIgnoreCase) && tools.Registry.HasKey(key[$@"shell\{verb}"]);
    }

    /// <summary>Two registrations with one class, or with one line of a product's capabilities, would take each other back.</summary>
    private void CheckOtherIds()
    {
        var other = receipts.FirstOrDefault(receipt => receipt.Registration.ApplicationId != registration.ApplicationId && IsSamePlace(receipt.Registration));
        if (other is not null && (_keys.IsShared || !registration.ReplaceOtherHandler))
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"'{_keys.Class}', or the scheme of the product, is registered under the application id '{other.Registration.ApplicationId}'; unregister that first, or use an ApplicationId that differs in more than case and punctuation, and a Product of its own.");
    }

    private bool IsSamePlace(ProtocolRegistration other)
    {
        var keys = new WindowsKeys(other);
        return keys.Class == _keys.Class || (_keys.IsShared && other.Scheme == registration.Scheme && keys.Product == _keys.Product);
    }

    private void CheckApplication()
    {
        if (_keys.IsShared && tools.Registry.Read(_keys.RegisteredApplications, registration.Product!) is { } other && !string.Equals(other.Text, _keys.Capabilities.Path, StringComparison.OrdinalIgnoreCase))
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"Another application is registered as '{registration.Product}' ('{_keys.RegisteredApplications}'); use another Product.");
    }

    private static string Describe(RegistryData? command) => command?.Text is { Length: > 0 } text ? $"'{WindowsCommandLine.Split(text)[0]}'" : "a program that cannot be told";

    private static string NameOf(string path) => path[(path.LastIndexOf('\\') + 1)..];
}
