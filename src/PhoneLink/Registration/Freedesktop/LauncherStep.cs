using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Gives the program a name without spaces and other signs, which every opener can start.</summary>
internal sealed class LauncherStep(string launcher, string executable)
    : FreedesktopStep(launcher, $"Make the symbolic link {launcher} to {executable}, since xdg-open cannot start the program under its own path.")
{
    public override IReadOnlyList<ReceiptChange> Prepare(FreedesktopTools tools, ProtocolRegistration registration, bool hasChanges)
    {
        var before = tools.Files.ReadSymbolicLink(Target);
        if (before == executable)
            return [];

        if (before is null && tools.Files.GetKind(Target) is not PathKind.Nothing)
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"'{Target}' is a file or directory that PhoneLink did not make.");

        return [.. tools.MissingDirectories(Target), new LinkWritten(Target, before, executable)];
    }
}
