using PhoneLink.Registration;
using PhoneLink.Registration.Windows;

namespace PhoneLink.Windows;

/// <summary>Registration for the machine with the real registry and shell; Wine's files cannot be protected as Windows' are, so only their access list is made up.</summary>
internal static class MachineScope
{
    private const string ProtectedSecurity = "O:BAG:SYD:(A;;FA;;;BA)(A;;FA;;;SY)(A;;0x1200a9;;;WD)";

    /// <summary>Arguments: register or unregister, scheme, program.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var registrar = new ProtocolRegistrar(
            new WindowsPlatform(new(WindowsRegistryEditor.Instance, ShellAssociations.Instance, new ProtectedFiles(WindowsSystem.Instance)), static (_, time, cancellationToken) => MutexLock.AcquireAsync(@"Global\PhoneLink.Test", [WindowsSystem.Administrators, WindowsSystem.LocalSystem], time, cancellationToken)),
            TimeProvider.System);
        var registration = new ProtocolRegistration(arguments[1], "Contoso Phone", arguments[2]) { Scope = RegistrationScope.Machine, ApplicationId = $"com.contoso.{arguments[1]}" };
        if (arguments[0] == "register")
            await registrar.ApplyAsync(registrar.Plan(registration));
        else
            await registrar.UnregisterAsync(registration);

        Console.WriteLine((await registrar.GetStatusAsync(arguments[1])).Status);
    }

    private sealed class ProtectedFiles(IWindowsSystem system) : IWindowsSystem
    {
        public string? PackageName => system.PackageName;

        public string? UserId => system.UserId;

        public string? DesktopUserId => system.DesktopUserId;

        public (int Build, int Revision) Version => system.Version;

        public IReadOnlyList<string> TemporaryDirectories => system.TemporaryDirectories;

        public bool IsFile(string path) => system.IsFile(path);

        public DriveType GetDrive(string path) => system.GetDrive(path);

        public string? GetSecurity(string path) => system.GetSecurity(path) is null ? null : ProtectedSecurity;

        public string? ReadText(string path) => system.ReadText(path);
    }
}
