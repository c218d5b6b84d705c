namespace PhoneLink;

/// <summary>The program that an opener would start for a link.</summary>
/// <param name="DesktopId">The desktop-file id, for instance <c>org.gnome.Calls.desktop</c>.</param>
/// <param name="DesktopFilePath">The absolute path of the desktop file.</param>
internal sealed record ResolvedHandler(string DesktopId, string DesktopFilePath)
{
    /// <summary>Gets the program's absolute path, symbolic links kept; null when only D-Bus can start it.</summary>
    public string? ProgramPath { get; init; }

    /// <summary>Gets the Exec line, its escapes replaced.</summary>
    public string? Exec { get; init; }

    /// <summary>Gets whether the program may be started by D-Bus, which makes an opener's failure ambiguous (T-1).</summary>
    public bool IsDBusActivatable { get; init; }

    /// <summary>Gets the name for people, not localised.</summary>
    public string? Name { get; init; }
}
