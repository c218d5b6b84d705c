namespace PhoneLink;

/// <summary>Takes no yes that came sooner than anybody reads, and asks about a link no sooner than two seconds after the last one.</summary>
internal sealed class ReadQuestion(Func<DialRequest, CancellationToken, Task<bool>> ask, TimeProvider timeProvider) : IDialConfirmation
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    private readonly PromptSpacing _spacing = new(timeProvider);

    public async Task<bool> ConfirmAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        // Here, where a person is really asked: what the duplicate guard folds takes no time.
        if (request.Cause is DialCause.Link)
            await _spacing.WaitAsync(cancellationToken).ConfigureAwait(false);

        var shown = timeProvider.GetTimestamp();
        return await ask(request, cancellationToken).ConfigureAwait(false) && timeProvider.GetElapsedTime(shown) >= Shortest;
    }
}
