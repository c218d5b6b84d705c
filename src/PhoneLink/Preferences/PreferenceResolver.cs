namespace PhoneLink;

/// <summary>Resolves preferences: asks all sources and lets the most specific level win, key by key.</summary>
/// <remarks>Thread-safe when its sources are. Keeps no preference, so that a change serves at once; it remembers how formats read.</remarks>
public sealed class PreferenceResolver
{
    private readonly IPreferenceSource[] _sources;
    private readonly Func<FormatCache> _formats;

    /// <summary>Makes a resolver that reads formats with the default options, leniently.</summary>
    /// <param name="sources">The sources; of two with an entry for the same key and level the later one wins.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sources"/> is null.</exception>
    public PreferenceResolver(IEnumerable<IPreferenceSource> sources)
        : this(sources, new PhoneLinkFormatOptions())
    {
    }

    /// <summary>Makes a resolver.</summary>
    /// <param name="sources">The sources; of two with an entry for the same key and level the later one wins.</param>
    /// <param name="formats">
    /// How formats are read: the host's own variables, and the schemes and web hosts that may be used. They are read leniently, whatever
    /// <see cref="PhoneLinkFormatOptions.Parsing"/> says: a typing mistake must not send everybody elsewhere. Later changes do not reach the resolver.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PreferenceResolver(IEnumerable<IPreferenceSource> sources, PhoneLinkFormatOptions formats)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(formats);
        var cache = new FormatCache(StoredFormats.Options(formats, []));
        _sources = [.. sources];
        _formats = () => cache;
    }

    /// <summary>Makes a resolver whose web hosts may change.</summary>
    internal PreferenceResolver(IEnumerable<IPreferenceSource> sources, Func<FormatCache> formats) => (_sources, _formats) = ([.. sources], formats);

    /// <summary>Resolves the preferences of a scope.</summary>
    /// <param name="scope">For whom; null for <see cref="PreferenceScope.Current"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The preferences; a value that its parser refuses is passed over, and the next level serves.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Asks the sources one after the other. What a source throws is passed on.</remarks>
    public async ValueTask<PhonePreferences> ResolveAsync(PreferenceScope? scope = null, CancellationToken cancellationToken = default)
    {
        var formats = _formats();
        var entries = new IReadOnlyList<PreferenceEntry>[_sources.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = Kept(await _sources[i].GetAsync(scope ?? PreferenceScope.Current, cancellationToken).ConfigureAwait(false));

        return new(entries, formats);
    }

    /// <summary>A host may go on changing a list that it gave; an array is as good as a promise.</summary>
    private static IReadOnlyList<PreferenceEntry> Kept(IReadOnlyList<PreferenceEntry> entries) =>
        entries is KeyedEntries or PreferenceEntry[] ? entries : [.. entries];
}
