namespace PhoneLink;

/// <summary>The listener's side: serves one connection after its first frame, a call until it is over.</summary>
/// <param name="provider">Carries out the calls; says no more than it knows.</param>
/// <param name="options">How calls are taken.</param>
/// <param name="calls">Has a place for each call that may be under way.</param>
internal sealed class ListenerSession(ITelephonyProvider provider, LocalTelephonyListenerOptions options, SemaphoreSlim calls)
{
    /// <summary>Connections for what is no call, or not yet one.</summary>
    public const int SpareConnections = 32;

    private static readonly TimeSpan FrameLimit = TimeSpan.FromSeconds(1);

    /// <summary>How long the telephone may take to hang up, or to tell how it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly AnsweredDials _dials = new();

    public async Task ServeAsync(Stream stream, CancellationToken stop)
    {
        var (frame, isOtherVersion) = await ReadFirstAsync(stream, stop);
        if (frame?.Read(ListenerFrameKind.Dial, ListenerJson.Default.DialOrder) is { } order)
            await DialAsync(stream, order, stop);
        else if (frame?.Read(ListenerFrameKind.HangUp, ListenerJson.Default.CallReference) is { } call)
            await SendAsync(stream, HangUpAnswer.Write(await HangUpAsync(new(call.CallId), stop)));
        else if (frame is { Kind: ListenerFrameKind.AskStatus, Body.IsEmpty: true })
            await SendAsync(stream, StatusAnswer.Write(await GetStatusAsync(stop)));
        else
            await SendAsync(stream, RefusedOrder.Write(isOtherVersion ? DialReason.VersionMismatch : DialReason.RefusedByBackEnd));
    }

    private async Task<(ListenerFrame? Frame, bool IsOtherVersion)> ReadFirstAsync(Stream stream, CancellationToken stop)
    {
        using var limit = new TimeLimit(FrameLimit, options.TimeProvider, stop);
        return await ListenerFrame.ReadAsync(stream, limit.Token);
    }

    private async Task DialAsync(Stream stream, DialOrder order, CancellationToken stop)
    {
        if (RequestOf(order) is not { } request)
            await SendAsync(stream, RefusedOrder.Write(DialReason.RefusedByBackEnd));
        else if (order.Hops >= HopCount.Limit)
            await SendAsync(stream, RefusedOrder.Write(DialReason.Loop));
        else if (!await calls.WaitAsync(TimeSpan.Zero, CancellationToken.None))
            await SendAsync(stream, RefusedOrder.Write(DialReason.BackEndBusy));
        else
            try
            {
                await DialAsync(stream, request, order, stop);
            }
            finally
            {
                calls.Release();
            }
    }

    /// <summary>Whoever has no acknowledgement is told nothing more, and nothing is dialled for it.</summary>
    private async Task DialAsync(Stream stream, DialRequest request, DialOrder order, CancellationToken stop)
    {
        await SendAsync(stream, ListenerFrame.Write(ListenerFrameKind.Received));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listening = ListenAsync(stream, cancel.CancelAsync, end.CancelAsync, end.Token);
        try
        {
            var (result, isNew) = await _dials.AnswerAsync(request, order.Key, () => DialAsync(request, order.Hops, cancel.Token));
            var events = isNew && result.Status is DialStatus.Accepted or DialStatus.Ambiguous ? EventsOrNull() : null;
            await SendAsync(stream, DialAnswer.Write(result, events is not null));
            if (events is not null)
                await TellAsync(stream, events, request.CallId, end.Token);
        }
        finally
        {
            await end.CancelAsync();
            await listening;
        }
    }

    private DialRequest? RequestOf(DialOrder order) => order.ToRequest() is { } request ? request with { Cause = options.Cause, Scope = options.Scope } : null;

    private async Task<DialResult> DialAsync(DialRequest request, int hops, CancellationToken cancellationToken)
    {
        HopCount.Receive(hops);
        try
        {
            return await provider.DialAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The boundary lets through what proves that there is no call, and nothing else.
            var reason = exception is OperationCanceledException ? DialReason.Cancelled : DialReason.RefusedByBackEnd;
            return DialResult.For(request, DialStatus.NotDispatched, reason, DialMessages.OfListener(reason));
        }
    }

    /// <summary>Hears the client cancel, and go. Only a cancelled call is taken back: a client that has died may have wanted it.</summary>
    private static async Task ListenAsync(Stream stream, Func<Task> cancel, Func<Task> end, CancellationToken ended)
    {
        try
        {
            while ((await ListenerFrame.ReadAsync(stream, ended)).Frame is { Kind: ListenerFrameKind.Cancel })
                await cancel();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or the call is over.
        }

        if (!ended.IsCancellationRequested)
            await end();
    }

    private ICallEvents? EventsOrNull()
    {
        try
        {
            return provider.GetService<ICallEvents>();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static async Task TellAsync(Stream stream, ICallEvents events, CallId callId, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var news in events.ReadAllAsync(callId, cancellationToken))
            {
                await stream.WriteAsync(CallNews.Write(news), cancellationToken);
                await stream.FlushAsync(cancellationToken);
                if (news.State is CallState.Ended)
                    return;
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The client has gone, or the telephone's events failed: the client hears that the connection is lost.
        }
    }

    /// <summary>Only a call that came this way: this process may have others.</summary>
    private async Task<HangUpStatus> HangUpAsync(CallId callId, CancellationToken stop)
    {
        if (!_dials.Contains(callId))
            return HangUpStatus.NoCall;

        using var limit = new TimeLimit(Patience, options.TimeProvider, stop);
        try
        {
            return provider.GetService<ICallControl>() is { } control ? await control.HangUpAsync(callId, limit.Token).WaitAsync(limit.Token) : HangUpStatus.NotSupported;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return HangUpStatus.Unknown;
        }
    }

    private async Task<ProviderStatus> GetStatusAsync(CancellationToken stop)
    {
        using var limit = new TimeLimit(Patience, options.TimeProvider, stop);
        try
        {
            return provider.GetService<IProviderStatus>() is { } status ? await status.GetStatusAsync(limit.Token).WaitAsync(limit.Token) : new(ProviderState.Unknown);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(ProviderState.Unknown);
        }
    }

    private async Task SendAsync(Stream stream, byte[] frame)
    {
        using var limit = Deadline.In(FrameLimit, options.TimeProvider);
        await stream.WriteAsync(frame, limit.Token);
        await stream.FlushAsync(limit.Token);
    }
}
