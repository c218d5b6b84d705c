using System.Threading.Channels;

namespace PhoneLink.Activation;

/// <summary>The first instance's side: takes frames from later processes, bounded in number, size and time.</summary>
/// <param name="acceptor">The way in.</param>
/// <param name="queue">Where accepted links wait.</param>
/// <param name="read">Checks a frame's link as if it had been an argument; null when it is refused.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ActivationServer(IActivationAcceptor acceptor, ActivationQueue queue, Func<ActivationFrame, ActivatedLink?> read, TimeProvider timeProvider) : IAsyncDisposable
{
    public const int MaxConnections = 32;

    private static readonly TimeSpan FrameLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _slots = new(MaxConnections);
    private readonly Channel<Task> _running = Channel.CreateUnbounded<Task>();
    private Task _accepting = Task.CompletedTask;

    public void Start() => _accepting = AcceptAllAsync();

    /// <summary>Takes no more processes, and waits for those whose frame is on its way: each takes a second at most.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        acceptor.Dispose();
        _running.Writer.Complete();
        await foreach (var task in _running.Reader.ReadAllAsync().ConfigureAwait(false))
            await task.ConfigureAwait(false);

        _stop.Dispose();
        _slots.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await _slots.WaitAsync(_stop.Token).ConfigureAwait(false);
                Track(ServeAsync(await AcceptAsync().ConfigureAwait(false)));
            }
        }
        catch (OperationCanceledException)
        {
            // The listener ends.
        }
    }

    /// <summary>Waits for the next process. A failure may be one process's, or may last, as when this one has no more handles: it tries again, ever more slowly.</summary>
    private async Task<Stream> AcceptAsync()
    {
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await acceptor.AcceptAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(pause, timeProvider, _stop.Token).ConfigureAwait(false);
            }
        }
    }

    private void Track(Task task)
    {
        _running.Writer.TryWrite(task);
        while (_running.Reader.TryPeek(out var oldest) && oldest.IsCompleted)
            _running.Reader.TryRead(out _);
    }

    private async Task ServeAsync(Stream stream)
    {
        try
        {
            await using (stream.ConfigureAwait(false))
                await ServeOneAsync(stream).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // A process that broke off, or was too slow: it has no acknowledgement, and it knows.
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task ServeOneAsync(Stream stream)
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
