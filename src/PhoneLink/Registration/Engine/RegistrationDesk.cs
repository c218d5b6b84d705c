namespace PhoneLink.Registration.Engine;

/// <summary>One run on a registration: the lock on the receipts, and the registration's own.</summary>
internal sealed class RegistrationDesk : IDisposable
{
    private readonly RegistrationPlatform _platform;
    private readonly ReceiptStore _store;
    private readonly ProtocolRegistration _registration;
    private IDisposable? _lock;

    private RegistrationDesk(RegistrationPlatform platform, ProtocolRegistration registration)
    {
        (_platform, _registration) = (platform, registration);
        _store = platform.OpenStore(registration.Scope);
        Ledger = new(_store, platform.Name, registration);
    }

    public ReceiptLedger Ledger { get; }

    /// <summary>Gets where the receipts are.</summary>
    public string Location => _store.Location;

    /// <summary>Waits for the lock, removes what a killed process has left, and reads the receipt.</summary>
    public static async Task<RegistrationDesk> OpenAsync(RegistrationPlatform platform, ProtocolRegistration registration, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var desk = new RegistrationDesk(platform, registration);
        try
        {
            desk._lock = await desk._store.LockAsync(timeProvider, cancellationToken).ConfigureAwait(false);
            desk.Load();
            return desk;
        }
        catch
        {
            desk.Dispose();
            throw;
        }
    }

    /// <summary>Hands over what others use, removes the place of the receipts if there are none, and lifts the lock.</summary>
    public void Close(RegistrationUndo undo, IReadOnlyList<ReceiptChange> undone)
    {
        undo.Try(Location, () => HandOver(undone));
        _store.TakeOver(undone);
        Dispose();
    }

    public void Dispose()
    {
        if (_lock is null)
            return;

        // Before the lock is lifted: who waits for it sees that its place is gone, and makes it anew.
        if (!Ledger.IsStored)
            RemoveStore();

        _lock.Dispose();
        _lock = null;
    }

    private void Load()
    {
        if (_store.Read(_registration.ApplicationId!) is var (document, bytes))
        {
            CheckSame(document.Registration);
            Ledger.Load(document, bytes);
        }

        Ledger.AppendUnwritten(_store.Created);
        _platform.RemoveTemporaries(_registration, _store);
    }

    private void CheckSame(ProtocolRegistration kept)
    {
        if (kept.Scheme != _registration.Scheme)
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"The application id '{kept.ApplicationId}' is registered for '{kept.Scheme}:'; each scheme needs an ApplicationId of its own.");

        // An id that nobody has chosen is another vendor's too; only his own program may be called otherwise now.
        var mayTake = _registration.ReplaceOtherHandler || !kept.ApplicationId!.StartsWith(RegistrationRules.DefaultIdPrefix, StringComparison.Ordinal);
        if (!mayTake && kept.Product != _registration.Product && !_platform.IsSameProgram(kept.Executable, _registration.Executable))
            throw new RegistrationException(RegistrationFailure.OwnedByOther, $"The application id '{kept.ApplicationId}' is that of '{kept.Product}' ('{kept.Executable}'); use an ApplicationId of your own, or set ReplaceOtherHandler to take it over.");
    }

    /// <summary>What another registration uses by now, such as a directory or a list, is that one's to remove.</summary>
    private void HandOver(IReadOnlyList<ReceiptChange> undone)
    {
        var rest = undone.ToList();
        foreach (var heir in _store.ReadAll().Where(other => other.Registration.ApplicationId != _registration.ApplicationId))
        {
            var inheritance = rest.ConvertAll(change => (Change: change, Left: _platform.Inherit(change, _registration, heir.Registration))).FindAll(static pair => pair.Left is not null);
            if (inheritance.Count == 0)
                continue;

            var ledger = new ReceiptLedger(_store, _platform.Name, heir.Registration);
            ledger.Load(heir, _store.Read(heir.Registration.ApplicationId!)!.Value.Bytes);
            ledger.Adopt([.. inheritance.Select(static pair => pair.Left!)]);
            rest = [.. rest.Except(inheritance.Select(static pair => pair.Change))];
        }
    }

    private void RemoveStore()
    {
        try
        {
            _store.RemoveIfEmpty();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // An empty place is left, which the next run takes.
        }
    }
}
