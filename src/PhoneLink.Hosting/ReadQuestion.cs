namespace PhoneLink;

/// <summary>Takes no yes that came sooner than anybody reads.</summary>
internal sealed class ReadQuestion(Func<DialRequest, CancellationToken, Task<bool>> ask, TimeProvider timeProvider) : IDialConfirmation
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    public async Task<bool> ConfirmAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        var shown = timeProvider.GetTimestamp();
        return await ask(request, cancellationToken).ConfigureAwait(false) && timeProvider.GetElapsedTime(shown) >= Shortest;
    }
}
