using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Tells the reader of a plan something; does nothing.</summary>
internal sealed class NoteStep(string target, string note) : FreedesktopStep(target, note)
{
    public override IReadOnlyList<ReceiptChange> Prepare(FreedesktopTools tools, ProtocolRegistration registration, bool hasChanges) => [];
}
