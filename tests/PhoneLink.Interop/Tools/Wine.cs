using System.Runtime.Versioning;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>A Windows of its own for some tests: a Wine prefix in a temporary directory, and the program of tests/PhoneLink.Windows in it.</summary>
/// <remarks>
/// Shared by the tests of a class as its fixture; a copy of <see cref="WineImage"/>, made when the first asks for it. Wine 8 on Debian, see
/// https://gitlab.winehq.org/wine/wine/-/wikis/Wine-User's-Guide for the variables.
/// </remarks>
[UnsupportedOSPlatform("windows")]
public sealed class Wine : IAsyncDisposable, IDisposable
{
    /// <summary>Without Gecko, and without winedbg, since with it a program that crashed ends with 0.</summary>
    public const string Overrides = "mshtml=;winedbg.exe=d";

    private static readonly TimeSpan Run = TimeSpan.FromMinutes(2);

    private readonly TemporaryDirectory _directory = new();
    private readonly Lazy<Task> _started;
    private readonly Lazy<Task> _published;
    private readonly Lazy<Task> _admin;

    public Wine() => (_started, _published, _admin) = (new(StartAsync), new(PublishWindowsAsync), new(PublishAdminAsync));

    /// <summary>Gets a path of the host below the directory of this Wine, for files that both sides see; <see cref="Path"/> names it for Windows.</summary>
    public string this[string relative] => _directory[relative];

    /// <summary>Names a file of the host as Windows sees it: the root of the host is the drive Z.</summary>
    public string Path(string relative) => "Z:" + this[relative].Replace('/', '\\');

    /// <summary>Runs a scenario of tests/PhoneLink.Windows.</summary>
    /// <returns>The lines that it printed.</returns>
    public Task<IReadOnlyList<string>> RunAsync(string scenario, params string[] arguments) => RunWithAsync(new Dictionary<string, string?>(), scenario, arguments);

    /// <summary>Runs a scenario of tests/PhoneLink.Windows with variables of its own.</summary>
    /// <returns>The lines that it printed.</returns>
    public async Task<IReadOnlyList<string>> RunWithAsync(IReadOnlyDictionary<string, string?> variables, string scenario, params string[] arguments)
    {
        await Task.WhenAll(_started.Value, _published.Value);
        var (exitCode, output) = await RunToolAsync(Run, "wine", [this["windows/PhoneLink.Windows.exe"], scenario, .. arguments], variables: variables);
        exitCode.Should().Be(0, $"{scenario} said: {output}");
        return output.Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
    }

    /// <summary>Puts a library into the system's directory; Wine takes it where a program's <c>WINEDLLOVERRIDES</c> say so.</summary>
    public async Task InstallLibraryAsync(string path)
    {
        await _started.Value;
        File.Copy(path, System.IO.Path.Combine(this["prefix/drive_c/windows/system32"], System.IO.Path.GetFileName(path)), overwrite: true);
    }

    /// <summary>Runs samples/PhoneLink.Admin, published as one file.</summary>
    /// <returns>The exit code and what it printed.</returns>
    public async Task<(int ExitCode, string Output)> AdminAsync(params string[] arguments)
    {
        await Task.WhenAll(_started.Value, _published.Value, _admin.Value); // It registers the other program.
        var (exitCode, output) = await RunToolAsync(Run, "wine", [this["admin/phonelink-admin.exe"], .. arguments]);
        return (exitCode, output.Replace("\r", "", StringComparison.Ordinal));
    }

    /// <summary>Lists a key with all below it, as <c>reg query /s</c> does.</summary>
    public async Task<IReadOnlyList<string>> QueryRegistryAsync(string key)
    {
        await _started.Value;
        var lines = (await WineAsync(Run, ["reg", "query", key, "/s"])).Replace("\r", "", StringComparison.Ordinal).Split('\n');
        return [.. lines.Where(static line => line.Length > 0)];
    }

    /// <summary>Exports the software of the user and of the machine, as <c>reg export</c> does, without what Wine keeps there for itself.</summary>
    public async Task<IReadOnlyList<string>> ExportRegistryAsync()
    {
        await _started.Value;
        var keys = new List<string>();
        foreach (var root in new[] { "HKCU", "HKLM" })
        {
            File.Delete(this["export.reg"]);
            await WineAsync(Run, ["reg", "export", $@"{root}\Software", Path("export.reg"), "/y"]);
            keys.AddRange((await File.ReadAllTextAsync(this["export.reg"])).Split("\r\n\r\n").Where(static key => !key.Contains(@"\Software\Wine", StringComparison.OrdinalIgnoreCase)));
        }

        return keys;
    }

    /// <summary>Writes a registry value, as <c>reg add</c> does.</summary>
    /// <param name="key">For instance <c>HKLM\Software\Policies\PhoneLink</c>.</param>
    /// <param name="name">The value's name.</param>
    /// <param name="data">The data as <c>reg add</c> reads it.</param>
    /// <param name="type">The type.</param>
    public async Task AddToRegistryAsync(string key, string name, string data, string type = "REG_SZ")
    {
        await _started.Value;
        await WineAsync(Run, ["reg", "add", key, "/v", name, "/t", type, "/d", data, "/f"]);
    }

    /// <summary>Deletes a registry key with all below it, as <c>reg delete</c> does.</summary>
    public async Task DeleteFromRegistryAsync(string key)
    {
        await _started.Value;
        await WineAsync(Run, ["reg", "delete", key, "/f"]);
    }

    /// <summary>Runs <c>reg</c>, with paths that <see cref="Path"/> has named.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RegAsync(params string[] arguments)
    {
        await _started.Value;
        return await WineAsync(Run, ["reg", .. arguments]);
    }

    /// <summary>Ends the Windows programs of this prefix and no others, then removes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            await EndOfAsync(_started.Value);
            await EndOfAsync(_published.IsValueCreated ? _published.Value : Task.CompletedTask);
            await EndOfAsync(_admin.IsValueCreated ? _admin.Value : Task.CompletedTask);
            await EndOfAsync(ToolAsync(Run, "wineserver", ["-k"]));
            await EndOfAsync(ToolAsync(Run, "wineserver", ["-w"]));
        }

        _directory.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static async Task EndOfAsync(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task StartAsync()
    {
        await WineImage.CopyAsync(WineImage.Prefix, this["prefix"]);
        await ToolAsync(Run, "wineserver", ["-p"]); // Volatile keys live as long as the server.
    }

    private Task PublishWindowsAsync() => WineImage.CopyAsync(WineImage.Windows, this["windows"]);

    private Task PublishAdminAsync() => WineImage.CopyAsync(WineImage.Admin, this["admin"]);

    private Task<string> WineAsync(TimeSpan limit, IEnumerable<string> arguments) => ToolAsync(limit, "wine", arguments);

    private async Task<string> ToolAsync(TimeSpan limit, string tool, IEnumerable<string> arguments, string overrides = Overrides)
    {
        var (exitCode, text) = await RunToolAsync(limit, tool, arguments, overrides);
        exitCode.Should().Be(0, $"{tool} said: {text}");
        return text;
    }

    private Task<(int ExitCode, string Output)> RunToolAsync(TimeSpan limit, string tool, IEnumerable<string> arguments, string overrides = Overrides, IReadOnlyDictionary<string, string?>? variables = null) =>
        WineTool.RunAsync(_directory.Path, limit, tool, arguments, overrides, variables);
}
