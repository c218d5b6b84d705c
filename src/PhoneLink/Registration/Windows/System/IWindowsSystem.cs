namespace PhoneLink.Registration.Windows;

/// <summary>What a registration must know of the Windows that it runs on, besides the registry and the shell.</summary>
internal interface IWindowsSystem
{
    /// <summary>Gets the full name of the package that this process belongs to (MSIX); null without package identity.</summary>
    string? PackageName { get; }

    /// <summary>Gets the security identifier of the user whose HKEY_CURRENT_USER this process has; null if it cannot be told.</summary>
    string? UserId { get; }

    /// <summary>Gets that of the user whose desktop this session shows; null where there is no desktop, empty where it is somebody who cannot be told.</summary>
    string? DesktopUserId { get; }

    /// <summary>Gets the build, for instance 22631, and its revision.</summary>
    (int Build, int Revision) Version { get; }

    /// <summary>Gets the directories of temporary files, of the user and of the system.</summary>
    IReadOnlyList<string> TemporaryDirectories { get; }

    bool IsFile(string path);

    /// <summary>Says what kind of drive a path lies on.</summary>
    DriveType GetDrive(string path);

    /// <summary>Gives the owner and the access list of a file or directory in the Security Descriptor Definition Language; null if it cannot be told.</summary>
    string? GetSecurity(string path);

    /// <summary>Reads a text file, for instance one that a policy names; null if it cannot be read.</summary>
    string? ReadText(string path);
}
