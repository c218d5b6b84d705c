using System.Text;

namespace PhoneLink.Registration.Engine;

/// <summary>Keeps the receipt of each registration, under a lock that other processes heed.</summary>
/// <remarks>For one run. Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.</remarks>
internal abstract class ReceiptStore
{
    /// <summary>Gets for whom the receipts are; one of another scope is none.</summary>
    public virtual RegistrationScope Scope => RegistrationScope.User;

    /// <summary>Gets where the receipts are, for messages.</summary>
    public abstract string Location { get; }

    /// <summary>Gets the changes that made the place of the receipts; they are noted with the first other change.</summary>
    public virtual IReadOnlyList<ReceiptChange> Created => [];

    /// <summary>Names a registration's receipt for messages.</summary>
    public abstract string NameOf(string applicationId);

    /// <summary>Waits for the lock; disposing the result lifts it.</summary>
    /// <exception cref="IOException">Others held it for ten seconds.</exception>
    public abstract Task<IDisposable> LockAsync(TimeProvider timeProvider, CancellationToken cancellationToken);

    /// <summary>Writes a receipt in one step, if the one that is there still is what the caller knows.</summary>
    /// <param name="applicationId">Whose.</param>
    /// <param name="expected">The receipt that is there; null for none.</param>
    /// <param name="contents">The new one.</param>
    public abstract FileChange Write(string applicationId, byte[]? expected, byte[] contents);

    /// <summary>Deletes a receipt.</summary>
    public abstract void Delete(string applicationId);

    /// <summary>Removes the place of the receipts when there are none, while the lock is held.</summary>
    public abstract void RemoveIfEmpty();

    /// <summary>Has what earlier runs had made for the place of the receipts removed with it.</summary>
    public virtual void TakeOver(IReadOnlyList<ReceiptChange> undone)
    {
    }

    /// <summary>Says whether there is a receipt, or something in its place.</summary>
    public abstract bool Has(string applicationId);

    /// <summary>Reads a registration's receipt.</summary>
    /// <returns>The receipt and its bytes; null when there is none.</returns>
    /// <exception cref="RegistrationException">What is kept there is no receipt of that registration.</exception>
    public (ReceiptDocument Document, byte[] Bytes)? Read(string applicationId)
    {
        if (ReadBytes(applicationId) is not { } bytes)
            return null;

        return Parse(applicationId, bytes) is { } document
            ? (document, bytes)
            : throw new RegistrationException(RegistrationFailure.InvalidReceipt, $"'{NameOf(applicationId)}' is not the receipt of '{applicationId}'; move it away and register again.");
    }

    /// <summary>Reads all receipts, in the order of their ids; what is none is left out.</summary>
    public IReadOnlyList<ReceiptDocument> ReadAll() =>
    [
        .. from id in ListIds()
           let bytes = ReadBytes(id)
           let document = bytes is null ? null : Parse(id, bytes)
           where document is not null
           select document,
    ];

    protected abstract byte[]? ReadBytes(string applicationId);

    /// <summary>Lists what could be receipts.</summary>
    protected abstract IEnumerable<string> ListIds();

    private ReceiptDocument? Parse(string applicationId, byte[] bytes) =>
        RegistrationReceipt.TryParse(Encoding.UTF8.GetString(bytes), out var receipt) && receipt.ApplicationId == applicationId && receipt.Registration.Scope == Scope ? receipt.Document : null;
}
