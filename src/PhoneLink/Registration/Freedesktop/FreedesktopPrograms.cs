namespace PhoneLink.Registration.Freedesktop;

/// <summary>What program a desktop file may name for long.</summary>
internal static class FreedesktopPrograms
{
    private static readonly string[] TemporaryDirectories = ["/var/tmp", "/dev/shm"];

    /// <summary>
    /// An AppImage mounts itself anew for every run, so that a program in it has another path each time: what is registered is the image,
    /// which hands its arguments on. (AppImage, https://docs.appimage.org/packaging-guide/environment-variables.html)
    /// </summary>
    public static ProtocolRegistration Stable(ProtocolRegistration registration, ISystemEnvironment environment) =>
        environment.GetVariable("APPIMAGE") is { Length: > 0 } image && environment.GetVariable("APPDIR") is { Length: > 1 } mount && IsBelow(registration.Executable, mount)
            ? registration with { Executable = image }
            : registration;

    /// <summary>Tells the reader of a plan what is allowed but not good.</summary>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="stable">What <see cref="Stable"/> made of it.</param>
    /// <param name="tools">The seams.</param>
    public static IEnumerable<RegistrationStep> Notes(ProtocolRegistration wanted, ProtocolRegistration stable, FreedesktopTools tools)
    {
        var executable = stable.Executable;
        if (executable != wanted.Executable)
            yield return new NoteStep(executable, $"Note: '{wanted.Executable}' lies in the mount of an AppImage, which goes when the program ends; the image itself is registered. Whoever moves it has to register it again.");

        var program = RegistrationRules.WithTargets(executable, tools.Files).Last();
        if (Temporary(tools.Environment).FirstOrDefault(directory => IsBelow(executable, directory) || IsBelow(program, directory)) is { } temporary)
            yield return new NoteStep(executable, $"Note: '{executable}' lies in '{temporary}', a directory for temporary files; links will start nothing once it is cleaned up.");

        if (executable.Split('/').FirstOrDefault(IsVersioned) is { } version)
            yield return new NoteStep(executable, $"Note: the path names a version ('{version}'); after an update it has to be registered again (RepairAsync), unless a path that stays is registered.");

        if (WritableByOthers(executable, tools.Files) is { } writable)
            yield return new NoteStep(executable, $"Note: others may write '{writable}', and so choose what a link starts.");
    }

    /// <summary>Says whether a part of a path is a version, or has one: <c>1.2</c>, <c>v1.2.3</c>, <c>app-1.2.3</c>, <c>Phone-1.2-x86_64.AppImage</c>.</summary>
    internal static bool IsVersioned(string part) => part.Split('-', '_').Any(static word => IsVersion(word.AsSpan()));

    private static bool IsVersion(ReadOnlySpan<char> word)
    {
        if (word is ['v' or 'V', ..])
            word = word[1..];

        var dot = word.IndexOf('.');
        return dot > 0 && dot + 1 < word.Length && !word[..dot].ContainsAnyExceptInRange('0', '9') && char.IsAsciiDigit(word[dot + 1]);
    }

    private static IEnumerable<string> Temporary(ISystemEnvironment environment) =>
        [environment.GetVariable("TMPDIR") is { Length: > 1 } directory && directory.StartsWith('/') ? directory : "/tmp", .. TemporaryDirectories];

    private static string? WritableByOthers(string executable, IFileSystem files) =>
        RegistrationRules.WithTargets(executable, files)
            .SelectMany(static path => new[] { path, Path.GetDirectoryName(path)! })
            .FirstOrDefault(path => files.Identify(path) is { IsWritableByOthers: true });

    private static bool IsBelow(string path, string directory) => path.StartsWith(directory.TrimEnd('/') + '/', StringComparison.Ordinal);
}
