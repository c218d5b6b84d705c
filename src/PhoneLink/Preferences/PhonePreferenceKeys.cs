using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>The preferences that PhoneLink itself reads.</summary>
public static class PhonePreferenceKeys
{
    /// <summary>Gets the key of the phone-link format: <c>Format</c>, by default <c>tel:%p</c>.</summary>
    public static PreferenceKey<PhoneLinkFormat> Format { get; } = new("Format", PhoneLinkFormat.Default, FormatParser(null));

    /// <summary>Makes the parser of formats that knows the host's variables and web hosts.</summary>
    internal static PreferenceParser<PhoneLinkFormat> FormatParser(PhoneLinkFormatOptions? options) =>
        (string text, [MaybeNullWhen(false)] out PhoneLinkFormat value, out ParseError error) => PhoneLinkFormat.TryParse(text, options, out value, out error);
}
