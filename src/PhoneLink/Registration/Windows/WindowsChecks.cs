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
}
