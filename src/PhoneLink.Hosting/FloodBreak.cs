namespace PhoneLink;

/// <summary>Lets a user who is flooded with links have five minutes without them.</summary>
internal sealed class FloodBreak(Func<CancellationToken, Task<bool>>? offer, TimeProvider timeProvider)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenOffers = TimeSpan.FromMinutes(1);

    private long? _begun;
    private long? _offered;

    public bool IsOn => _begun is { } begun && timeProvider.GetElapsedTime(begun) < Length;

    /// <summary>Offers a break, unless that was done within the last minute.</summary>
    /// <returns>Whether one has begun.</returns>
    public async Task<bool> OfferAsync(CancellationToken cancellationToken)
    {
        if (offer is null || (_offered is { } offered && timeProvider.GetElapsedTime(offered) < BetweenOffers))
            return false;

        try
        {
            var isWanted = await offer(cancellationToken).ConfigureAwait(false);
            _begun = isWanted ? timeProvider.GetTimestamp() : null;
            return isWanted;
        }
        finally
        {
            // Also where it failed: who could not be asked is not asked again by every link that comes.
            _offered = timeProvider.GetTimestamp();
        }
    }
}
