using System.Runtime.Versioning;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>A desktop of its own for one test: home, XDG directories, a handler that records what it gets, and openers that see only this.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Desk : IProcessRunner, IDisposable
{
    private static readonly string[] Inherited = ["DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS", "BROWSER", "PHONELINK_HOP"];

    private readonly TemporaryDirectory _directory = new();
    private readonly SystemProcessRunner _processes = new(TimeProvider.System);

    public Desk()
    {
        Environment = new(_directory.Path) { ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!, ["XDG_CURRENT_DESKTOP"] = "X-Generic" };
        foreach (var directory in new[] { "data/applications", "config", "run" })
            Directory.CreateDirectory(_directory[directory]);
    }

    public FakeEnvironment Environment { get; }

    public string this[string relative] => _directory[relative];

    /// <summary>Gets a launcher that sees this desktop; without an argument it uses <c>gio</c>.</summary>
    public LinuxLinkLauncher Launcher(string opener = "gio", string ownProgram = "/nothing")
    {
        UseOnly(opener);
        return new(PhysicalFileSystem.Instance, Environment, this, ownProgram);
    }

    /// <summary>Starts what the launcher starts with this desktop's variables, and without those of the machine that runs the tests.</summary>
    public Task<ProcessOutcome> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        var variables = Inherited.ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in Environment.Variables)
            variables[name] = value;

        foreach (var (name, value) in command.Variables)
            variables[name] = value;

        variables["PATH"] = System.Environment.GetEnvironmentVariable("PATH");
        return _processes.RunAsync(command with { Variables = variables }, cancellationToken);
    }

    /// <summary>Writes a handler script that records its arguments, NUL-separated, and then runs more of a shell's commands.</summary>
    public string WriteHandler(string name = "handler", string then = "") =>
        _directory.WriteProgram("bin/" + name, $$"""
            #!/bin/sh
            echo $$ >> "{{_directory["run/" + name + ".pid"]}}"
            { printf '%s\0' "$#" "$@"; } > "{{_directory["run/" + name]}}.$$"
            mv "{{_directory["run/" + name]}}.$$" "{{_directory["run/" + name]}}.args.$$"
            {{then}}
            """);

    /// <summary>Registers a desktop file by hand, as any program's package would.</summary>
    public void Install(string id, string exec, string scheme, string more = "")
    {
        _directory.Write($"data/applications/{id}.desktop", $"[Desktop Entry]\nType=Application\nName={id}\nExec={exec}\nNoDisplay=true\nMimeType=x-scheme-handler/{scheme};\n{more}");
        File.AppendAllText(_directory["config/mimeapps.list"], $"[Default Applications]\nx-scheme-handler/{scheme}={id}.desktop\n");
    }

    public string Write(string relative, string text) => _directory.Write(relative, text);

    public string WriteProgram(string relative, string text) => _directory.WriteProgram(relative, text);

    /// <summary>Gets the arguments of each start of a handler so far.</summary>
    public IReadOnlyList<string[]> Starts(string name = "handler") =>
        [.. Directory.EnumerateFiles(_directory["run"], name + ".args.*").Order().Select(static file => File.ReadAllText(file).Split('\0')[1..^1])];

    /// <summary>Waits until a handler was started as often as expected, and a little longer for one start too many.</summary>
    public async Task<IReadOnlyList<string[]>> WaitForStartsAsync(int count = 1, string name = "handler")
    {
        await WaitUntilAsync(() => Starts(name).Count >= count);
        return Starts(name);
    }

    public static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 300 && !condition(); i++)
            await Task.Delay(50);

        condition().Should().BeTrue("it should have happened within 15 s");
    }

    /// <summary>Ends the handlers that this desktop started, by their own ids.</summary>
    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_directory["run"], "*.pid"))
            foreach (var line in File.ReadAllLines(file))
                End(int.Parse(line, System.Globalization.CultureInfo.InvariantCulture));

        _directory.Dispose();
    }

    private static void End(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Puts one opener on the launcher's PATH, and a display that is not there for the generic one, which asks for one.</summary>
    private void UseOnly(string opener)
    {
        var path = _directory["openers"];
        Directory.CreateDirectory(path);
        if (!File.Exists(Path.Combine(path, opener)))
            File.CreateSymbolicLink(Path.Combine(path, opener), Tool.Path(opener));

        Environment["PATH"] = path + ":/usr/bin-not-searched";
        if (opener == "xdg-open")
            Environment["DISPLAY"] = ":77";

        Environment["BROWSER"] = _directory.WriteProgram("bin/browser", $"#!/bin/sh\necho \"$@\" >> '{_directory["run/browser"]}'\n");
    }
}
