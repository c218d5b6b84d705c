namespace PhoneLink.Activation;

/// <summary>A later process's side: hands its link to the first instance, or finds that it must be the first itself.</summary>
internal sealed class ActivationClient(IActivationChannel channel, TimeProvider timeProvider)
{
    /// <summary>How long the first instance may take to answer; a stopped one may wake up later and dial.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Becomes the first, or hands a link over.</summary>
    /// <param name="frame">The link; null when there is none to hand over.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What makes this process the first; null with the answer of the one that is.</returns>
    public async Task<(IDisposable? First, ActivationAnswer Answer)> TryHandOverAsync(ActivationFrame? frame, CancellationToken cancellationToken)
    {
        for (var start = timeProvider.GetTimestamp(); timeProvider.GetElapsedTime(start) < Limit;)
        {
            // A lock that is held is an exception, which would take most of a warm start's time.
            var asksFirst = frame is not null && channel.SeemsOpen;
            var answer = asksFirst ? await OfferAsync(frame!, Limit - timeProvider.GetElapsedTime(start), cancellationToken).ConfigureAwait(false) : ActivationAnswer.None;
            if (answer is not ActivationAnswer.None)
                return (null, answer);

            if (channel.TryBecomeFirst() is { } first)
                return (first, ActivationAnswer.None);

            if (frame is null)
                return (null, ActivationAnswer.Acknowledged);

            if (!asksFirst)
                answer = await OfferAsync(frame, Limit - timeProvider.GetElapsedTime(start), cancellationToken).ConfigureAwait(false);

            if (answer is not ActivationAnswer.None)
                return (null, answer);

            // It is starting, or has died before it answered: then the link is still ours, under the same id.
            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return (null, ActivationAnswer.None);
    }

    private async Task<ActivationAnswer> OfferAsync(ActivationFrame frame, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var stream = await channel.ConnectAsync(both.Token).ConfigureAwait(false);
            if (stream is null)
                return ActivationAnswer.None;

            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(frame.ToBytes(), both.Token).ConfigureAwait(false);
                await stream.FlushAsync(both.Token).ConfigureAwait(false);
                var answer = new byte[1];
                return await stream.ReadAsync(answer, both.Token).ConfigureAwait(false) == 1 && Enum.IsDefined((ActivationAnswer)answer[0]) ? (ActivationAnswer)answer[0] : ActivationAnswer.None;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ActivationAnswer.None;
        }
        catch (IOException)
        {
            return ActivationAnswer.None; // Broken off before the answer.
        }
    }
}
