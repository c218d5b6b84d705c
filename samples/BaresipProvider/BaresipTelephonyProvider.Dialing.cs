using System.Net.Sockets;
using PhoneLink;

namespace BaresipProvider;

public sealed partial class BaresipTelephonyProvider
{
    /// <summary>How long baresip may think about a command that is not to dial.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private async Task<DialResult> DialAsync(BaresipCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        using var limit = new DialLimit(request.AcceptTimeout, _time, cancellationToken);
        try
        {
            var (connection, reason) = await _session.ConnectAsync(limit.Token);
            return connection is null
                ? Result(request, DialStatus.NotDispatched, reason)
                : await connection.AskAsync(
                    BaresipCommands.Dial(_options.Account, call.Uri), () => Dispatch(call, cancellationToken), replies => Answered(call, replies), limit.Token);
        }
        catch (OperationCanceledException) when (call.IsDispatched)
        {
            return Result(request, DialStatus.Ambiguous, cancellationToken.IsCancellationRequested ? DialReason.Cancelled : DialReason.TimedOut);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Result(request, DialStatus.NotDispatched, DialReason.Unreachable);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return call.IsDispatched
                ? Result(request, DialStatus.Ambiguous, DialReason.Undecidable)
                : Result(request, DialStatus.NotDispatched, DialReason.Unreachable);
        }
        finally
        {
            if (!call.IsDispatched)
                _calls.Forget(call);
        }
    }

    /// <summary>Right before baresip can learn of the call.</summary>
    private void Dispatch(BaresipCall call, CancellationToken cancellationToken)
    {
        call.Request.MarkDispatching();
        _calls.Tell(call, CallState.Dispatching);
        call.Dispatch(() => _ = GiveUpAsync(call), () => _ = StopWaitingAsync(call), _time, cancellationToken);
    }

    /// <summary>Reads what became of the command, also when nobody waits for it any more. Events of the call come behind it.</summary>
    private DialResult Answered(BaresipCall call, IReadOnlyList<BaresipMessage> replies)
    {
        if (!replies[^2].Ok)
        {
            _calls.End(call, CallEndReason.Unknown, replies[^2].Data);
            return Result(call.Request, DialStatus.Invalid, DialReason.RefusedByBackEnd);
        }

        // Without an id nothing is heard of the call, and the clock will end it.
        call.Id = BaresipCommands.ReadId(replies[^1], call.Uri);
        if (call.Id is null)
            return Result(call.Request, DialStatus.Ambiguous, DialReason.Undecidable);

        if (call.Wish is not null)
            _ = EndAsync(call, CancellationToken.None);

        return Result(call.Request, DialStatus.Accepted) with
        {
            ProviderCallId = call.Id,
            Link = TelephonyUri.Parse(call.Uri),
            Message = call.Request.Target.Number is { Extension: null, PostDial: null } or null ? null : BaresipText.NotKeyed,
        };
    }

    private static DialResult Repeated(BaresipCall call, BaresipCall? known) => known is not null && known.Uri != call.Uri
        ? Result(call.Request, DialStatus.Invalid, DialReason.IdConflict)
        : Result(call.Request, DialStatus.Duplicate, DialReason.Repeated) with { OriginalCallId = call.CallId, ProviderCallId = known?.Id };

    /// <summary>The caller has given up.</summary>
    private async Task GiveUpAsync(BaresipCall call)
    {
        if (call.IsAnswered)
            return;

        call.WishEnd(CallEndReason.Cancelled);
        await EndAsync(call, CancellationToken.None);
    }

    /// <summary>Nobody has answered in time; where nothing was heard of the other end at all, nobody knows why.</summary>
    private async Task StopWaitingAsync(BaresipCall call)
    {
        if (call.IsAnswered)
            return;

        var reason = call.HasRung ? CallEndReason.NoAnswer : CallEndReason.Unknown;
        call.WishEnd(reason);
        var status = await EndAsync(call, CancellationToken.None);

        // A call that has a name is found again when the control socket is there again; one that has none never is.
        if (status is not HangUpStatus.Unknown || call.Id is null)
            _calls.End(call, reason, call.HasRung ? "no answer in time" : "nothing was heard in time");
    }

    /// <summary>Ends a call at baresip. Before its id is known, it is ended as soon as that is.</summary>
    /// <remarks>
    /// baresip 1.0.0 ends the current call, whichever that is. So it is asked first whether it has this one; and then the call is made current and
    /// ended in one batch, so that no call that comes in meanwhile can take its place.
    /// </remarks>
    private async Task<HangUpStatus> EndAsync(BaresipCall call, CancellationToken cancellationToken)
    {
        if (call.Id is null)
            return HangUpStatus.Requested;

        using var limit = new DialLimit(Patience, _time, cancellationToken);
        try
        {
            var (connection, _) = await _session.ConnectAsync(limit.Token);
            if (connection is null)
                return HangUpStatus.Unknown;

            if (!await connection.AskAsync(BaresipCommands.Find(call), null, static replies => BaresipCommands.HasFound(replies[^1]), limit.Token))
                return HangUpStatus.NoCall;

            await connection.AskAsync(BaresipCommands.HangUp(call), null, static replies => replies, limit.Token);
            return _calls.Find(call.CallId) is null ? HangUpStatus.Ended : HangUpStatus.Requested;
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return HangUpStatus.Unknown;
        }
    }
}
