using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DialHandler;

/// <summary>Asks in a window of the system's own: MessageBoxW, zenity, or osascript. The number comes first, and no is the default.</summary>
internal static partial class WindowPrompt
{
    private const string Title = "Call?";

    public static async Task<bool> AskAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var shown = TimeProvider.System.GetTimestamp();
        return await ShowAsync(call, cancellationToken) && TimeProvider.System.GetElapsedTime(shown) >= Prompt.Shortest;
    }

    private static async Task<bool> ShowAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var text = PromptText.Write(call);
        if (OperatingSystem.IsWindows())
            return await Task.Run(() => AskWindows(text), cancellationToken).WaitAsync(cancellationToken);

        if (OperatingSystem.IsMacOS())
            return await AskProgramAsync("/usr/bin/osascript", MacArguments(text), cancellationToken);

        var hasDesktop = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
        return hasDesktop && File.Exists(ZenityPrompt.Program) && await AskProgramAsync(ZenityPrompt.Program, ZenityPrompt.Arguments(call), cancellationToken);
    }

    /// <summary>The text is an argument of a script that holds none of it, so that nothing in it is read as script.</summary>
    private static string[] MacArguments(string text) =>
    [
        "-e", "on run argv",
        "-e", "display dialog (item 1 of argv) with title \"Call?\" buttons {\"Cancel\", \"Call\"} default button \"Cancel\" cancel button \"Cancel\"",
        "-e", "end run",
        text,
    ];

    private static async Task<bool> AskProgramAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments));
        if (process is null)
            return false;

        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static bool AskWindows(string text)
    {
        // winuser.h: MB_YESNO | MB_ICONQUESTION | MB_DEFBUTTON2 | MB_SETFOREGROUND | MB_TOPMOST, IDYES
        const uint Style = 0x4 | 0x20 | 0x100 | 0x10000 | 0x40000;
        const int Yes = 6;
        return MessageBox(0, text, Title, Style) == Yes;
    }

    [LibraryImport("user32", EntryPoint = "MessageBoxW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int MessageBox(nint owner, string text, string title, uint style);
}
