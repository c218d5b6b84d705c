namespace PhoneLink;

/// <summary>Options of the host application: preferences at <see cref="PreferenceLevel.System"/>.</summary>
/// <remarks>Checked when the provider is made; a later change that is malformed is passed over, and the last good options serve.</remarks>
public sealed class PhoneLinkOptions
{
    /// <summary>Gets or sets the phone-link format.</summary>
    /// <value><c>tel:%p</c> by default.</value>
    public string Format { get; set; } = "tel:%p";

    /// <summary>Gets how formats are read: the host's own variables, and the schemes and web hosts that may be used.</summary>
    /// <value>The defaults of <see cref="PhoneLinkFormatOptions"/>. Holds for the formats of all levels, and its schemes for launching as well.</value>
    public PhoneLinkFormatOptions FormatOptions { get; } = new();
}
