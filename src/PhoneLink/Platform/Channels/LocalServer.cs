using System.Threading.Channels;

namespace PhoneLink;

/// <summary>Serves later processes, so many at a time; one that breaks off, or is too slow, stops no other.</summary>
/// <param name="acceptor">The way in.</param>
/// <param name="maxConnections">How many are served at a time; more wait.</param>
/// <param name="serve">Serves one. Its token ends when the server does; what it throws by a broken connection or a time limit ends this one.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class LocalServer(ILocalAcceptor acceptor, int maxConnections, Func<Stream, CancellationToken, Task> serve, TimeProvider timeProvider) : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _slots = new(maxConnections);
    private readonly Channel<Task> _running = Channel.CreateUnbounded<Task>();
    private Task _accepting = Task.CompletedTask;

    public void Start() => _accepting = AcceptAllAsync();

    /// <summary>Takes no more processes, and waits for those that are served.</summary>
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
            // The server ends.
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
                await serve(stream, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // A process that broke off, or was too slow; and it knows.
        }
        finally
        {
            _slots.Release();
        }
    }
}
