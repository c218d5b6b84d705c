using System.Diagnostics.CodeAnalysis;

namespace PhoneLink.Registration.Engine;

/// <summary>One run on a registration: the lock on the receipts, and the registration's own.</summary>
internal sealed class RegistrationDesk : IDisposable
{
    private readonly RegistrationPlatform _platform;
    private readonly ReceiptStore _store;
    private readonly IDisposable _lock;
    private readonly IReadOnlyList<DirectoryCreated> _created;
    private bool _isClosed;

    private RegistrationDesk(RegistrationPlatform platform, ReceiptStore store, ReceiptLedger ledger, IReadOnlyList<DirectoryCreated> created, IDisposable @lock) =>
        (_platform, _store, Ledger, _created, _lock) = (platform, store, ledger, created, @lock);

    public ReceiptLedger Ledger { get; }

    /// <summary>Gets where the receipts are.</summary>
    public string Path => _store.Directory;

    private IFileSystem Files => _platform.Files;

    /// <summary>Waits for the lock, removes what a killed process has left, and reads the receipt.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The desk that is returned holds the lock.")]
    public static async Task<RegistrationDesk> OpenAsync(RegistrationPlatform platform, ProtocolRegistration registration, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var store = new ReceiptStore(platform.Files, platform.ReceiptDirectory(registration.Scope));
        var created = new HashSet<DirectoryCreated>();
        var @lock = await DirectoryLock.AcquireAsync(store.Directory, () => Create(platform.Files, store.Directory, created), timeProvider, cancellationToken).ConfigureAwait(false);
        try
        {
            var kept = store.Read(registration.ApplicationId!);
            if (kept is { Document: var document })
                CheckSame(document.Registration, registration);

            foreach (var path in platform.FilesOf(registration).Append(store.PathOf(registration.ApplicationId!)))
                RemoveTemporaries(platform.Files, path);

            var ledger = new ReceiptLedger(platform.Files, store, platform.Name, registration);
            if (kept is { } found)
                ledger.Load(found.Document, found.Bytes);

            ledger.AppendUnwritten(created);
            return new(platform, store, ledger, [.. created], @lock);
        }
        catch
        {
            @lock.Dispose();
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
        if (_isClosed)
            return;

        _isClosed = true;
        if (OperatingSystem.IsWindows())
            _lock.Dispose(); // There the lock is a file in the directory; elsewhere nobody may come in between.

        if (!Ledger.IsStored)
            RemoveStore();

        _lock.Dispose();
    }

    private static void Create(IFileSystem files, string directory, HashSet<DirectoryCreated> created)
    {
        if (files.GetKind(directory) is not PathKind.Directory)
            created.UnionWith(files.CreateDirectory(directory).Select(static path => new DirectoryCreated(path)));
    }

    private static void CheckSame(ProtocolRegistration kept, ProtocolRegistration wanted)
    {
        if (kept.Scheme != wanted.Scheme)
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"The application id '{wanted.ApplicationId}' is registered for '{kept.Scheme}:'; each scheme needs an ApplicationId of its own.");
    }

    private static void RemoveTemporaries(IFileSystem files, string path)
    {
        foreach (var candidate in files.EnumerateFiles(System.IO.Path.GetDirectoryName(path)!))
            if (AtomicFile.IsTemporaryOf(candidate, path))
                files.DeleteFile(candidate);
    }

    /// <summary>A directory or a list that another registration uses by now is that one's to remove.</summary>
    private void HandOver(IReadOnlyList<ReceiptChange> inheritance)
    {
        if (inheritance.Count == 0 || _store.ReadAll().FirstOrDefault(other => other.Registration.ApplicationId != Ledger.Document.Registration.ApplicationId) is not { } heir)
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
