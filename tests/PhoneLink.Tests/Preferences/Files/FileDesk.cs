using System.Diagnostics;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Preferences.Files;

/// <summary>A directory of its own with one preference file.</summary>
internal sealed class FileDesk : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public FileDesk(PreferenceLevel leastSpecific = PreferenceLevel.System) => File = new(Path, leastSpecific);

    public string Path => _directory["phone.json"];

    public JsonPreferenceFile File { get; }

    public string Folder => _directory.Path;

    public string Text
    {
        get => System.IO.File.ReadAllText(Path);
        set => System.IO.File.WriteAllText(Path, value);
    }

    public string this[string relative] => _directory[relative];

    public string Format(string? user = null, string? group = null) => Keys.Format(File, user, group);

    public PhonePreferences Resolve(string? user = null) => Keys.Resolve(new PreferenceScope { User = user }, File);

    /// <summary>Gets what lies beside the file, by name; the lock file belongs there.</summary>
    public IReadOnlyList<string> Beside =>
        [.. Directory.EnumerateFileSystemEntries(Folder).Select(static path => System.IO.Path.GetFileName(path)!).Where(static name => name is not ("phone.json" or "phone.json.lock")).Order(StringComparer.Ordinal)];

    public string Read(string relative) => System.IO.File.ReadAllText(_directory[relative]);

    public void Write(string relative, string text) => _directory.Write(relative, text);

    /// <summary>Runs a program of the system on the file.</summary>
    public void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, [.. arguments, Path]);
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
    }

    public void Dispose() => _directory.Dispose();
}
