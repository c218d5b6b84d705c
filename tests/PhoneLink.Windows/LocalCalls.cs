using System.Diagnostics;

namespace PhoneLink.Windows;

/// <summary>Dials by another process, over a pipe.</summary>
internal static class LocalCalls
{
    private static readonly TimeSpan Wink = TimeSpan.FromMilliseconds(50);

    /// <summary>Starts a process that lets others dial by it, dials, hangs up and kills it; the argument is a directory for what that process notes.</summary>
    public static async Task DialAsync(string[] arguments)
    {
        const int AtOnce = 20;
        var name = Guid.NewGuid().ToString();
        await using var client = new LocalListenerTelephonyProvider(new(name) { ReachTimeout = TimeSpan.FromSeconds(20) });
        Console.WriteLine($"before: {await client.DialAsync(Request())}");
        using var listener = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["phone", name, arguments[0]]))!;
        while (!File.Exists(Path.Combine(arguments[0], "ready")))
            await Task.Delay(Wink);

        var results = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => DialAsync(client))));
        var dialled = await File.ReadAllLinesAsync(Path.Combine(arguments[0], "dialled"));
        Console.WriteLine($"dialled: {results.Count(static result => result.Status is DialStatus.Accepted)}, {dialled.Distinct().Count()}");
        Console.WriteLine($"again: {await client.DialAsync(Request() with { CallId = results[0].CallId })}");
        Console.WriteLine($"hung up: {await client.HangUpAsync(results[0].CallId)}, {(await LastAsync(client, results[0].CallId))?.State}");
        Console.WriteLine($"status: {(await client.GetStatusAsync()).State}");

        listener.Kill();
        await listener.WaitForExitAsync();
        Console.WriteLine($"killed: {await LastAsync(client, results[1].CallId)}, {await client.DialAsync(Request())}");
    }

    /// <summary>Where too many dial at once the pipe is not there for one of them: a proof that nothing left, so that the same call may be tried again.</summary>
    private static async Task<DialResult> DialAsync(LocalListenerTelephonyProvider client)
    {
        var request = Request();
        var result = await client.DialAsync(request);
        for (var tries = 0; result.Status is DialStatus.NotDispatched && tries < 10; tries++)
            result = await client.DialAsync(request);

        return result;
    }

    private static DialRequest Request() => new(PhoneNumber.Parse("+12025550143"));

    private static async Task<CallEvent?> LastAsync(LocalListenerTelephonyProvider client, CallId callId)
    {
        CallEvent? last = null;
        await foreach (var news in client.GetService<ICallEvents>()!.ReadAllAsync(callId))
            last = news;

        return last;
    }
}
