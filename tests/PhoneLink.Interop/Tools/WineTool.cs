using System.Diagnostics;
using System.Runtime.Versioning;

namespace PhoneLink.Interop.Tools;

/// <summary>Runs a program of Wine over the prefix in a directory.</summary>
[UnsupportedOSPlatform("windows")]
internal static class WineTool
{
    /// <summary>Runs it with a home and a working directory of its own.</summary>
    /// <returns>The exit code and what it printed.</returns>
    /// <exception cref="TimeoutException">It took longer than the limit, and was ended.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, TimeSpan limit, string tool, IEnumerable<string> arguments, string overrides, IReadOnlyDictionary<string, string?>? variables = null)
    {
        // To a file: the server goes on after the program and would keep a pipe open.
        var (output, settings) = (Path.Combine(directory, "output-" + Guid.NewGuid().ToString("N")), new Dictionary<string, string?>
        {
            ["WINEPREFIX"] = Path.Combine(directory, "prefix"),
            ["WINEARCH"] = "win64",
            ["WINEDEBUG"] = "-all",
            ["WINEDLLOVERRIDES"] = overrides,
            ["HOME"] = directory,
            ["DISPLAY"] = null,
            ["WAYLAND_DISPLAY"] = null,
        });
        var start = new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", output, Tool.Path(tool), .. arguments]) { WorkingDirectory = directory };
        foreach (var (name, value) in settings.Concat(variables ?? new Dictionary<string, string?>()))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"{tool} took longer than {limit}: {await File.ReadAllTextAsync(output, CancellationToken.None)}");
        }

        return (process.ExitCode, await File.ReadAllTextAsync(output));
    }
}
