namespace PhoneLink.Registration.Freedesktop;

/// <summary>One run of apply: the seams, where things are, and what has been done so far.</summary>
internal sealed class FreedesktopSession(FreedesktopTools tools, ProtocolRegistration registration)
{
    private readonly List<ReceiptChange> _done = [];

    public FreedesktopTools Tools { get; } = tools;

    public IFileSystem Files => Tools.Files;

    public ProtocolRegistration Registration { get; } = registration;

    public IReadOnlyList<ReceiptChange> Done => _done;

    /// <summary>Notes a change, after it was made.</summary>
    public void Note(ReceiptChange change) => _done.Add(change);

    public void CreateDirectory(string path)
    {
        foreach (var created in Files.CreateDirectory(path))
            Note(new DirectoryCreated(created));
    }
}
