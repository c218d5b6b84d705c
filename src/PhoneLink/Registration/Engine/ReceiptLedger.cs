using System.Text;

namespace PhoneLink.Registration.Engine;

/// <summary>The receipt of a registration on the disk, which tells of each change before it is made.</summary>
internal sealed class ReceiptLedger(ReceiptStore store, string platform, ProtocolRegistration registration)
{
    private readonly List<ReceiptChange> _changes = [];
    private byte[]? _stored;

    /// <summary>Gets or sets what the changes are of: the registration that is wanted, until an earlier run's is loaded. It is written with the next change.</summary>
    public ProtocolRegistration Registration { get; set; } = registration;

    /// <summary>Gets all changes of the registration, those of earlier runs first.</summary>
    public IReadOnlyList<ReceiptChange> Changes => _changes;

    /// <summary>Gets the receipt.</summary>
    public ReceiptDocument Document => new(RegistrationReceipt.CurrentVersion, platform, Registration, [.. _changes]);

    /// <summary>Gets whether the disk has a receipt.</summary>
    public bool IsStored => _stored is not null;

    /// <summary>Goes on with what earlier runs have noted.</summary>
    public void Load(ReceiptDocument document, byte[] stored)
    {
        Registration = document.Registration;
        _changes.AddRange(document.Changes);
        _stored = stored;
    }

    /// <summary>Puts changes in front that another registration had made and cannot undo while their result is in use.</summary>
    public void Adopt(IEnumerable<ReceiptChange> changes)
    {
        _changes.InsertRange(0, changes.Except(_changes));
        Write();
    }

    /// <summary>Notes what was made to keep the receipt in; it is written with the first other change.</summary>
    public void AppendUnwritten(IEnumerable<ReceiptChange> changes) => _changes.AddRange(changes);

    /// <summary>Notes changes that are about to be made.</summary>
    public void Append(IReadOnlyList<ReceiptChange> changes)
    {
        _changes.AddRange(changes);
        Write();
    }

    /// <summary>Forgets the changes behind the first <paramref name="count"/>, which were not made or are undone.</summary>
    public void Truncate(int count)
    {
        if (_changes.Count == count)
            return;

        _changes.RemoveRange(count, _changes.Count - count);
        Write();
    }

    /// <summary>Writes the changes shorter, if the platform can tell how.</summary>
    public void Compact(RegistrationPlatform source)
    {
        var longer = _changes.ToList();
        try
        {
            var shorter = source.Compact(_changes);
            if (shorter.Count == _changes.Count)
                return;

            Replace(shorter);
            Write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or RegistrationException)
        {
            Replace(longer); // Longer than it need be, and as right.
        }
    }

    private void Replace(IReadOnlyList<ReceiptChange> changes)
    {
        _changes.Clear();
        _changes.AddRange(changes);
    }

    private void Write()
    {
        var id = Registration.ApplicationId!;
        if (_changes.Any(static change => change is not DirectoryCreated))
        {
            var contents = Encoding.UTF8.GetBytes(new RegistrationReceipt(Document).ToJson());
            if (store.Write(id, _stored, contents) is not FileChange.Done)
                throw new RegistrationException(RegistrationFailure.Conflict, $"Another program changes '{store.NameOf(id)}'.");

            _stored = contents;
        }
        else if (_stored is not null)
        {
            store.Delete(id);
            _stored = null;
        }
    }
}
