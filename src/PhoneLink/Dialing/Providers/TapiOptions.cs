namespace PhoneLink;

/// <summary>What the user's call manager is told beside the number.</summary>
/// <remarks>Read when the provider is made. Control and direction characters are taken out, and what is too long is cut.</remarks>
public sealed class TapiOptions
{
    /// <summary>Gets or sets the name of the host, which call managers show and log.</summary>
    /// <value>By default <see langword="null"/>: nothing is told. At most 39 characters are sent.</value>
    public string? ApplicationName { get; set; }

    /// <summary>Gets or sets whether the call manager is told who is called: the person of <see cref="DialRequest.Subject"/>, else the company.</summary>
    /// <value><see langword="false"/> by default: a name is personal data, and call managers keep it. At most 39 characters are sent.</value>
    public bool SendsCalledParty { get; set; }

    /// <summary>Gets or sets a comment, the same for every call.</summary>
    /// <value>By default <see langword="null"/>: nothing is told. At most 79 characters are sent.</value>
    public string? Comment { get; set; }
}
