namespace PhoneLink;

/// <summary>Reads names of enumerations and texts for people as another process has sent them.</summary>
internal static class WireText
{
    /// <summary>The longest sentence, native text or id that travels.</summary>
    public const int MaxText = 256;

    /// <summary>Reads a name, never a number; what is no name is what the caller says.</summary>
    public static T Read<T>(string? name, T otherwise)
        where T : struct, Enum =>
        name is { Length: > 0 } && char.IsAsciiLetter(name[0]) && !name.Contains(',', StringComparison.Ordinal) && Enum.TryParse<T>(name, out var value) ? value : otherwise;

    /// <summary>Takes out what nobody sees, and cuts; null when nothing is left.</summary>
    public static string? Clip(string? text, int length = MaxText)
    {
        if (PlainText.Clean(text) is not { } clean || clean.Length <= length)
            return PlainText.Clean(text);

        return clean[..(char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)];
    }
}
