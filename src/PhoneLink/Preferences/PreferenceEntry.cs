namespace PhoneLink;

/// <summary>A preference as a source has it: text that has not been parsed.</summary>
/// <param name="Key">The name of the <see cref="PreferenceKey{T}"/>; case does not count.</param>
/// <param name="Value">The text.</param>
/// <param name="Level">For whom it holds.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> leaves the value out, which may be personal data.</remarks>
public sealed record PreferenceEntry(string Key, string Value, PreferenceLevel Level)
{
    /// <summary>Returns the key and the level, for logs.</summary>
    /// <returns>For instance <c>Format at System</c>.</returns>
    public override string ToString() => $"{Key} at {Level}";
}
