namespace PhoneLink.Registration.Freedesktop;

/// <summary>Tells the reader of a plan something; does nothing.</summary>
internal sealed class NoteStep(string target, string note) : FreedesktopStep(target, note)
{
    public override Task ApplyAsync(FreedesktopSession session) => Task.CompletedTask;
}
