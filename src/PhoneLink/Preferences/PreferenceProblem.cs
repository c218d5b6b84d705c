namespace PhoneLink;

/// <summary>A stored preference that does not serve as it was stored.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Key">The name of the preference; empty when a whole source is concerned.</param>
/// <param name="Level">The level of the entry; <see cref="PreferenceLevel.Default"/> when a whole source is concerned.</param>
/// <param name="Error">What is wrong with the text and where; <c>default</c> when nothing is.</param>
/// <remarks>Immutable and thread-safe. Holds no value, user or group.</remarks>
public sealed record PreferenceProblem(PreferenceProblemKind Kind, string Key, PreferenceLevel Level, ParseError Error)
{
    /// <summary>Returns key, level, kind and the error's sentence, for logs.</summary>
    /// <returns>For instance <c>Format at User: Invalid. The text is empty. (position 0)</c>.</returns>
    public override string ToString() =>
        $"{(Key.Length == 0 ? "A source" : $"{Key} at {Level}")}: {Kind}{(Error.Kind is ParseErrorKind.None ? "" : $". {Error.Message}")}";
}
