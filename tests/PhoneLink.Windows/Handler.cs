using System.Diagnostics;
using PhoneLink.Activation;

namespace PhoneLink.Windows;

/// <summary>The program as a handler that the shell starts: it notes what arrived in a file beside it.</summary>
internal static class Handler
{
    private static readonly string Notes = Path.Combine(AppContext.BaseDirectory, "handled.txt");

    /// <summary>Where it stands, it names the directory in which the handler listens.</summary>
    private static readonly string ListenHere = Path.Combine(AppContext.BaseDirectory, "listen.txt");

    /// <summary>The shell starts the handler with its own arguments first; what follows may be anything.</summary>
    public static bool IsStartedByLink(string[] arguments) => arguments is ["--phonelink", ..];

    /// <summary>Listens where it is told to, otherwise notes what it got.</summary>
    public static async Task<int> ReceiveAsync(string[] arguments) =>
        File.Exists(ListenHere) ? await Aot.Listening.RunAsync(await File.ReadAllTextAsync(ListenHere), "short", arguments) : Note(arguments);

    /// <summary>Opens all links at once, as impatient clicks do, and prints the exit codes of what the shell started.</summary>
    public static async Task ClicksAsync(string[] links)
    {
        var processes = links.Select(static link => Process.Start(new ProcessStartInfo(link) { UseShellExecute = true })!).ToList();
        foreach (var process in processes)
        {
            await process.WaitForExitAsync();
            Console.WriteLine(process.ExitCode);
            process.Dispose();
        }
    }

    /// <summary>Notes the arguments, and what activation makes of them; a line each, joined by tabs.</summary>
    private static int Note(string[] arguments)
    {
        var verdict = ProtocolActivation.TryGetUri(arguments, ["domycall", "tel"], out var uri, out var refusal) ? $"accepted {uri.OriginalText}" : $"refused {refusal}";
        File.AppendAllText(Notes, $"{verdict}\t{string.Join('|', arguments)}\n");
        return 0;
    }

    /// <summary>Opens each text as <c>ShellExecute</c> does, and prints what the handler noted; nothing for a text that no program was started for.</summary>
    public static async Task ShellAsync(string[] texts)
    {
        const int Attempts = 100;
        var step = TimeSpan.FromMilliseconds(50);
        File.Delete(Notes);
        foreach (var text in texts)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(text) { UseShellExecute = true });
                if (process is not null)
                    await process.WaitForExitAsync();
            }
            catch (System.ComponentModel.Win32Exception exception)
            {
                Console.WriteLine($"not started\t{exception.NativeErrorCode}");
                continue;
            }

            for (var i = 0; i < Attempts && !File.Exists(Notes); i++)
                await Task.Delay(step);

            Console.Write(File.Exists(Notes) ? await File.ReadAllTextAsync(Notes) : "nothing was noted\n");
            File.Delete(Notes);
        }
    }
}
