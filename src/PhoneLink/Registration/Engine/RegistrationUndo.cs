namespace PhoneLink.Registration.Engine;

/// <summary>Takes changes back, the last first. Each reversal looks first, so that doing it twice, or for a change never made, is harmless.</summary>
internal abstract class RegistrationUndo
{
    private readonly List<Exception> _causes = [];
    private readonly List<string> _left = [];

    /// <summary>Gets sentences about what could not be taken back.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <summary>Gets the failures of the system among the reasons.</summary>
    public IReadOnlyList<Exception> Causes => _causes;

    /// <summary>Takes all changes back that can be.</summary>
    public abstract Task RunAsync(IReadOnlyList<ReceiptChange> changes);

    /// <summary>Removes what was made to hold the things that are undone; not the place of the receipts, on which the lock lies.</summary>
    public virtual void RemoveEmpty(IReadOnlyList<ReceiptChange> changes)
    {
    }

    /// <summary>Does one thing of it; a failure is kept with the others.</summary>
    public void Try(string target, Action undo)
    {
        try
        {
            undo();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _causes.Add(exception);
            Leave(target, exception.Message);
        }
    }

    protected void Leave(string target, string reason) => _left.Add($"'{target}' was left as it is: {reason}.");
}
