namespace PhoneLink;

/// <summary>Reads files that only this user, or root, can have written.</summary>
/// <remarks>On Windows the permissions of the folder decide, and nothing is checked; on macOS owners cannot be told.</remarks>
internal static class TrustedFile
{
    private const uint Root = 0;

    private const UnixFileMode WriteByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Says what may be believed of a file; symbolic links are followed.</summary>
    public static FileTrust Check(string path)
    {
        if (FileStamp.Of(path) is null)
            return Directory.Exists(path) ? FileTrust.Untrusted : FileTrust.Missing;

        if (OperatingSystem.IsWindows())
            return FileTrust.Trusted;

        if ((File.GetUnixFileMode(path) & WriteByOthers) != 0)
            return FileTrust.Untrusted;

        return !OperatingSystem.IsLinux() || IsOurs(LibC.Identify(path, followsLinks: true)) ? FileTrust.Trusted : FileTrust.Untrusted;
    }

    /// <summary>A system that cannot tell the owner (a C library from before statx) has not told of another.</summary>
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private static bool IsOurs(FileIdentity? identity) =>
        identity is not { } file || (file.IsRegular && (file.UserId == Root || file.UserId == LibC.EffectiveUserId));
}
