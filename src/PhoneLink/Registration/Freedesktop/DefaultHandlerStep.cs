namespace PhoneLink.Registration.Freedesktop;

/// <summary>Puts the program first in the user's list of default programs; one line changes.</summary>
internal sealed class DefaultHandlerStep(string path, string mimeType, string desktopId)
    : FreedesktopStep(path, $"Put {desktopId} first for {mimeType} under [Default Applications] in {path}; what stood there stays behind it.")
{
    public override Task ApplyAsync(FreedesktopSession session)
    {
        Repeat(() => Attempt(session));
        return Task.CompletedTask;
    }

    private FileChange Attempt(FreedesktopSession session)
    {
        if (session.Files.GetKind(Target) is PathKind.SymbolicLink)
            return FileChange.SymbolicLink;

        var before = session.Files.ReadBytes(Target);
        if (DefaultsEdit.PutFirst(Target, before, mimeType, desktopId) is not (var contents, var noted))
            return FileChange.Done;

        session.CreateDirectory(Path.GetDirectoryName(Target)!);
        var change = session.Files.ReplaceIfUnchanged(Target, before, contents);
        if (change is FileChange.Done)
            session.Note(noted);

        return change;
    }
}
