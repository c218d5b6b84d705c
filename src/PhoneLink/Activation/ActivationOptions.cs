namespace PhoneLink.Activation;

/// <summary>Options for taking the link out of a handler's arguments; the defaults are the strictest.</summary>
/// <remarks>Not thread-safe while it is changed.</remarks>
public sealed class ActivationOptions
{
    /// <summary>Gets or sets whether the link may be the only argument, for handlers that were registered as <c>"exe" "%1"</c>.</summary>
    /// <value><see langword="false"/> by default: <c>--phonelink --</c> must stand before it, so that no link is ever an option.</value>
    public bool AllowBareLink { get; set; }

    /// <summary>Gets or sets whether a link may hold <c>*</c> and <c>#</c>, with which codes change settings of a telephone.</summary>
    /// <value><see langword="false"/> by default. Behind the first <c>?</c> a name may hold them all the same: <c>Joe * sons</c>, <c>Store #12</c>, <c>5* Hotel</c>.</value>
    public bool AllowServiceCodes { get; set; }

    /// <summary>Gets or sets whether a number of a link may have an extension (<c>;ext=</c>), and whether it may key pauses and digits after the answer.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool AllowExtensions { get; set; }

    /// <summary>Gets or sets the command line before it was split into arguments.</summary>
    /// <value>By default the process's own on Windows, where a quote in a link may have added arguments; none elsewhere.</value>
    public string? CommandLine { get; set; }

    /// <summary>Says whether a handler with these options may dial a number that it took out of a link.</summary>
    /// <param name="number">The number: of the link, of a match, or read out of a value.</param>
    /// <returns>
    /// <see langword="false"/> for a <c>*</c> or <c>#</c> without <see cref="AllowServiceCodes"/>, for an extension or post-dial digits without
    /// <see cref="AllowExtensions"/>, and for letters.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is null.</exception>
    /// <remarks>
    /// Of a link only the part before the first <c>?</c> is known to be the number. Behind it text that looks like a code is refused, but
    /// only the handler knows which text it dials.
    /// </remarks>
    public bool Allows(PhoneNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return ActivationNumber.IsAllowed(number, this);
    }

    internal ActivationOptions Copy() => (ActivationOptions)MemberwiseClone();
}
