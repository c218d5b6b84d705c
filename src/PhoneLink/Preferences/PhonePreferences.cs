namespace PhoneLink;

/// <summary>The preferences of one scope at one moment.</summary>
/// <remarks>Immutable and thread-safe: later changes show in the next <see cref="PreferenceResolver.ResolveAsync"/>.</remarks>
public sealed class PhonePreferences
{
    /// <summary>Most specific first.</summary>
    private readonly PreferenceEntry[] _entries;

    private readonly PreferenceParser<PhoneLinkFormat> _formatParser;

    /// <summary>Sources come least binding first: of two entries of one level the later wins.</summary>
    internal PhonePreferences(IEnumerable<PreferenceEntry> entries, PreferenceParser<PhoneLinkFormat> formatParser)
    {
        _entries = [.. entries.Reverse().OrderByDescending(static entry => entry.Level)];
        _formatParser = formatParser;
    }

    /// <summary>Gets the phone-link format.</summary>
    /// <value>The most specific valid one, by default <c>tel:%p</c>.</value>
    public PhoneLinkFormat Format => field ??= Get(PhonePreferenceKeys.Format);

    /// <summary>Gets a preference: the most specific value that its parser accepts.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The value, or the key's default when no level has a valid one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public T Get<T>(PreferenceKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);

        // The host's own variables and web hosts belong to this resolver, not to the key that all share.
        var parser = ReferenceEquals(key, PhonePreferenceKeys.Format) ? (PreferenceParser<T>)(object)_formatParser : key.Parser;
        foreach (var entry in _entries)
            if (string.Equals(entry.Key, key.Name, StringComparison.OrdinalIgnoreCase) && parser(entry.Value, out var value, out _))
                return value;

        return key.Default;
    }
}
