using System.Runtime.Versioning;

namespace PhoneLink;

/// <summary>A directory that only this user can enter, for sockets; never the shared temporary directory, where others could be first.</summary>
[UnsupportedOSPlatform("windows")]
internal static class RuntimeDirectory
{
    private const UnixFileMode Mode0700 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Finds or makes the directory: below XDG_RUNTIME_DIR (XDG Base Directory Specification), else below the user's cache.</summary>
    /// <param name="environment">What the process was given.</param>
    /// <param name="mayMake">Whether it is made where there is none; without it the path may lead nowhere.</param>
    /// <exception cref="IOException">There is no home, or somebody else's directory or a link stands there.</exception>
    public static string Find(ISystemEnvironment environment, bool mayMake = true)
    {
        if (environment.GetVariable("XDG_RUNTIME_DIR") is { } runtime && Path.IsPathRooted(runtime) && IsOwn(runtime, environment))
            return Check(Path.Combine(runtime, "phonelink"), environment, mayMake);

        return environment.GetVariable("HOME") is { } home && Path.IsPathRooted(home)
            ? Check(Path.Combine(home, ".cache", "phonelink-run"), environment, mayMake)
            : throw new IOException("There is neither a directory of the session (XDG_RUNTIME_DIR) nor a home.");
    }

    private static string Check(string path, ISystemEnvironment environment, bool mayMake)
    {
        if (mayMake)
            Directory.CreateDirectory(path, Mode0700);
        else if (AtomicFile.GetKind(path) is PathKind.Nothing)
            return path;

        return IsOwn(path, environment) && (File.GetUnixFileMode(path) & OfOthers) == 0
            ? path
            : throw new IOException($"'{path}' is a link, belongs to another user, or can be entered by others.");
    }

    /// <summary>A link could lead into a directory of somebody else's; where the owner cannot be told, the mode decides.</summary>
    private static bool IsOwn(string path, ISystemEnvironment environment) =>
        AtomicFile.GetKind(path) is PathKind.Directory && (!OperatingSystem.IsLinux() || LibC.Identify(path) is not { } identity || identity.UserId == environment.UserId);
}
