using System.Globalization;
using System.Runtime.Versioning;

namespace PhoneLink.Registration.Windows;

/// <summary>The Windows that this process runs on.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsSystem : IWindowsSystem
{
    // https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers
    public const string Administrators = "S-1-5-32-544";
    public const string LocalSystem = "S-1-5-18";

    private const int MaxText = 1 << 20;

    private static readonly RegistryKeyPath VersionKey = new(RegistryRoot.LocalMachine, @"SOFTWARE\Microsoft\Windows NT\CurrentVersion");

    public static WindowsSystem Instance { get; } = new();

    public string? PackageName => SecurityCalls.PackageName();

    public string? UserId => SecurityCalls.UserOfProcess();

    public string? DesktopUserId => SecurityCalls.UserOfShell();

    public (int Build, int Revision) Version
    {
        get
        {
            var values = WindowsRegistryEditor.Instance.ReadValues(VersionKey.Root, VersionKey.Path) ?? [];
            var revision = values.FirstOrDefault(static value => value.Name.Equals("UBR", StringComparison.OrdinalIgnoreCase)).Text;
            return (Environment.OSVersion.Version.Build, int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        }
    }

    public IReadOnlyList<string> TemporaryDirectories => [Path.GetTempPath(), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Windows), "Temp")];

    public bool IsFile(string path) => File.Exists(path);

    public DriveType GetDrive(string path) => new DriveInfo(path).DriveType;

    public string? GetSecurity(string path) => SecurityCalls.SecurityOf(path);

    public string? ReadText(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxText } ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
