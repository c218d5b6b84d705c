namespace PhoneLink;

/// <summary>Resolves preferences: asks all sources and lets the most specific level win, key by key.</summary>
/// <remarks>Thread-safe when its sources are. Keeps nothing, so that a change serves at once.</remarks>
public sealed class PreferenceResolver
{
    private readonly IPreferenceSource[] _sources;
    private readonly PreferenceParser<PhoneLinkFormat> _formatParser;

    /// <summary>Makes a resolver that reads formats with the default options.</summary>
    /// <param name="sources">The sources; of two with an entry for the same key and level the later one wins.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sources"/> is null.</exception>
    public PreferenceResolver(IEnumerable<IPreferenceSource> sources)
        : this(sources, new())
    {
    }

    /// <summary>Makes a resolver.</summary>
    /// <param name="sources">The sources; of two with an entry for the same key and level the later one wins.</param>
    /// <param name="formats">How formats are read: the host's own variables, and the schemes and web hosts that may be used.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PreferenceResolver(IEnumerable<IPreferenceSource> sources, PhoneLinkFormatOptions formats)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(formats);
        _sources = [.. sources];
        _formatParser = PhonePreferenceKeys.FormatParser(formats);
    }

    /// <summary>Resolves the preferences of a scope.</summary>
    /// <param name="scope">For whom; null for <see cref="PreferenceScope.Current"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The preferences; a value that its parser refuses is passed over, and the next level serves.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Asks the sources one after the other. What a source throws is passed on.</remarks>
    public async ValueTask<PhonePreferences> ResolveAsync(PreferenceScope? scope = null, CancellationToken cancellationToken = default)
    {
        var entries = new List<PreferenceEntry>();
        foreach (var source in _sources)
            entries.AddRange(await source.GetAsync(scope ?? PreferenceScope.Current, cancellationToken).ConfigureAwait(false));

        return new(entries, _formatParser);
    }
}
