using System.Text;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Writes the desktop file, which tells the desktop that the program opens the scheme.</summary>
internal sealed class DesktopFileStep(string path, string text)
    : FreedesktopStep(path, $"Write {path}:\n{text.TrimEnd('\n')}")
{
    private readonly byte[] _contents = Encoding.UTF8.GetBytes(text);

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
        if (before.AsSpan().SequenceEqual(_contents))
            return FileChange.Done;

        if (before is not null)
            Ownership.CheckDesktopFile(Target, before, session.Registration);

        session.CreateDirectory(Path.GetDirectoryName(Target)!);
        var change = session.Files.ReplaceIfUnchanged(Target, before, _contents);
        if (change is FileChange.Done)
            session.Note(new FileWritten(Target, before, _contents));

        return change;
    }
}
