using System.Diagnostics;
using System.Runtime.Versioning;

namespace PhoneLink.Tests.Platform;

/// <summary>A user's desktop on disk: XDG directories, desktop files, lists; and the real tools run on it.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Desktop : IDisposable
{
    private readonly TemporaryDirectory _root = new();

    public Desktop() => Environment = new(_root.Path);

    public FakeEnvironment Environment { get; }

    public string Root => _root.Path;

    public string this[string relative] => _root[relative];

    public HandlerResolver Resolver => new(PhysicalFileSystem.Instance, Environment);

    /// <summary>Writes a file; <c>ROOT</c> in the text becomes the directory.</summary>
    public Desktop With(string relative, string text)
    {
        _root.Write(relative, text.Replace("ROOT", Root, StringComparison.Ordinal));
        return this;
    }

    public Desktop WithProgram(string relative)
    {
        _root.WriteProgram(relative);
        return this;
    }

    /// <summary>Writes a desktop file for a program that exists, with further lines.</summary>
    public Desktop WithEntry(string relative, string more = "", string exec = "/bin/true %u") =>
        With(relative, $"[Desktop Entry]\nType=Application\nName={Path.GetFileNameWithoutExtension(relative)}\nExec={exec}\n{more}\n");

    /// <summary>Applies a table's row: <c>path: text</c> blocks separated by <c>|</c>, where <c>~</c> is a new line and <c>+path</c> an entry.</summary>
    public Desktop Apply(string setup)
    {
        foreach (var block in setup.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = block.IndexOf(": ", StringComparison.Ordinal);
            var (path, text) = colon < 0 ? (block, "") : (block[..colon], block[(colon + 2)..].Replace('~', '\n'));
            if (path.StartsWith('+'))
                WithEntry(path[1..], text);
            else if (path.StartsWith('!'))
                WithProgram(path[1..]);
            else if (path.StartsWith("XDG_", StringComparison.Ordinal))
                Environment[path] = text;
            else
                With(path, text + "\n");
        }

        return this;
    }

    /// <summary>Runs a real tool under this desktop's variables and gives its output.</summary>
    public (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in Environment.Variables)
            start.Environment[name] = value;

        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        errors.Wait();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    public void Dispose() => _root.Dispose();
}
