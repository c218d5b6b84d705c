namespace PhoneLink;

/// <summary>The preferences that PhoneLink itself reads.</summary>
public static class PhonePreferenceKeys
{
    /// <summary>The name under which web hosts are allowed: by the host's configuration only, never as a preference (T-21).</summary>
    internal const string AllowedHosts = "AllowedHosts";

    /// <summary>Gets the key of the phone-link format: <c>Format</c>, by default <c>tel:%p</c>.</summary>
    /// <remarks>A stored format is read leniently (<see cref="FormatParsing.Lenient"/>), by the options of the resolver.</remarks>
    public static PreferenceKey<PhoneLinkFormat> Format { get; } = new("Format", PhoneLinkFormat.Default, new FormatCache(StoredFormats.Options(new(), [])).FormatParser);
}
