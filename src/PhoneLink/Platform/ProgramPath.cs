using System.Runtime.InteropServices;

namespace PhoneLink;

/// <summary>What the path of a program says, by the rules of Windows or of a Unix, on any system.</summary>
internal static class ProgramPath
{
    private const int DriveRootLength = 3;

    public static bool IsWindows { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Whether the path means one file, whatever the current directory and PATH are.</summary>
    public static bool IsAbsolute(string path, bool isWindows)
    {
        if (path.Contains('\0'))
            return false;

        if (!isWindows)
            return path.StartsWith('/') && !path.EndsWith('/');

        return path.Length > DriveRootLength
            && ((char.IsAsciiLetter(path[0]) && path[1] == ':' && IsSeparator(path[2])) || (IsSeparator(path[0]) && IsSeparator(path[1])));
    }

    /// <summary>
    /// Whether Windows has its command interpreter run the file, which takes a command line apart by rules of its own, whatever was quoted.
    /// Spaces and dots at the end are no part of a name: https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
    /// </summary>
    public static bool IsBatchFile(string path)
    {
        var name = path.TrimEnd(' ', '.');
        return name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSeparator(char c) => c is '\\' or '/';
}
