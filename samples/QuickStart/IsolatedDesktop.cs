using DialHandler;

namespace QuickStart;

/// <summary>Directories of its own for one run, which this process and all that it starts take for the user's.</summary>
internal sealed class IsolatedDesktop : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("phonelink-quickstart-");

    public IsolatedDesktop()
    {
        foreach (var (variable, folder) in new[]
        {
            ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state"), ("XDG_CACHE_HOME", "cache"), ("XDG_DATA_DIRS", "system-data"), ("XDG_CONFIG_DIRS", "system-config"), ("XDG_RUNTIME_DIR", "run"),
        })
            Environment.SetEnvironmentVariable(variable, Directory.CreateDirectory(Path.Combine(_root.FullName, folder)).FullName);

        // On a machine without a desktop (a container, CI) this says that there is one to try; with one, nothing changes.
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("XDG_CURRENT_DESKTOP")))
            Environment.SetEnvironmentVariable("XDG_CURRENT_DESKTOP", "X-Generic");

        // What another program has chosen before: it must stand there byte for byte afterwards.
        File.WriteAllText(Path.Combine(_root.FullName, "config", "mimeapps.list"), "# my choices\n[Default Applications]\nx-scheme-handler/mailto=mail.desktop;\n");
        Environment.SetEnvironmentVariable(HandlerSettings.PathVariable, SettingsFile);
    }

    public string SettingsFile => Path.Combine(_root.FullName, "handler-settings.json");

    public string ReportFile => Path.Combine(_root.FullName, "handler-report.json");

    /// <summary>Every path below data and configuration, each with its bytes.</summary>
    public IReadOnlyDictionary<string, string> Snapshot()
    {
        var snapshot = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in new[] { "data", "config", "cache", "system-data", "system-config" })
            foreach (var entry in new DirectoryInfo(Path.Combine(_root.FullName, folder)).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
                snapshot[Path.GetRelativePath(_root.FullName, entry.FullName)] =
                    entry is FileInfo { LinkTarget: null } ? Convert.ToHexString(File.ReadAllBytes(entry.FullName)) : entry.LinkTarget ?? "folder";

        return snapshot;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
