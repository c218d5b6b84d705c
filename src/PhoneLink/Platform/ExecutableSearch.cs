namespace PhoneLink;

/// <summary>Finds a program by PATH without the entries that mean the current directory.</summary>
internal static class ExecutableSearch
{
    /// <summary>Finds a program.</summary>
    /// <param name="program">A bare name, or an absolute path, which is only checked; a relative path is never found.</param>
    /// <param name="files">The file system.</param>
    /// <param name="environment">The environment, whose PATH is searched; its empty, <c>.</c> and relative entries are skipped.</param>
    /// <returns>The absolute path, symbolic links kept; null when there is no such program.</returns>
    public static string? Find(string program, IFileSystem files, ISystemEnvironment environment)
    {
        if (program.Contains('/', StringComparison.Ordinal))
            return program[0] == '/' && files.IsExecutable(program) ? program : null;

        if (program.Length == 0)
            return null;

        foreach (var directory in Xdg.AbsolutePaths(environment.GetVariable("PATH")))
        {
            var path = Path.Combine(directory, program);
            if (files.IsExecutable(path))
                return path;
        }

        return null;
    }
}
