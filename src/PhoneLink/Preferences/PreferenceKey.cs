namespace PhoneLink;

/// <summary>A preference's name, with its default and the parser of its text.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Immutable and thread-safe; make it once, as a static property.</remarks>
public sealed class PreferenceKey<T>
{
    /// <summary>Makes a key.</summary>
    /// <param name="name">The name; case does not count.</param>
    /// <param name="defaultValue">The value where nobody set a valid one.</param>
    /// <param name="parser">Reads the text.</param>
    /// <exception cref="ArgumentNullException">The name or the parser is null.</exception>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public PreferenceKey(string name, T defaultValue, PreferenceParser<T> parser)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parser);
        Name = name;
        Default = defaultValue;
        Parser = parser;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the value where nobody set a valid one.</summary>
    public T Default { get; }

    /// <summary>Gets the most specific level that may set the key at all; entries of more specific ones are reported and do not count.</summary>
    /// <value><see cref="PreferenceLevel.Machine"/> by default: every level may. What names a program or a list of what is allowed belongs to <see cref="PreferenceLevel.System"/>.</value>
    public PreferenceLevel MaxLevel { get; init; } = PreferenceLevel.Machine;

    internal PreferenceParser<T> Parser { get; }

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
