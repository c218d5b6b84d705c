using System.Diagnostics;
using System.Runtime.InteropServices;
using PhoneLink;

namespace PhoneLinkHandler;

/// <summary>Asks before a call: on the terminal, or in a window of the system's own; where nobody can answer, nobody has agreed.</summary>
internal static partial class Question
{
    /// <summary>Nobody reads a number faster; the second click of a double click on a page may land on the window.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    public static async Task<bool> AskAsync(DialRequest request, CancellationToken cancellationToken)
    {
        // The number alone: whatever else a link says, its author may have made up.
        var number = request.Target.Number!;
        var text = $"Call {number.ToString(PhoneNumberStyle.Rfc3966)}{number.PostDial}?";
        var shown = TimeProvider.System.GetTimestamp();
        return await ShowAsync(text, cancellationToken) && TimeProvider.System.GetElapsedTime(shown) >= Shortest;
    }

    private static async Task<bool> ShowAsync(string text, CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected)
        {
            Console.WriteLine(text);
            await Task.Delay(Shortest, cancellationToken);
            return await Task.Run(ReadAnswer, cancellationToken).WaitAsync(cancellationToken) is "y" or "Y";
        }

        if (OperatingSystem.IsWindows())
            return await Task.Run(() => AskWindows(text), cancellationToken).WaitAsync(cancellationToken);

        return OperatingSystem.IsLinux() && File.Exists("/usr/bin/zenity") && HasDesktop()
            && await AskZenityAsync(text, cancellationToken);
    }

    /// <summary>What was typed before the answer is asked for was meant for something else.</summary>
    private static string? ReadAnswer()
    {
        while (Console.KeyAvailable)
            Console.ReadKey(intercept: true);

        Console.Write("[y/N] ");
        return Console.ReadLine();
    }

    private static bool HasDesktop() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    private static async Task<bool> AskZenityAsync(string text, CancellationToken cancellationToken)
    {
        using var process = Process.Start("/usr/bin/zenity", ["--question", "--no-markup", "--default-cancel", "--title=" + Installation.Product, "--text=" + text]);
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
        return MessageBox(0, text, Installation.Product, Style) == Yes;
    }

    [LibraryImport("user32", EntryPoint = "MessageBoxW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int MessageBox(nint owner, string text, string title, uint style);
}
