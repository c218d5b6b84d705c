namespace PhoneLink;

/// <summary>Options of the host application: preferences at <see cref="PreferenceLevel.System"/>.</summary>
/// <remarks>Checked when the provider is made; a later change that is malformed is passed over, and the last good options serve.</remarks>
public sealed class PhoneLinkOptions
{
    /// <summary>Gets or sets the phone-link format.</summary>
    /// <value><c>tel:%p</c> by default.</value>
    public string Format { get; set; } = "tel:%p";
}
