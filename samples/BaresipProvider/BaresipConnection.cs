using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text.Json;

namespace BaresipProvider;

/// <summary>One control socket: commands go out, and replies and events come in, in the order in which baresip meant them.</summary>
/// <remarks>
/// Commands that belong together are one write: baresip carries them out at one go, with nothing between. One such batch is under way at a time,
/// since baresip 1.0.0 loses the place when frames come in faster than it reads.
/// </remarks>
internal sealed class BaresipConnection : IDisposable
{
    private readonly TcpClient _client;
    private readonly Action<BaresipMessage> _onEvent;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Batch? _underWay;
    private long _lastToken;

    private BaresipConnection(TcpClient client, Action<BaresipMessage> onEvent)
    {
        _client = client;
        _onEvent = onEvent;
    }

    /// <summary>Gets what ends when the socket is lost or closed.</summary>
    public Task Closed => _closed.Task;

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<BaresipConnection> OpenAsync(string host, int port, Action<BaresipMessage> onEvent, CancellationToken cancellationToken)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(host, port, cancellationToken);
        }
        catch
        {
            client.Dispose();
            throw;
        }

        var connection = new BaresipConnection(client, onEvent);
        _ = connection.ReadAllAsync();
        return connection;
    }

    /// <summary>Sends commands, and reads their replies before anything is read that came behind them.</summary>
    /// <param name="commands">The commands, carried out at one go.</param>
    /// <param name="onSending">Told right before baresip can learn of them.</param>
    /// <param name="read">Makes the answer of the replies; it must not wait.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent is read all the same when it is answered.</param>
    /// <exception cref="IOException">The socket is lost.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<T> AskAsync<T>(
        IReadOnlyList<BaresipCommand> commands, Action? onSending, Func<IReadOnlyList<BaresipMessage>, T> read, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var batch = new Batch(commands.Count, replies => answer.TrySetResult(read(replies)), () => answer.TrySetException(Lost()));
        var frames = Frames(commands, batch);
        Volatile.Write(ref _underWay, batch);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Closed.IsCompleted)
                throw Lost();

            onSending?.Invoke();
            await _client.GetStream().WriteAsync(frames, CancellationToken.None);
        }
        catch (Exception exception)
        {
            End(batch);
            if (exception is ObjectDisposedException or InvalidOperationException)
                throw Lost();

            throw;
        }

        return await answer.Task.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _client.Dispose();
        _ = _closed.TrySetResult();
    }

    private static IOException Lost() => new("The control socket of baresip is lost.");

    private ReadOnlyMemory<byte> Frames(IReadOnlyList<BaresipCommand> commands, Batch batch)
    {
        var frames = new ArrayBufferWriter<byte>();
        foreach (var command in commands)
        {
            var token = Interlocked.Increment(ref _lastToken).ToString(CultureInfo.InvariantCulture);
            batch.Tokens.Add(token);
            Netstring.Write(frames, JsonSerializer.SerializeToUtf8Bytes(command with { Token = token }, BaresipJson.Plain.BaresipCommand));
        }

        return frames.WrittenMemory;
    }

    private async Task ReadAllAsync()
    {
        try
        {
            var reader = PipeReader.Create(_client.GetStream());
            ReadResult read;
            do
            {
                read = await reader.ReadAsync();
                var bytes = read.Buffer;
                while (Netstring.TryTake(ref bytes, out var content))
                    Take(content);

                reader.AdvanceTo(bytes.Start, bytes.End);
            }
            while (!read.IsCompleted);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidDataException or ObjectDisposedException or InvalidOperationException)
        {
            // Whatever it was, the socket is of no use any more; who waits on it is told below.
        }

        Dispose();
        if (Volatile.Read(ref _underWay) is not { } batch)
            return;

        batch.Fail();
        End(batch);
    }

    private void Take(ReadOnlySequence<byte> content)
    {
        if (Read(content) is not { } message)
            return;

        if (message.Event)
            _onEvent(message);
        else if (message.Response && Volatile.Read(ref _underWay) is { } batch && batch.TryTake(message))
            End(batch);
    }

    /// <summary>Lets the next batch go; more than one may find out that this one is over.</summary>
    private void End(Batch batch)
    {
        if (Interlocked.CompareExchange(ref _underWay, null, batch) == batch)
            _turn.Release();
    }

    /// <summary>A message that is none is left out: the frames tell where the next one starts.</summary>
    private static BaresipMessage? Read(ReadOnlySequence<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            return JsonSerializer.Deserialize(ref reader, BaresipJson.Plain.BaresipMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Commands that were sent together, and their replies so far.</summary>
    private sealed class Batch(int count, Action<IReadOnlyList<BaresipMessage>> complete, Action fail)
    {
        private readonly List<BaresipMessage> _replies = [];

        public List<string> Tokens { get; } = [];

        /// <summary>Takes the next reply; true when it was the last, which is read at once.</summary>
        public bool TryTake(BaresipMessage reply)
        {
            if (reply.Token != Tokens[_replies.Count])
                return false;

            _replies.Add(reply);
            if (_replies.Count < count)
                return false;

            complete(_replies);
            return true;
        }

        public void Fail() => fail();
    }
}
