namespace PhoneLink.Registration;

/// <summary>Tells a scheme's status, and whose it is.</summary>
/// <param name="Status">What the operating system will do.</param>
/// <remarks>Immutable and thread-safe. A snapshot: any program may change the association at any time.</remarks>
public sealed record RegistrationInfo(RegistrationStatus Status)
{
    /// <summary>Gets the id of the program that the system starts, or of the stale or unused registration when it starts none.</summary>
    /// <value>A desktop-file id such as <c>org.gnome.Calls.desktop</c>, on Windows a ProgID or the scheme's own class, on macOS a bundle identifier; null when nobody claims the scheme.</value>
    public string? OwnerId { get; init; }

    /// <summary>Gets that program's name for people.</summary>
    /// <value>Null when there is none.</value>
    public string? OwnerName { get; init; }

    /// <summary>Gets that program's absolute path.</summary>
    /// <value>Null when there is none, or when the program is started without a path (by D-Bus).</value>
    public string? Executable { get; init; }
}
