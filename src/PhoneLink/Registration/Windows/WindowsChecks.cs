using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>What must hold before anything is changed.</summary>
internal static class WindowsChecks
{
    /// <summary>Well-known users that are no person: SYSTEM, LOCAL SERVICE, NETWORK SERVICE.</summary>
    private static readonly string[] ServiceUsers = ["S-1-5-18", "S-1-5-19", "S-1-5-20"];

    /// <summary>In a package the registry is virtual: what is written there, nobody else sees.</summary>
    public static void Package(ProtocolRegistration registration, IWindowsSystem system)
    {
        if (system.PackageName is not null)
            throw new RegistrationException(
                RegistrationFailure.NotSupported,
                $"A packaged program declares its schemes in its manifest: <uap:Extension Category=\"windows.protocol\"><uap:Protocol Name=\"{registration.Scheme}\" /></uap:Extension>");
    }

    /// <summary>HKEY_CURRENT_USER must be that of the person at the desktop.</summary>
    public static void User(ProtocolRegistration registration, IWindowsSystem system)
    {
        if (registration.Scope is not RegistrationScope.User)
            return;

        if (ServiceUsers.Contains(system.UserId, StringComparer.Ordinal))
            throw new RegistrationException(RegistrationFailure.WrongUser, "This process runs as a service account, whose registrations nobody sees; use the Machine scope, or run it as the user.");

        if (system.DesktopUserId is { } person && system.UserId is { } user && person != user)
            throw new RegistrationException(RegistrationFailure.WrongUser, "This process runs as another user than the one at the desktop (as after 'Run as administrator' with another account); run it as the user, or use the Machine scope.");
    }

    /// <summary>Checks a receipt as a stranger's: each change must be one that its registration makes.</summary>
    public static void Receipt(ReceiptDocument document, string platform)
    {
        if (document.Platform != platform)
            throw Invalid("it comes from another kind of system");

        var registration = document.Registration;
        if (!IsWellFormed(registration))
            throw Invalid("its scheme or a name is malformed");

        if (document.Changes.FirstOrDefault(change => !Makes(registration, change)) is { } foreign)
            throw Invalid($"'{foreign.Path}' is nothing that this registration writes");
    }

    /// <summary>Says whether a change is one that a registration can make.</summary>
    public static bool Makes(ProtocolRegistration registration, ReceiptChange change)
    {
        var keys = new WindowsKeys(registration);
        return IsOurs(change, keys, [.. WindowsEntries.All(registration, keys)]);
    }

    private static bool IsWellFormed(ProtocolRegistration registration)
    {
        try
        {
            return registration.Product is not null && RegistrationRules.Check(registration) == registration && !registration.Product.Contains('\\', StringComparison.Ordinal);
        }
        catch (RegistrationException)
        {
            return false;
        }
    }

    private static bool IsOurs(ReceiptChange change, WindowsKeys keys, List<RegistryEntry> entries)
    {
        if (change is AssociationsNotified)
            return true;

        if (!RegistryKeyPath.TryParse(change.Path, out var key))
            return false;

        return change switch
        {
            RegistryKeyCreated => entries.Exists(entry => entry.Key == key || IsAbove(key, entry.Key)),
            RegistryValueChanged { After: null } value => key == keys.Command && value.Name == PrivateSchemeStep.DelegateExecute,
            RegistryValueChanged value => entries.Exists(entry => entry.Key == key && entry.Name == value.Name) && (key != keys.Command || AreCommands(value)),
            _ => false,
        };
    }

    /// <summary>What is put back must not be what an attacker would like to see started.</summary>
    private static bool AreCommands(RegistryValueChanged value) =>
        WindowsCommandLine.TryGetRegistered(value.After?.Text, out _)
        && (value.Before is null || (value.Before.Text is { } before && !RegistrationRules.IsScriptHost(NameOf(WindowsCommandLine.Split(before)[0]))));

    private static string NameOf(string path) => path[(path.LastIndexOfAny(['\\', '/']) + 1)..];

    private static bool IsAbove(RegistryKeyPath key, RegistryKeyPath below) => below.Parent is { } parent && (parent == key || IsAbove(key, parent));

    private static RegistrationException Invalid(string reason) =>
        new(RegistrationFailure.InvalidReceipt, $"The receipt is refused: {reason}. Nothing is changed.");
}
