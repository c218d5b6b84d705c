namespace PhoneLink.Activation;

/// <summary>Options for taking the link out of a handler's arguments; the defaults are the strictest.</summary>
/// <remarks>Not thread-safe while it is changed.</remarks>
public sealed class ActivationOptions
{
    /// <summary>Gets or sets whether the link may be the only argument, for handlers that were registered as <c>"exe" "%1"</c>.</summary>
    /// <value><see langword="false"/> by default: <c>--phonelink --</c> must stand before it, so that no link is ever an option.</value>
    public bool AllowBareLink { get; set; }

    /// <summary>Gets or sets whether a link may hold <c>*</c> and <c>#</c>, with which codes change settings of a telephone.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool AllowServiceCodes { get; set; }

    /// <summary>Gets or sets whether a number of a link may have an extension (<c>;ext=</c>), and whether it may key pauses and digits after the answer.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool AllowExtensions { get; set; }

    /// <summary>Gets or sets the command line before it was split into arguments.</summary>
    /// <value>By default the process's own on Windows, where a quote in a link may have added arguments; none elsewhere.</value>
    public string? CommandLine { get; set; }
}
