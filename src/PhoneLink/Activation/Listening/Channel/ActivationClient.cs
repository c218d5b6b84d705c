using System.Net.Sockets;

namespace PhoneLink.Activation;

/// <summary>A later process's side: hands its link to the first instance, or finds that it must be the first itself.</summary>
internal sealed class ActivationClient(ILocalChannel channel, TimeProvider timeProvider)
{
    /// <summary>How long the first instance may take to answer; a stopped one may wake up later and dial.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>How long an answer is waited for without the threads that asynchronous waiting starts.</summary>
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    /// <summary>Becomes the first, or hands a link over.</summary>
    /// <param name="frame">The link; null when there is none to hand over.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What makes this process the first; null with the answer of the one that is.</returns>
    public async Task<(IDisposable? First, ActivationAnswer Answer)> TryHandOverAsync(ActivationFrame? frame, CancellationToken cancellationToken)
    {
        for (var start = timeProvider.GetTimestamp(); timeProvider.GetElapsedTime(start) < Limit;)
        {
            // Before the lock is asked: one that is held is an exception, which would take most of a warm start's time.
            var stream = frame is null ? null : channel.TryConnect();
            var answer = stream is null ? ActivationAnswer.None : await OfferAsync(stream, frame!, Left(start), cancellationToken).ConfigureAwait(false);
            if (answer is ActivationAnswer.None && channel.TryBecomeFirst() is { } first)
                return (first, ActivationAnswer.None);

            if (frame is null)
                return (null, ActivationAnswer.Acknowledged);

            if (stream is null)
                answer = await OfferAsync(null, frame, Left(start), cancellationToken).ConfigureAwait(false);

            if (answer is not ActivationAnswer.None)
                return (null, answer);

            // It is starting, or has died before it answered: then the link is still ours, under the same id.
            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return (null, ActivationAnswer.None);
    }

    private TimeSpan Left(long start) => Limit - timeProvider.GetElapsedTime(start);

    private async Task<ActivationAnswer> OfferAsync(Stream? connected, ActivationFrame frame, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            if (connected is NetworkStream network && TryExchange(network, frame) is { } answer)
                return answer;

            using var timer = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, timeProvider);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
            if (connected is not null)
                return await ReadAnswerAsync(connected, both.Token).ConfigureAwait(false);

            connected = await channel.ConnectAsync(both.Token).ConfigureAwait(false);
            if (connected is null)
                return ActivationAnswer.None;

            await connected.WriteAsync(frame.ToBytes(), both.Token).ConfigureAwait(false);
            await connected.FlushAsync(both.Token).ConfigureAwait(false);
            return await ReadAnswerAsync(connected, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ActivationAnswer.None;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return ActivationAnswer.None; // Broken off before the answer.
        }
        finally
        {
            if (connected is not null)
                await connected.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes the frame, and reads the answer if it comes at once; <see langword="null"/> when it has to be waited for.</summary>
    private static ActivationAnswer? TryExchange(NetworkStream stream, ActivationFrame frame)
    {
        stream.Write(frame.ToBytes());
        return stream.Socket.Poll(Blink, SelectMode.SelectRead) ? AnswerOf(stream.ReadByte()) : null;
    }

    private static async Task<ActivationAnswer> ReadAnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[1];
        return await stream.ReadAsync(answer, cancellationToken).ConfigureAwait(false) == 1 ? AnswerOf(answer[0]) : ActivationAnswer.None;
    }

    /// <summary>The end of the stream, and what no answer is, are none.</summary>
    private static ActivationAnswer AnswerOf(int read) => read >= 0 && Enum.IsDefined((ActivationAnswer)read) ? (ActivationAnswer)read : ActivationAnswer.None;
}
