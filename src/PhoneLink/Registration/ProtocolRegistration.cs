namespace PhoneLink.Registration;

/// <summary>Says which program shall be started for a scheme's links.</summary>
/// <param name="Scheme">The scheme without the colon, in any case, for instance <c>domycall</c>.</param>
/// <param name="DisplayName">The name that people see, for instance in a browser's question.</param>
/// <param name="Executable">The program's absolute path.</param>
/// <remarks>
/// Immutable and thread-safe; checked by <see cref="ProtocolRegistrar.Plan"/>. Any program can claim any scheme, so a link is no place
/// for secrets. The program is started with <c>--phonelink -- link</c>, which PhoneLink.Activation reads.
/// </remarks>
public sealed record ProtocolRegistration(string Scheme, string DisplayName, string Executable)
{
    /// <summary>Gets for whom the scheme is registered.</summary>
    /// <value><see cref="RegistrationScope.User"/> by default.</value>
    public RegistrationScope Scope { get; init; }

    /// <summary>Gets the name under which the system files the registration.</summary>
    /// <value>
    /// Null by default, which means <c>phonelink-</c> and the scheme. Otherwise elements of letters, digits, underscores and hyphens,
    /// joined by dots, none beginning with a digit (Desktop Entry Specification §2), for instance <c>com.contoso.phone</c>.
    /// Each scheme needs an id of its own.
    /// </value>
    public string? ApplicationId { get; init; }

    /// <summary>Gets the name of the product that the registration belongs to.</summary>
    /// <value>
    /// Null by default, which means the display name. <see cref="ProtocolRegistrar.ReconcileAsync"/> keeps the registrations of one
    /// product together.
    /// </value>
    public string? Product { get; init; }

    /// <summary>Gets a sentence about the program.</summary>
    /// <value>Null by default, which means that the product opens telephone links. Windows shows it in its settings, and lists no program without one.</value>
    public string? Description { get; init; }

    /// <summary>Gets what tells two installations of a product apart, for instance <c>dev</c> from the released one.</summary>
    /// <value>Null by default. Otherwise 1 to 20 letters and digits, which are added to the application id and to the product.</value>
    public string? InstanceSuffix { get; init; }

    /// <summary>Gets whether the scheme may be taken from another program.</summary>
    /// <value><see langword="false"/> by default: the registration is then refused, and the refusal names the other program.</value>
    public bool ReplaceOtherHandler { get; init; }

    /// <summary>Gets whether the program also appears in the desktop's menus.</summary>
    /// <value><see langword="false"/> by default. Some choosers (KDE's portal, Pop!_OS) list only programs that do.</value>
    public bool ShowInMenus { get; init; }
}
