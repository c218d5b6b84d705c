using System.Collections.Concurrent;

namespace PhoneLink.Interop.Tools;

/// <summary>Reads all events of a provider from the start, as a host does that shows its calls.</summary>
internal sealed class CallLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<CallEvent> _events = new();
    private readonly Task _reading;

    public CallLog(ITelephonyProvider provider) => _reading = ReadAsync(provider.GetService<ICallEvents>()!);

    public IReadOnlyList<CallEvent> Of(CallId callId) => [.. _events.Where(news => news.CallId == callId)];

    /// <summary>Waits for a state of a call, and says which other events there were when it does not come.</summary>
    public async Task<CallEvent> WaitForAsync(CallId callId, CallState state)
    {
        for (var i = 0; i < Patience.TotalMilliseconds / 10; i++)
        {
            if (Of(callId).FirstOrDefault(news => news.State == state) is { } found)
                return found;

            await Task.Delay(10);
        }

        throw new InvalidOperationException($"Not {state}: {string.Join(", ", Of(callId))}");
    }

    /// <summary>Waits for the end, and a little longer for what must not come behind it.</summary>
    public async Task<CallEvent> EndAsync(CallId callId)
    {
        var end = await WaitForAsync(callId, CallState.Ended);
        await Task.Delay(100);
        var events = Of(callId);
        events.Select(static news => news.Sequence).Should().Equal(Enumerable.Range(1, events.Count).Select(static number => (long)number));
        events[^1].Should().Be(end, "nothing comes behind the end");
        return end;
    }

    /// <summary>Waits until the stream ends by itself.</summary>
    public Task CompletedAsync() => _reading.WaitAsync(Patience);

    private async Task ReadAsync(ICallEvents events)
    {
        await foreach (var news in events.ReadAllAsync())
            _events.Enqueue(news);
    }
}
