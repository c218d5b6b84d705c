namespace PhoneLink.Activation;

/// <summary>The first instance's side: takes frames from later processes, bounded in number, size and time.</summary>
/// <param name="acceptor">The way in.</param>
/// <param name="queue">Where accepted links wait.</param>
/// <param name="read">Checks a frame's link as if it had been an argument; null when it is refused.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ActivationServer(ILocalAcceptor acceptor, ActivationQueue queue, Func<ActivationFrame, ActivatedLink?> read, TimeProvider timeProvider) : IAsyncDisposable
{
    public const int MaxConnections = 32;

    private static readonly TimeSpan FrameLimit = TimeSpan.FromSeconds(1);

    private readonly LocalServer _server = new(acceptor, MaxConnections, (stream, _) => ServeAsync(stream, queue, read, timeProvider), timeProvider);

    public void Start() => _server.Start();

    /// <summary>Takes no more processes, and waits for those whose frame is on its way: each takes a second at most.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task ServeAsync(Stream stream, ActivationQueue queue, Func<ActivationFrame, ActivatedLink?> read, TimeProvider timeProvider)
    {
        using var limit = new CancellationTokenSource(FrameLimit, timeProvider);
        var frame = await ActivationFrame.ReadAsync(stream, limit.Token).ConfigureAwait(false);
        if (frame is null || read(frame) is not { } link)
        {
            await AnswerAsync(stream, ActivationAnswer.Refused, limit.Token).ConfigureAwait(false);
            return;
        }

        var room = queue.TryReserve(link);
        if (room is not ActivationRoom.Reserved)
        {
            await AnswerAsync(stream, room is ActivationRoom.Known ? ActivationAnswer.Acknowledged : ActivationAnswer.Busy, limit.Token).ConfigureAwait(false);
            return;
        }

        // Given out only when the answer is on its way: a process that is killed in between was never acknowledged, and offers the link again.
        try
        {
            await AnswerAsync(stream, ActivationAnswer.Acknowledged, limit.Token).ConfigureAwait(false);
        }
        finally
        {
            queue.Publish(link);
        }
    }

    private static async Task AnswerAsync(Stream stream, ActivationAnswer answer, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(new[] { (byte)answer }, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
