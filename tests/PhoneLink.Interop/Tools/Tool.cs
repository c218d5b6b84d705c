namespace PhoneLink.Interop.Tools;

/// <summary>Finds the programs that the tests need.</summary>
internal static class Tool
{
    /// <summary>Debian's Python, which sees Debian's D-Bus module; another one on PATH may not.</summary>
    public const string PythonDBus = "python3-dbus";

    /// <summary>Desktop files of real telephony clients, where their script has unpacked them.</summary>
    public const string TelephonyClients = "telephony-clients";

    /// <summary>The right to become another user.</summary>
    public const string Root = "root";

    /// <summary>Mono, with the facades that its runtime comes without and that its script has unpacked.</summary>
    public const string Mono = "mono";

    public static string MonoFacades => System.IO.Path.Combine(Sample.Root, "artifacts", "mono");

    public static string ClientsDirectory => System.IO.Path.Combine(Sample.Root, "artifacts", "clients");

    public static string? WhyNot(IEnumerable<string> tools)
    {
        if (OperatingSystem.IsWindows())
            return "needs a freedesktop system";

        var missing = tools.Where(tool => !IsThere(tool)).ToList();
        return missing.Count == 0 ? null : $"not installed: {string.Join(", ", missing)}; tests/run.sh installs them where it may";
    }

    public static string Path(string tool) =>
        Find(tool) ?? throw new InvalidOperationException($"{tool} is not installed.");

    private static bool IsThere(string tool) => tool switch
    {
        PythonDBus => File.Exists("/usr/bin/python3") && Directory.Exists("/usr/lib/python3/dist-packages/dbus") && Directory.Exists("/usr/lib/python3/dist-packages/gi"),
        Root => Environment.IsPrivilegedProcess,
        TelephonyClients => new[] { "gnome-calls", "linphone-desktop", "plasma-dialer", "kdeconnect" }.All(static package => Directory.Exists(System.IO.Path.Combine(ClientsDirectory, package))),
        Mono => Find(tool) is not null && File.Exists(System.IO.Path.Combine(MonoFacades, "netstandard.dll")),
        _ => Find(tool) is not null,
    };

    private static string? Find(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Select(directory => System.IO.Path.Combine(directory, tool))
            .FirstOrDefault(File.Exists);
}
