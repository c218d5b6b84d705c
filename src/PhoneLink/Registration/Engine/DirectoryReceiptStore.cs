namespace PhoneLink.Registration.Engine;

/// <summary>Receipts as files of a directory.</summary>
internal sealed class DirectoryReceiptStore(IFileSystem files, string directory) : ReceiptStore
{
    private const string Extension = ".json";

    private readonly HashSet<DirectoryCreated> _created = [];

    public override string Location => directory;

    public override IReadOnlyList<ReceiptChange> Created => [.. _created];

    public override string NameOf(string applicationId) => Path.Combine(directory, applicationId + Extension);

    public override async Task<IDisposable> LockAsync(TimeProvider timeProvider, CancellationToken cancellationToken) =>
        await DirectoryLock.AcquireAsync(directory, Create, timeProvider, cancellationToken).ConfigureAwait(false);

    public override FileChange Write(string applicationId, byte[]? expected, byte[] contents) => files.ReplaceIfUnchanged(NameOf(applicationId), expected, contents);

    public override void Delete(string applicationId) => files.DeleteFile(NameOf(applicationId));

    public override bool Has(string applicationId) => files.GetKind(NameOf(applicationId)) is not PathKind.Nothing;

    /// <summary>The directories of the receipts are ours, whoever has made them; those above them only if this run has.</summary>
    public override void RemoveIfEmpty()
    {
        foreach (var path in _created.Select(static made => made.Path).Append(Path.GetDirectoryName(directory)!).Append(directory).Distinct().OrderByDescending(static path => path.Length))
            files.DeleteDirectoryIfEmpty(path);
    }

    public override void TakeOver(IReadOnlyList<ReceiptChange> undone) => _created.UnionWith(undone.OfType<DirectoryCreated>().Where(made => Xdg.IsAtOrAbove(made.Path, directory)));

    protected override byte[]? ReadBytes(string applicationId) => files.ReadBytes(NameOf(applicationId));

    protected override IEnumerable<string> ListIds() =>
        from path in files.EnumerateFiles(directory)
        where path.EndsWith(Extension, StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith('.')
        select Path.GetFileNameWithoutExtension(path);

    private void Create()
    {
        if (files.GetKind(directory) is not PathKind.Directory)
            _created.UnionWith(files.CreateDirectory(directory).Select(static path => new DirectoryCreated(path)));
    }
}
