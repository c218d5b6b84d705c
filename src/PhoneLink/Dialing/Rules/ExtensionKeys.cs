namespace PhoneLink;

/// <summary>An extension as it is keyed after the answer: behind two pauses, before anything else that is keyed.</summary>
internal static class ExtensionKeys
{
    private const string Pauses = ",,";

    /// <summary>The number with its extension as the style says.</summary>
    public static PhoneNumber Apply(PhoneNumber number, ExtensionStyle style)
    {
        var keys = Pauses + number.Extension + number.PostDial;
        return style switch
        {
            ExtensionStyle.Drop => With(number, null, number.PostDial),
            ExtensionStyle.Pause when keys.Length <= PhoneNumber.MaxPostDial => With(number, null, keys),
            _ => number,
        };
    }

    /// <summary>The number whose extension was keyed.</summary>
    public static PhoneNumber Undo(PhoneNumber number)
    {
        if (number.Extension is not null || number.PostDial is not { } keys || !keys.StartsWith(Pauses, StringComparison.Ordinal))
            return number;

        var end = Pauses.Length;
        while (end < keys.Length && char.IsAsciiDigit(keys[end]))
            end++;

        return end - Pauses.Length is > 0 and <= PhoneNumber.MaxExtension
            ? With(number, keys.Substring(Pauses.Length, end - Pauses.Length), end < keys.Length ? keys.Remove(0, end) : null)
            : number;
    }

    private static PhoneNumber With(PhoneNumber number, string? extension, string? postDial) =>
        new(number.Text, number.Digits, extension, number.Subaddress, number.Context, postDial);
}
