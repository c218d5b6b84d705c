using System.Text;
using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Writes the desktop file, which tells the desktop that the program opens the scheme.</summary>
internal sealed class DesktopFileStep(string path, string text)
    : FreedesktopStep(path, $"Write {path}:\n{text.TrimEnd('\n')}")
{
    private readonly byte[] _contents = Encoding.UTF8.GetBytes(text);

    public override IReadOnlyList<ReceiptChange> Prepare(FreedesktopTools tools, ProtocolRegistration registration, bool hasChanges)
    {
        CheckPlain(tools.Files);
        var before = tools.Files.ReadBytes(Target);
        if (before.AsSpan().SequenceEqual(_contents))
            return [];

        if (before is not null)
            Ownership.CheckDesktopFile(Target, before, registration);

        return [.. tools.MissingDirectories(Target), new FileWritten(Target, before, _contents)];
    }
}
