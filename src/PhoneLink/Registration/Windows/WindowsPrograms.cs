using System.Buffers;

namespace PhoneLink.Registration.Windows;

/// <summary>What program may be registered on Windows.</summary>
internal static class WindowsPrograms
{
    private const string Extension = ".exe";

    /// <summary>With the index of the icon a path must fit in MAX_PATH, which counts the null.</summary>
    private const int MaxPath = 260 - 1 - 2;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/:*?\"<>|");

    /// <summary>Says whether a program is gone. Of one on the network, or named by a variable or without its folder, nobody can tell.</summary>
    public static bool IsGone(string executable, IWindowsSystem system) => IsAbsolute(executable) && !executable.Contains('%', StringComparison.Ordinal) && !system.IsFile(executable);

    /// <summary>Says whether a path names a program that would run a link as code, or may do so by its short name (<c>POWERS~1.EXE</c>).</summary>
    public static bool IsScriptHost(string path)
    {
        var name = path[(path.LastIndexOfAny(['\\', '/']) + 1)..].TrimEnd(' ', '.');
        var bare = name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name[..^Extension.Length] : name;
        return RegistrationRules.IsScriptHost(name) || bare.AsSpan().TrimEnd("0123456789").EndsWith('~');
    }

    /// <summary>Checks a path by its text alone.</summary>
    public static void CheckPath(string executable)
    {
        if (executable is null || !IsAbsolute(executable))
            throw Refuse(@"The executable is not an absolute path such as C:\Program Files\Contoso\phone.exe; network paths are refused.");

        if (executable.Length > MaxPath)
            throw Refuse($"The executable's path has more than {MaxPath} characters.");

        if (executable.Contains('%', StringComparison.Ordinal))
            throw Refuse("The executable's path has a percent sign, which Windows would take for a variable.");

        if (executable.AsSpan(2).ContainsAny(Forbidden) || executable.Any(static c => char.IsControl(c) || char.IsSurrogate(c)) || executable[3..].Split('\\').Any(static part => part.Length == 0 || part.EndsWith('.') || part.EndsWith(' ')))
            throw Refuse("The executable's path has a character or a part that Windows does not allow, or would change.");

        if (!executable.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || IsScriptHost(executable))
            throw Refuse("The executable is not an .exe of its own; scripts, script hosts and short names (~1) are refused.");
    }

    /// <summary>Checks the file behind the path.</summary>
    /// <returns>Notes for people about what is allowed but not good.</returns>
    public static IReadOnlyList<string> CheckFile(ProtocolRegistration registration, IWindowsSystem system)
    {
        var executable = registration.Executable;
        if (!system.IsFile(executable))
            throw Refuse($"There is no program '{executable}'.");

        if (system.GetDrive(executable) is not DriveType.Fixed and var drive)
            throw Refuse($"'{executable}' lies on a drive that can go away ({drive}).");

        if (system.TemporaryDirectories.Any(directory => executable.StartsWith(directory.TrimEnd('\\') + '\\', StringComparison.OrdinalIgnoreCase)))
            throw Refuse($"'{executable}' lies in a directory for temporary files.");

        if (FindOpen(executable, registration.Scope is RegistrationScope.User ? system.UserId : null, system) is not { } open)
            return [];

        return registration.Scope is RegistrationScope.User
            ? [$"Note: others may write '{open}', and so choose what a link starts."]
            : throw Refuse($"Others than administrators may write '{open}': whoever does chooses what every user's links start.");
    }

    private static bool IsAbsolute(string executable) => executable.Length >= 4 && char.IsAsciiLetter(executable[0]) && executable.AsSpan(1).StartsWith(@":\");

    /// <summary>Finds the program or a folder that others may write or, above the program's own folder, replace; null for none.</summary>
    private static string? FindOpen(string executable, string? user, IWindowsSystem system)
    {
        var folders = FoldersAbove(executable).ToList();
        return new[] { executable, folders[0] }.FirstOrDefault(path => AccessList.IsWritableByOthers(system.GetSecurity(path), user))
            ?? folders.Skip(1).FirstOrDefault(path => AccessList.IsReplaceableByOthers(system.GetSecurity(path), user));
    }

    /// <summary>Gives the folders that a program lies in, the innermost first, up to the drive's root.</summary>
    private static IEnumerable<string> FoldersAbove(string executable)
    {
        for (var end = executable.LastIndexOf('\\'); end > 0; end = executable.LastIndexOf('\\', end - 1))
            yield return end == 2 ? executable[..3] : executable[..end];
    }

    private static RegistrationException Refuse(string message) => new(RegistrationFailure.InvalidExecutable, message);
}
