using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>The preferences that PhoneLink itself reads.</summary>
public static class PhonePreferenceKeys
{
    /// <summary>Gets the key of the phone-link format: <c>Format</c>, by default <c>tel:%p</c>.</summary>
    public static PreferenceKey<PhoneLinkFormat> Format { get; } = new("Format", PhoneLinkFormat.Default, TryParseFormat);

    private static bool TryParseFormat(string text, [MaybeNullWhen(false)] out PhoneLinkFormat value, out ParseError error) =>
        PhoneLinkFormat.TryParse(text, null, out value, out error);
}
