using Microsoft.Win32.SafeHandles;

namespace PhoneLink.Registration.Engine;

/// <summary>One run on a registration: the lock on the receipts, and the registration's own.</summary>
internal sealed class RegistrationDesk : IDisposable
{
    private readonly RegistrationPlatform _platform;
    private readonly ReceiptStore _store;
    private readonly ProtocolRegistration _registration;
    private readonly HashSet<DirectoryCreated> _created = [];
    private SafeFileHandle? _lock;

    private RegistrationDesk(RegistrationPlatform platform, ProtocolRegistration registration)
    {
        (_platform, _registration) = (platform, registration);
        _store = new(platform.Files, platform.ReceiptDirectory(registration.Scope));
        Ledger = new(platform.Files, _store, platform.Name, registration);
    }

    public ReceiptLedger Ledger { get; }

    /// <summary>Gets where the receipts are.</summary>
    public string Path => _store.Directory;

    private IFileSystem Files => _platform.Files;

    /// <summary>Waits for the lock, removes what a killed process has left, and reads the receipt.</summary>
    public static async Task<RegistrationDesk> OpenAsync(RegistrationPlatform platform, ProtocolRegistration registration, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var desk = new RegistrationDesk(platform, registration);
        try
        {
            desk._lock = await DirectoryLock.AcquireAsync(desk.Path, desk.CreateStore, timeProvider, cancellationToken).ConfigureAwait(false);
            desk.Load();
            return desk;
        }
        catch
        {
            desk.Dispose();
            throw;
        }
    }

    /// <summary>Removes directories that were made and are empty again, and lifts the lock.</summary>
    public void Close(RegistrationUndo undo, IReadOnlyList<ReceiptChange> undone)
    {
        foreach (var directory in undone.OfType<DirectoryCreated>().Reverse())
            undo.Try(directory.Path, () => Files.DeleteDirectoryIfEmpty(directory.Path));

        undo.Try(Path, () => HandOver([.. undone.Select(_platform.Inherit).OfType<ReceiptChange>()]));
        Dispose();
    }

    public void Dispose()
    {
        if (_lock is null or { IsClosed: true })
            return;

        // Before the lock is lifted: who waits for it sees that its directory is gone, and makes it anew.
        if (!Ledger.IsStored)
            RemoveStore();

        _lock.Dispose();
    }

    private void CreateStore()
    {
        if (Files.GetKind(Path) is not PathKind.Directory)
            _created.UnionWith(Files.CreateDirectory(Path).Select(static path => new DirectoryCreated(path)));
    }

    private void Load()
    {
        if (_store.Read(_registration.ApplicationId!) is var (document, bytes))
        {
            CheckSame(document.Registration);
            Ledger.Load(document, bytes);
        }

        Ledger.AppendUnwritten(_created);
        foreach (var path in _platform.FilesOf(_registration).Append(_store.PathOf(_registration.ApplicationId!)))
            RemoveTemporaries(path);
    }

    private void CheckSame(ProtocolRegistration kept)
    {
        if (kept.Scheme != _registration.Scheme)
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"The application id '{kept.ApplicationId}' is registered for '{kept.Scheme}:'; each scheme needs an ApplicationId of its own.");
    }

    private void RemoveTemporaries(string path)
    {
        foreach (var candidate in Files.EnumerateFiles(System.IO.Path.GetDirectoryName(path)!))
            if (AtomicFile.IsTemporaryOf(candidate, path))
                Files.DeleteFile(candidate);
    }

    /// <summary>A directory or a list that another registration uses by now is that one's to remove.</summary>
    private void HandOver(IReadOnlyList<ReceiptChange> inheritance)
    {
        if (inheritance.Count == 0 || _store.ReadAll().FirstOrDefault(other => other.Registration.ApplicationId != _registration.ApplicationId) is not { } heir)
            return;

        var ledger = new ReceiptLedger(Files, _store, _platform.Name, heir.Registration);
        ledger.Load(heir, _store.Read(heir.Registration.ApplicationId!)!.Value.Bytes);
        ledger.Adopt(inheritance);
    }

    /// <summary>The directories of the receipts are ours, whoever has made them; those above them only if this run has.</summary>
    private void RemoveStore()
    {
        try
        {
            foreach (var path in _created.Select(static directory => directory.Path).Reverse().Prepend(System.IO.Path.GetDirectoryName(Path)!).Prepend(Path))
                Files.DeleteDirectoryIfEmpty(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // An empty directory is left, which the next run takes.
        }
    }
}
