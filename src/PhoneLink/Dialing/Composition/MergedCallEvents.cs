namespace PhoneLink;

/// <summary>The events of several providers in one stream.</summary>
internal sealed class MergedCallEvents : ICallEvents
{
    private readonly IReadOnlyList<ICallEvents> _sources;

    private MergedCallEvents(IReadOnlyList<ICallEvents> sources) => _sources = sources;

    /// <summary>Merges what the providers have; null when none of them has events.</summary>
    public static ICallEvents? Of(IReadOnlyList<NamedProvider> providers)
    {
        var sources = new List<ICallEvents>();
        foreach (var provider in providers)
            if (provider.GetService<ICallEvents>() is { } events)
                sources.Add(events);

        return sources.Count switch
        {
            0 => null,
            1 => sources[0],
            _ => new MergedCallEvents(sources),
        };
    }

    public IAsyncEnumerable<CallEvent> ReadAllAsync(CallId? callId = null, CancellationToken cancellationToken = default) => new Reading(_sources, callId, cancellationToken);

    private sealed class Reading(IReadOnlyList<ICallEvents> sources, CallId? callId, CancellationToken whole) : IAsyncEnumerable<CallEvent>
    {
        public async IAsyncEnumerator<CallEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(whole, cancellationToken);
            var queue = new CallEventQueue(callId);
            var pumps = Task.WhenAll(sources.Select(source => PumpAsync(source, queue, both.Token)));
            _ = pumps.ContinueWith(_ => queue.Complete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            try
            {
                while (await queue.NextAsync(both.Token) is { } news)
                    yield return news;
            }
            finally
            {
#if NET
                await both.CancelAsync();
#else
                both.Cancel();
#endif
                await pumps;
            }
        }

        /// <summary>Reads one source into the queue, which loses what is too much as the source itself would.</summary>
        private async Task PumpAsync(ICallEvents source, CallEventQueue queue, CancellationToken cancellationToken)
        {
            try
            {
                await foreach (var news in source.ReadAllAsync(callId, cancellationToken))
                    queue.Add(news);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The reader has gone.
            }
        }
    }
}
