namespace PhoneLink;

/// <summary>The client's side of one call: from the order, which is sent once, to the call's end.</summary>
/// <param name="stream">The connection, which this ends.</param>
/// <param name="request">What is dialled.</param>
/// <param name="events">Where news go; null when nobody may ask for them.</param>
/// <param name="patience">How long to wait for the answer to a cancellation.</param>
/// <param name="time">The clock.</param>
internal sealed class ListenerDial(Stream stream, DialRequest request, CallEventPublisher? events, TimeSpan patience, TimeProvider time)
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DialResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isTold;

    /// <summary>Gets the reading of the connection, which ends with the call.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    /// <summary>Sends the order and waits for the answer; throws nothing, since from here on the listener may have the call.</summary>
    /// <param name="order">The frame.</param>
    /// <param name="acknowledgement">How long to wait for the acknowledgement.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="stop">Ends the connection.</param>
    public async Task<DialResult> RunAsync(byte[] order, TimeSpan acknowledgement, CancellationToken cancellationToken, CancellationToken stop)
    {
        var isSent = await SendAsync(order, acknowledgement).ConfigureAwait(false);
        Reading = isSent ? Task.Run(() => ReadAllAsync(stop), CancellationToken.None) : Task.CompletedTask;
        var result = isSent ? await WaitAsync(acknowledgement, cancellationToken).ConfigureAwait(false) : Doubt(DialReason.Undecidable);

        // Only now: a refusal proves that there is no call, and such a proof must not be doubted because of an early mark.
        if (result.CallMayExist)
            request.MarkDispatching();

        return result;
    }

    private async Task<bool> SendAsync(byte[] frame, TimeSpan limit)
    {
        using var end = Deadline.In(limit, time);
        try
        {
            await stream.WriteAsync(frame, end.Token).ConfigureAwait(false);
            await stream.FlushAsync(end.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Some of it may have arrived.
            await stream.DisposeAsync().ConfigureAwait(false);
            return false;
        }
    }

    private async Task<DialResult> WaitAsync(TimeSpan acknowledgement, CancellationToken cancellationToken)
    {
        try
        {
            await _received.Task.WaitAsync(acknowledgement, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Closed: a listener that was stopped and wakes up finds nobody to acknowledge it to, and dials nothing.
            await stream.DisposeAsync().ConfigureAwait(false);
            return Doubt(DialReason.TimedOut);
        }
        catch (OperationCanceledException)
        {
            return await CancelAsync(DialReason.Cancelled).ConfigureAwait(false);
        }

        try
        {
            return await _answer.Task.WaitAsync(request.AcceptTimeout > request.AnswerTimeout ? request.AcceptTimeout : request.AnswerTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return await CancelAsync(DialReason.TimedOut).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return await CancelAsync(DialReason.Cancelled).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the listener that the call is not wanted any more, and answers what it says; the connection stays for what it may still tell.</summary>
    private async Task<DialResult> CancelAsync(DialReason reason)
    {
        if (!await SendAsync(ListenerFrame.Write(ListenerFrameKind.Cancel), patience).ConfigureAwait(false))
            return Doubt(reason);

        try
        {
            var result = await _answer.Task.WaitAsync(patience, time).ConfigureAwait(false);
            return result.CallMayExist && reason is DialReason.Cancelled ? result with { IsCancellationIgnored = true } : result;
        }
        catch (TimeoutException)
        {
            return Doubt(reason);
        }
    }

    private async Task ReadAllAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var (frame, isOtherVersion) = await ListenerFrame.ReadAsync(stream, stop).ConfigureAwait(false);
                if (isOtherVersion)
                    Refuse(DialReason.VersionMismatch);

                if (frame is null || !Take(frame.Value))
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The listener, or this process, has ended.
        }

        await stream.DisposeAsync().ConfigureAwait(false);
        _answer.TrySetResult(Doubt(DialReason.Undecidable));
        _received.TrySetResult();
        if (_isTold && events?.Find(request.CallId) is { State: not CallState.Ended })
            events.Publish(new(request.CallId, CallState.Ended) { EndReason = CallEndReason.Unknown, NativeText = DialMessages.ListenerLost });
    }

    /// <summary>Takes what the listener tells.</summary>
    /// <returns>Whether more may come.</returns>
    private bool Take(ListenerFrame frame)
    {
        if (frame.Kind is ListenerFrameKind.Received)
            return _received.TrySetResult();

        if (frame.Read(ListenerFrameKind.Refused, ListenerJson.Default.RefusedOrder) is { } refused)
            Refuse(refused.ToReason());
        else if (_received.Task.IsCompleted && !_answer.Task.IsCompleted && frame.Read(ListenerFrameKind.Answer, ListenerJson.Default.DialAnswer) is { } answer)
            return TakeAnswer(answer);
        else if (_isTold && frame.Read(ListenerFrameKind.News, ListenerJson.Default.CallNews) is { } news)
            return TakeNews(news);

        return false;
    }

    /// <summary>A refusal stands instead of the acknowledgement; behind it, it proves nothing.</summary>
    private void Refuse(DialReason reason)
    {
        if (!_received.Task.IsCompleted)
            _answer.TrySetResult(DialResult.For(request, DialStatus.NotDispatched, reason, DialMessages.OfListener(reason)));
    }

    private bool TakeAnswer(DialAnswer answer)
    {
        var result = answer.ToResult(request);
        _isTold = answer.TellsMore && events is not null;

        // Before the caller has the answer: who asks for the call then finds it.
        if (_isTold && result.Status is DialStatus.Accepted)
            events!.Publish(new(request.CallId, CallState.Dispatching) { ProviderCallId = result.ProviderCallId });

        _answer.TrySetResult(result);
        return _isTold;
    }

    private bool TakeNews(CallNews news)
    {
        if (news.ToEvent(request.CallId) is not { } told)
            return true;

        events!.Publish(told);
        return told.State is not CallState.Ended;
    }

    private DialResult Doubt(DialReason reason) => DialResult.For(request, DialStatus.Ambiguous, reason);
}
