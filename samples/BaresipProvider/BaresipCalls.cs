using System.Collections.Concurrent;
using PhoneLink;

namespace BaresipProvider;

/// <summary>The calls of one provider, and the news of them.</summary>
internal sealed class BaresipCalls(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<CallId, BaresipCall> _calls = new();

    public CallEventPublisher Events { get; } = new(time);

    public bool HasLive => !_calls.IsEmpty;

    /// <summary>Gets the calls that baresip has named, the oldest first.</summary>
    public IEnumerable<BaresipCall> Named => _calls.Values.Where(static call => call.Id is not null).OrderBy(call => call.CallId.Value);

    /// <summary>Takes a call in, unless its id was used before; then tells by what.</summary>
    public bool TryBegin(BaresipCall call, out BaresipCall? known)
    {
        known = _calls.GetOrAdd(call.CallId, call);
        if (known != call)
            return false;

        known = null;
        return Events.Find(call.CallId) is null || !_calls.TryRemove(call.CallId, out _);
    }

    public BaresipCall? Find(CallId callId) => _calls.GetValueOrDefault(callId);

    /// <summary>Forgets a call of which baresip never learnt.</summary>
    public void Forget(BaresipCall call) => _calls.TryRemove(new(call.CallId, call));

    public void Tell(BaresipCall call, CallState state) => Events.Publish(new(call.CallId, state) { ProviderCallId = call.Id });

    /// <summary>Takes what baresip tells about one of its calls, which need not be one of these.</summary>
    public void Take(BaresipMessage news)
    {
        if (news.Id is null || _calls.Values.FirstOrDefault(call => call.Id == news.Id) is not { } call)
            return;

        call.Account = news.AccountAor ?? call.Account;
        if (news.Type is "CALL_PROGRESS")
            Tell(call, CallState.Proceeding);
        else if (news.Type is "CALL_RINGING")
            Ring(call);
        else if (news.Type is "CALL_ESTABLISHED")
            Answer(call);
        else if (news.Type is "CALL_CLOSED")
            Close(call, news.Param ?? "");
    }

    public void Ring(BaresipCall call)
    {
        call.HasRung = true;
        Tell(call, CallState.Alerting);
    }

    public void Answer(BaresipCall call)
    {
        call.Answer();
        Tell(call, CallState.Connected);
    }

    /// <summary>Ends a call, once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reason">Why.</param>
    /// <param name="text">The words for it, baresip's own where there are any.</param>
    /// <param name="sipStatus">The final answer, where there was one.</param>
    public void End(BaresipCall call, CallEndReason reason, string? text, int? sipStatus = null)
    {
        // Told before it is forgotten: the id of a call is known at any time, by one of the two.
        Events.Publish(new(call.CallId, CallState.Ended) { EndReason = reason, NativeText = text, NativeCode = sipStatus, ProviderCallId = call.Id });
        Forget(call);
        call.StopClock();
    }

    /// <summary>Ends the calls of which nobody will hear any more.</summary>
    public void EndAll(string text)
    {
        foreach (var call in _calls.Values.Where(static call => call.IsDispatched))
            End(call, CallEndReason.Unknown, text);
    }

    /// <summary>Ends the streams; calls stay up.</summary>
    public void Dispose()
    {
        Events.Dispose();
        foreach (var call in _calls.Values)
            call.StopClock();
    }

    private void Close(BaresipCall call, string text)
    {
        var (reason, status) = BaresipEnding.Of(text, call.IsAnswered, call.Wish);
        End(call, reason, text, status);
    }
}
