namespace PhoneLink;

/// <summary>Options of the host application: preferences at <see cref="PreferenceLevel.System"/>, and what formats may do.</summary>
/// <remarks>
/// Checked strictly when the provider is made, since a developer's or operator's mistake must be seen; a later change that is malformed is
/// passed over, and the last good options serve.
/// </remarks>
public sealed class PhoneLinkOptions
{
    /// <summary>Gets or sets the phone-link format.</summary>
    /// <value><c>tel:%p</c> by default. Once set it is the preference of the level System; other sources of that level go before it.</value>
    public string Format
    {
        get;
        set
        {
            field = value;
            IsFormatSet = true;
        }
    } = "tel:%p";

    /// <summary>Gets how formats are read: the host's own variables, and the schemes and web hosts that may be used.</summary>
    /// <value>The defaults of <see cref="PhoneLinkFormatOptions"/>. Holds for the formats of all levels, and its schemes for launching as well.</value>
    public PhoneLinkFormatOptions FormatOptions { get; } = new();

    /// <summary>Gets the web hosts to which formats may lead besides those of <see cref="PhoneLinkFormatOptions.Schemes"/>; holds for launching as well.</summary>
    /// <value>
    /// Empty by default. Host names without port or wildcard. <c>AddPhoneLink</c> with a configuration adds those of its
    /// <c>System:AllowedHosts</c>. No other source can add one: a user's format must not choose where customers' numbers go.
    /// </value>
    public IList<string> AllowedHosts { get; } = [];

    internal bool IsFormatSet { get; private set; }
}
