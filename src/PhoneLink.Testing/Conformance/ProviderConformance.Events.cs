namespace PhoneLink.Testing;

/// <content>What is told about calls.</content>
public sealed partial class ProviderConformance
{
    private Task Events_are_in_order_and_end_once() => WithEventsAsync(async (provider, events) =>
    {
        var request = MakeRequest();
        if ((await DialAsync(provider, request).ConfigureAwait(false)).Status is not DialStatus.Accepted)
            return;

        var reading = ReadAsync(events, request.CallId);
        await EndAsync(provider, request.CallId).ConfigureAwait(false);
        var seen = await InTimeAsync(reading, "the events of an accepted call did not end in time.").ConfigureAwait(false);

        Require(seen.Count(static news => news.State is CallState.Ended) == 1, "an accepted call does not have exactly one Ended.");
        Require(seen[seen.Count - 1] is { State: CallState.Ended, EndReason: not null }, "the last event is not an Ended with a reason.");
        Require(seen.TrueForAll(news => news.CallId == request.CallId), "the stream of one call has events of another.");
        for (var i = 1; i < seen.Count; i++)
        {
            var (before, next) = (seen[i - 1], seen[i]);
            Require(next.Sequence == before.Sequence + 1 + next.Missed, "the sequence of events has a gap.");
            Require(next.State > before.State || (before.State is CallState.Held && next.State is CallState.Connected), $"a call went back from {before.State} to {next.State}.");
        }
    });

    private Task A_late_reader_sees_the_call() => WithEventsAsync(async (provider, events) =>
    {
        var request = MakeRequest();
        if ((await DialAsync(provider, request).ConfigureAwait(false)).Status is not DialStatus.Accepted)
            return;

        var first = FirstAsync(events, request.CallId);
        var seen = await InTimeAsync(first, "a reader who came after the dial saw nothing of the call.").ConfigureAwait(false);
        Require(seen?.CallId == request.CallId && seen.IsSnapshot, "a reader who came after the dial did not get first what was known of the call.");
        await EndAsync(provider, request.CallId).ConfigureAwait(false);
    });

    private Task A_reader_may_act() => WithEventsAsync(async (provider, events) =>
    {
        var request = MakeRequest();
        if ((await DialAsync(provider, request).ConfigureAwait(false)).Status is not DialStatus.Accepted)
            return;

        async Task<bool> ActAsync()
        {
            await foreach (var news in events.ReadAllAsync(request.CallId).ConfigureAwait(false))
            {
                var other = MakeRequest();
                await provider.DialAsync(other).ConfigureAwait(false);
                await EndAsync(provider, other.CallId).ConfigureAwait(false);
                if (news.State is not CallState.Ended)
                    await EndAsync(provider, request.CallId).ConfigureAwait(false);
            }

            return true;
        }

        await InTimeAsync(ActAsync(), "a reader that dials and hangs up while it reads did not come to an end.").ConfigureAwait(false);
    });

    private Task Hanging_up_ends_that_call() => WithEventsAsync(async (provider, events) =>
    {
        if (provider.GetService<ICallControl>() is not { } control)
            return;

        Require(await InTimeAsync(control.HangUpAsync(CallId.New()), "hanging up gave no answer in time.").ConfigureAwait(false) is HangUpStatus.NoCall, "hanging up a call that there is not is not answered NoCall.");
        var (first, second) = (MakeRequest(), MakeRequest());
        foreach (var request in new[] { first, second })
            if ((await DialAsync(provider, request).ConfigureAwait(false)).Status is not DialStatus.Accepted)
                return;

        var ended = ReadAsync(events, first.CallId);
        var other = ReadAsync(events, second.CallId);
        var status = await InTimeAsync(control.HangUpAsync(first.CallId), "hanging up gave no answer in time.").ConfigureAwait(false);
        Require(status is HangUpStatus.Ended or HangUpStatus.Requested or HangUpStatus.NoCall, $"hanging up a call is answered {status}.");
        await InTimeAsync(ended, "the call that was hung up did not end in time.").ConfigureAwait(false);

        // A back end that ends calls by itself may end the second too, but not as cancelled by the caller.
        Require(!other.IsCompleted || (await other.ConfigureAwait(false)).TrueForAll(static news => news.EndReason is not CallEndReason.Cancelled), "hanging up one call ended another.");
        await EndAsync(provider, second.CallId).ConfigureAwait(false);
    });

    private async Task Disposing_ends_the_streams()
    {
        var provider = _make();
        if (provider is not (IDisposable or IAsyncDisposable) || provider.GetService<ICallEvents>() is not { } events)
        {
            await DisposeAsync(provider).ConfigureAwait(false);
            return;
        }

        var reading = ReadAsync(events, null);
        await DisposeAsync(provider).ConfigureAwait(false);
        await InTimeAsync(reading, "the stream of all calls did not end with the provider.").ConfigureAwait(false);
    }

    private static async Task<List<CallEvent>> ReadAsync(ICallEvents events, CallId? callId)
    {
        var seen = new List<CallEvent>();
        await foreach (var news in events.ReadAllAsync(callId).ConfigureAwait(false))
            seen.Add(news);

        return seen;
    }

    private static async Task<CallEvent?> FirstAsync(ICallEvents events, CallId callId)
    {
        await foreach (var news in events.ReadAllAsync(callId).ConfigureAwait(false))
            return news;

        return null;
    }

    private static async Task EndAsync(ITelephonyProvider provider, CallId callId)
    {
        if (provider.GetService<ICallControl>() is { } control)
            await control.HangUpAsync(callId).ConfigureAwait(false);
    }

    private Task WithEventsAsync(Func<ITelephonyProvider, ICallEvents, Task> check) =>
        WithProviderAsync(provider => provider.GetService<ICallEvents>() is { } events ? check(provider, events) : Task.CompletedTask);
}
