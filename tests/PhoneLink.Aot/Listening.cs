using PhoneLink.Activation;

namespace PhoneLink.Aot;

/// <summary>A handler that notes what it reads, for tests that stop, kill and flood it.</summary>
internal static class Listening
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1.5);

    /// <summary>Listens, or hands its link over.</summary>
    /// <param name="directory">Where it notes: <c>read.PID</c> (id and link), <c>lost.PID</c> (ids), <c>ready</c>.</param>
    /// <param name="pause">Where it stops and waits to be killed, noting a file of that name; <c>short</c>: it ends when nothing more comes.</param>
    /// <param name="arguments">The arguments of an activation.</param>
    public static async Task<int> RunAsync(string directory, string pause, string[] arguments)
    {
        var start = await ActivationListener.StartAsync(arguments, ["tel", "domycall"], new() { InstanceName = directory });
        if (start.Listener is not { } listener)
        {
            await Console.Error.WriteLineAsync(start.Message);
            return start.ExitCode;
        }

        await File.WriteAllLinesAsync(Path.Combine(directory, $"lost.{Environment.ProcessId}"), listener.LostActivations.Select(static id => id.ToString()));
        await File.WriteAllTextAsync(Path.Combine(directory, "ready"), "");
        if (pause == "after-acknowledgement")
            await PauseAsync(directory, pause, () => Directory.EnumerateFiles(Path.Combine(directory, "phonelink"), "*.journal").Any(static file => new FileInfo(file).Length > 0));

        var last = TimeProvider.System.GetTimestamp();
        await using var timer = TimeProvider.System.CreateTimer(
            _ =>
            {
                if (pause == "short" && TimeProvider.System.GetElapsedTime(Interlocked.Read(ref last)) > Idle)
                    _ = listener.DisposeAsync().AsTask();
            },
            null, Idle, TimeSpan.FromMilliseconds(100));
        await foreach (var link in listener.ReadAllAsync())
        {
            await File.AppendAllTextAsync(Path.Combine(directory, $"read.{Environment.ProcessId}"), $"{link.Id} {link.Uri.OriginalText}\n");
            Interlocked.Exchange(ref last, TimeProvider.System.GetTimestamp());
            if (pause == "after-reading")
                await PauseAsync(directory, pause, static () => true);
        }

        return 0;
    }

    private static async Task PauseAsync(string directory, string pause, Func<bool> reached)
    {
        while (!reached())
            await Task.Delay(TimeSpan.FromMilliseconds(10));

        await File.WriteAllTextAsync(Path.Combine(directory, pause), "");
        await Task.Delay(Timeout.Infinite);
    }
}
