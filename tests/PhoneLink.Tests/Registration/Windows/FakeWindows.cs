using PhoneLink.Registration;
using PhoneLink.Registration.Windows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>A Windows with a telephone program on it: a registry, a shell that answers from it and from the user's choices, and a registrar.</summary>
internal sealed class FakeWindows : IShellAssociations, IWindowsSystem
{
    public const string Program = @"C:\Program Files\Contoso\phone.exe";
    public const string Me = "S-1-5-21-1-2-3-1001";
    public const string User = @"HKEY_CURRENT_USER\Software\";
    public const string Machine = @"HKEY_LOCAL_MACHINE\Software\";

    /// <summary>As Windows protects what lies under Program Files.</summary>
    public const string ProgramFilesSecurity = "O:BAG:SYD:AI(A;ID;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)(A;OICIIOID;GA;;;CO)";

    private readonly SemaphoreSlim _lock = new(1);

    public FakeWindows(FakeWindowsRegistry? registry = null) => Registry = registry ?? new();

    public FakeWindowsRegistry Registry { get; set; }

    /// <summary>Gets the files that exist.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.OrdinalIgnoreCase) { Program };

    public Dictionary<string, string> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the ProgIDs that the user has chosen, by scheme.</summary>
    public Dictionary<string, string> UserChoice { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> Security { get; } = new(StringComparer.OrdinalIgnoreCase);

    public DriveType Drive { get; set; } = DriveType.Fixed;

    public int Notifications { get; private set; }

    public string? PackageName { get; set; }

    public string? UserId { get; set; } = Me;

    public string? DesktopUserId { get; set; } = Me;

    public (int Build, int Revision) Version { get; set; } = (22631, 0);

    public IReadOnlyList<string> TemporaryDirectories { get; } = [@"C:\Users\me\AppData\Local\Temp\", @"C:\Windows\Temp"];

    public ProtocolRegistrar Registrar => RegistrarAt(TimeProvider.System);

    public ProtocolRegistration Wanted { get; } = new("domycall", "Contoso Phone", Program);

    public ProtocolRegistrar RegistrarAt(TimeProvider time) => new(new WindowsPlatform(new(Registry, this, this), AcquireAsync), time);

    public Task<RegistrationReceipt> ApplyAsync(ProtocolRegistration registration)
    {
        var registrar = Registrar;
        return registrar.ApplyAsync(registrar.Plan(registration));
    }

    public bool IsFile(string path) => Files.Contains(path);

    public DriveType GetDrive(string path) => Drive;

    public string? GetSecurity(string path) => Security.GetValueOrDefault(path, ProgramFilesSecurity);

    public string? ReadText(string path) => Texts.GetValueOrDefault(path);

    public string? FindCommand(string scheme) => ClassOf(scheme) is { } found ? Registry.TextOf(found + @"\shell\open\command") : null;

    public string? FindExecutable(string scheme) => FindCommand(scheme) is { } command && WindowsCommandLine.Split(command)[0] is var program && IsFile(program) ? program : null;

    public string? FindName(string scheme) => FindExecutable(scheme) is { } program ? Path.GetFileNameWithoutExtension(program[(program.LastIndexOf('\\') + 1)..]) : null;

    public string? FindProgId(string scheme) => UserChoice.GetValueOrDefault(scheme);

    public void NotifyChanged() => Notifications++;

    private string? ClassOf(string scheme)
    {
        var name = UserChoice.GetValueOrDefault(scheme, scheme);
        return new[] { User, Machine }.Select(root => $@"{root}Classes\{name}").FirstOrDefault(key => Registry.Keys.Contains(key, StringComparer.OrdinalIgnoreCase));
    }

    private async Task<IDisposable> AcquireAsync(RegistrationScope scope, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken);
        return new Held(_lock);
    }

    private sealed class Held(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
