using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Puts the program first in the user's list of default programs; one line changes.</summary>
internal sealed class DefaultHandlerStep(string path, string mimeType, string desktopId)
    : FreedesktopStep(path, $"Put {desktopId} first for {mimeType} under [Default Applications] in {path}; what stood there stays behind it.")
{
    internal override bool ClaimsDefault => true;

    public override IReadOnlyList<ReceiptChange> Prepare(FreedesktopTools tools, ProtocolRegistration registration, bool hasChanges)
    {
        CheckPlain(tools.Files);
        return DefaultsEdit.PutFirst(Target, tools.Files.ReadBytes(Target), mimeType, desktopId) is (_, var change)
            ? [.. tools.MissingDirectories(Target), change]
            : [];
    }
}
