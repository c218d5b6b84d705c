namespace PhoneLink;

/// <summary>Reaches a telephony listener; nothing is sent by that.</summary>
/// <param name="findChannel">Finds the channel; makes nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class ListenerClient(Func<ILocalChannel> findChannel, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>How long a pipe that is not there is tried again: between two clients it is not there for a moment.</summary>
    private static readonly TimeSpan PipeGap = TimeSpan.FromMilliseconds(300);

    /// <summary>Opens a connection.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The connection, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<(Stream? Stream, DialReason Reason, string? Message)> ConnectAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var end = new TimeLimit(limit, time, cancellationToken);
        try
        {
            var channel = findChannel();
            while (true)
            {
                var (stream, isThere) = await TryConnectAsync(channel, end.Token).ConfigureAwait(false);
                if (stream is not null)
                    return (stream, DialReason.None, null);

                if (!isThere && (!OperatingSystem.IsWindows() || time.GetElapsedTime(start) >= PipeGap))
                    return (null, DialReason.NotRunning, null);

                await Task.Delay(Pause, time, end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, DialReason.BackEndBusy, DialMessages.OfListener(DialReason.BackEndBusy));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, DialReason.RefusedByBackEnd, DialMessages.ListenerOfAnotherUser);
        }
        catch (IOException)
        {
            // No directory that only this user can enter: no listener has a safe channel here either.
            return (null, DialReason.NotConfigured, null);
        }
    }

    /// <summary>Sends one frame on a connection of its own, and reads the answer; null when there is none.</summary>
    public async Task<(ListenerFrame? Answer, DialReason Reason)> AskAsync(byte[] frame, TimeSpan reach, TimeSpan limit, CancellationToken cancellationToken)
    {
        var (stream, reason, _) = await ConnectAsync(reach, cancellationToken).ConfigureAwait(false);
        if (stream is null)
            return (null, reason);

        await using (stream.ConfigureAwait(false))
        {
            using var end = new TimeLimit(limit, time, cancellationToken);
            try
            {
                await stream.WriteAsync(frame, end.Token).ConfigureAwait(false);
                await stream.FlushAsync(end.Token).ConfigureAwait(false);
                var (answer, isOtherVersion) = await ListenerFrame.ReadAsync(stream, end.Token).ConfigureAwait(false);
                return (answer, isOtherVersion ? DialReason.VersionMismatch : DialReason.Unreachable);
            }
            catch (Exception exception) when (exception is IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                return (null, DialReason.Unreachable);
            }
        }
    }

    /// <summary>Tries once; where too many others wait somebody is there all the same.</summary>
    private static async Task<(Stream? Stream, bool IsThere)> TryConnectAsync(ILocalChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            return (await channel.ConnectAsync(cancellationToken).ConfigureAwait(false), false);
        }
        catch (IOException)
        {
            return (null, true);
        }
    }
}
