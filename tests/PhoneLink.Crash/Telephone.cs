using PhoneLink.Testing;

namespace PhoneLink.Crash;

/// <summary>A process by which others dial; its telephone rings nowhere, notes what it dials, and may stop in the midst of it.</summary>
internal sealed class Telephone(ITelephonyProvider inner, string directory, string pause) : DelegatingTelephonyProvider(inner)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();

    /// <summary>Listens until the process is ended; <c>NAME DIRECTORY [PAUSE]</c>.</summary>
    /// <remarks>
    /// In the directory it notes <c>dialled</c> (ids) and <c>ready</c>. It stops <c>after-acknowledgement</c>, noting a file of that name, and never
    /// answers; with <c>short</c> its calls end by themselves.
    /// </remarks>
    public static async Task RunAsync(string[] arguments)
    {
        var pause = arguments.ElementAtOrDefault(2) ?? "";
        SimulatedStep[] steps = [new(Soon, CallState.Alerting), new(Soon, CallState.Connected)];
        using var phone = new SimulatedTelephonyProvider
        {
            Steps = _ => pause == "short" ? [.. steps, new(Soon, CallState.Ended) { EndReason = CallEndReason.Completed, NativeCode = 200 }] : steps,
        };
        await using var listener = await LocalTelephonyListener.StartAsync(arguments[0], new Telephone(phone, arguments[1], pause));
        await File.WriteAllTextAsync(Path.Combine(arguments[1], "ready"), "");
        await Task.Delay(Timeout.Infinite);
    }

    public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        Note(request.CallId);
        if (pause == "after-acknowledgement")
        {
            await File.WriteAllTextAsync(Path.Combine(directory, pause), "", CancellationToken.None);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        return await base.DialAsync(request, cancellationToken);
    }

    private void Note(CallId callId)
    {
        lock (_lock)
            File.AppendAllText(Path.Combine(directory, "dialled"), $"{callId}\n");
    }
}
