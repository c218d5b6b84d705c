using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace PhoneLink.Interop.Tools;

/// <summary>A screen that nobody sees (Xvfb), with hands that press keys and buttons on it (xdotool).</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Screen : IDisposable
{
    private readonly Process _server;
    private readonly string _display;

    private Screen(Process server, string display) => (_server, _display) = (server, display);

    /// <summary>Gets what a program needs to show a window there: the display, the system's icons and types, and no bus for assistive tools.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["DISPLAY"] = _display,
        ["XDG_DATA_DIRS"] = "/usr/local/share:/usr/share",
        ["NO_AT_BRIDGE"] = "1",
        ["GSETTINGS_BACKEND"] = "memory",
    };

    /// <summary>Starts a screen under a number that the server finds free.</summary>
    public static async Task<Screen> StartAsync()
    {
        // Without a client it would begin anew, and turn away a window that comes just then: each look for a window is a client that goes.
        var server = Process.Start(new ProcessStartInfo(Tool.Path("Xvfb"), ["-displayfd", "1", "-noreset", "-screen", "0", "1024x768x24", "-nolisten", "tcp"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        var number = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return new(server, ":" + number);
    }

    /// <summary>Waits for a window by its title, as long as the program that shows it has not ended.</summary>
    /// <returns>Its id, and its size when it has settled.</returns>
    public async Task<(string Id, int Width, int Height)> WaitForWindowAsync(string title, Task<(int Code, string Output, string Errors)>? program = null)
    {
        for (var i = 0; i < 300 && program?.IsCompleted is not true; i++)
        {
            if ((await XdotoolAsync("search", "--onlyvisible", "--name", title)).Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var id, ..])
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
                var size = (await XdotoolAsync("getwindowgeometry", "--shell", id)).Split('\n').Where(static line => line.Contains('=', StringComparison.Ordinal))
                    .ToDictionary(static line => line.Split('=')[0], static line => int.Parse(line.Split('=')[1], CultureInfo.InvariantCulture));
                return (id, size["WIDTH"], size["HEIGHT"]);
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"No window \"{title}\" was shown. {(program?.IsCompleted is true ? await program : "The program runs still.")}");
    }

    /// <summary>Presses a key in a window; no window manager is there to focus it.</summary>
    public async Task PressAsync(string window, string key)
    {
        await XdotoolAsync("windowfocus", "--sync", window);
        await XdotoolAsync("key", key);
    }

    /// <summary>Clicks a place in a window.</summary>
    public async Task ClickAsync(string window, int x, int y) =>
        await XdotoolAsync("mousemove", "--window", window, x.ToString(CultureInfo.InvariantCulture), y.ToString(CultureInfo.InvariantCulture), "click", "1");

    /// <summary>Takes a picture for people to look at, where <see cref="Shots.Folder"/> is set.</summary>
    public async Task TakeAsync(string window, string name)
    {
        if (Shots.Folder is not null)
            await RunAsync("import", "-window", window, System.IO.Path.Combine(Shots.Folder, name + ".png"));
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private Task<string> XdotoolAsync(params string[] arguments) => RunAsync("xdotool", arguments);

    private async Task<string> RunAsync(string program, params string[] arguments) =>
        (await Sample.RunAsync(Tool.Path(program), arguments, new Dictionary<string, string?> { ["DISPLAY"] = _display })).Output;
}
