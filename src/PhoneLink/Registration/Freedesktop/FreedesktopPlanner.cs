namespace PhoneLink.Registration.Freedesktop;

/// <summary>Works out the steps of a registration; writes nothing.</summary>
internal static class FreedesktopPlanner
{
    /// <summary>Gives the steps of a checked registration.</summary>
    public static IReadOnlyList<RegistrationStep> Plan(ProtocolRegistration registration, FreedesktopPaths paths)
    {
        var steps = new List<RegistrationStep>();
        var program = ChooseProgram(registration.Executable, paths.Launcher);
        if (program.Path == paths.Launcher)
            steps.Add(new LauncherStep(paths.Launcher, registration.Executable));

        var word = program.IsPlain ? program.Path : ExecLine.Quote(program.Path);
        steps.Add(new DesktopFileStep(paths.DesktopFile, DesktopFileText.Write(registration, word)));
        if (!program.IsPlain)
            steps.Add(new NoteStep(paths.DesktopFile, "Note: Exec is quoted, since the data directory's own path has special characters; gio starts such a program, xdg-open without a desktop does not."));

        steps.Add(new DefaultHandlerStep(paths.MimeApps, HandlerResolver.MimeTypeOf(registration.Scheme), paths.DesktopId));
        steps.Add(new RefreshCacheStep(paths.Applications, paths.Cache));
        return steps;
    }

    /// <summary>The program's own path or the launcher's, whichever more openers can start.</summary>
    private static (string Path, bool IsPlain) ChooseProgram(string executable, string launcher)
    {
        if (IsPlain(executable))
            return (executable, true);

        if (IsPlain(launcher))
            return (launcher, true);

        if (CanBeQuoted(executable))
            return (executable, false);

        return CanBeQuoted(launcher)
            ? (launcher, false)
            : throw new RegistrationException(RegistrationFailure.NotSupported, "No opener can start a program whose path, and the data directory's, hold '%' or '='.");
    }

    /// <summary>What the shell scripts of xdg-utils take as one word, and GLib too.</summary>
    private static bool IsPlain(string path) => path.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '+' or '-');

    /// <summary>GLib (2.74) looks for the program with the percent sign still doubled; an equals sign is forbidden (Desktop Entry Specification §7).</summary>
    private static bool CanBeQuoted(string path) => !path.AsSpan().ContainsAny('%', '=');
}
