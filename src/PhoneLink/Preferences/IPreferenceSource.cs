namespace PhoneLink;

/// <summary>Supplies preferences: a configuration, a table of the host's database, a file.</summary>
/// <remarks>
/// Implementations are thread-safe. They are asked for each call, so keep a slow source in memory. What they throw goes to whoever resolves;
/// a source that cannot read its store should serve its last good values.
/// </remarks>
public interface IPreferenceSource
{
    /// <summary>Gets all entries for a scope, on whichever levels the source has them.</summary>
    /// <param name="scope">For whom.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entries; of two with the same key and level the later one wins.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default);
}
