namespace PhoneLink.Registration.Freedesktop;

/// <summary>Gives the program a name without spaces and other signs, which every opener can start.</summary>
internal sealed class LauncherStep(string launcher, string executable)
    : FreedesktopStep(launcher, $"Make the symbolic link {launcher} to {executable}, since xdg-open cannot start the program under its own path.")
{
    public string Executable { get; } = executable;

    public override Task ApplyAsync(FreedesktopSession session)
    {
        var before = session.Files.ReadSymbolicLink(Target);
        if (before == Executable)
            return Task.CompletedTask;

        if (before is null && session.Files.GetKind(Target) is not PathKind.Nothing)
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"'{Target}' is a file or directory that PhoneLink did not make.");

        session.CreateDirectory(Path.GetDirectoryName(Target)!);
        session.Files.WriteSymbolicLink(Target, Executable);
        session.Note(new LinkWritten(Target, before, Executable));
        return Task.CompletedTask;
    }
}
