namespace PhoneLink.Registration.Engine;

/// <summary>What an operating system makes of registrations; one derived type for each, which knows no order and no rollback.</summary>
internal abstract class RegistrationPlatform
{
    /// <summary>Gets the name that the platform's receipts carry.</summary>
    public abstract string Name { get; }

    /// <summary>Gives the place of the receipts of a scope, for one run.</summary>
    /// <exception cref="RegistrationException">There is none, as without a home.</exception>
    public abstract ReceiptStore OpenStore(RegistrationScope scope);

    /// <summary>Checks a registration and works out its steps; changes nothing.</summary>
    public abstract RegistrationPlan Plan(ProtocolRegistration registration);

    /// <summary>Refuses what must not be applied here and now; changes nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="takesDefault">Whether the program is to become the default.</param>
    public abstract void CheckBeforeApply(RegistrationPlan plan, bool takesDefault);

    /// <summary>Works out what a step has to change now.</summary>
    /// <param name="step">A step of a plan of this platform.</param>
    /// <param name="registration">The plan's registration.</param>
    /// <param name="hasChanges">Whether an earlier step of the same run has changed anything.</param>
    /// <returns>The changes in their order; empty when everything is in place.</returns>
    public abstract IReadOnlyList<ReceiptChange> Prepare(RegistrationStep step, ProtocolRegistration registration, bool hasChanges);

    /// <summary>Makes one change, if what it replaces still is what it was when the change was prepared.</summary>
    public abstract Task<FileChange> PerformAsync(ReceiptChange change, ProtocolRegistration registration);

    /// <summary>Checks a receipt as a stranger's: each change must be one that its registration makes.</summary>
    /// <exception cref="RegistrationException">It is refused (<see cref="RegistrationFailure.InvalidReceipt"/>).</exception>
    public abstract void CheckReceipt(ReceiptDocument document);

    /// <summary>Checks changes of a receipt that PhoneLink's own copy does not know: nobody tells that they were ever made.</summary>
    /// <exception cref="RegistrationException">One is refused (<see cref="RegistrationFailure.InvalidReceipt"/>).</exception>
    public virtual void CheckUnkept(ReceiptDocument document)
    {
    }

    /// <summary>Makes the changes of a registration that is in place fewer, with the same reversal.</summary>
    public virtual IReadOnlyList<ReceiptChange> Compact(IReadOnlyList<ReceiptChange> changes) => changes;

    /// <summary>Says whether PhoneLink's own copy tells of an older receipt's change, perhaps as part of one of its own.</summary>
    public virtual bool Knows(IReadOnlyList<ReceiptChange> kept, ReceiptChange change) => kept.Contains(change);

    /// <summary>Says whether a registration stands in other places than an earlier one of its id, which has to go first.</summary>
    public virtual bool Replaces(ProtocolRegistration kept, ProtocolRegistration wanted) => false;

    /// <summary>Says whether a program is that of an earlier registration, or takes its place.</summary>
    public abstract bool IsSameProgram(string kept, string wanted);

    /// <summary>Refuses to touch what belongs to another user.</summary>
    public abstract void CheckUser(ProtocolRegistration registration);

    public abstract RegistrationUndo CreateUndo(ProtocolRegistration registration);

    /// <summary>Says what of an undone change is still there, since another registration uses it, and is left for that one to undo; null for nothing.</summary>
    public abstract ReceiptChange? Inherit(ReceiptChange change, ProtocolRegistration registration, ProtocolRegistration heir);

    /// <summary>Finds what a registration has written, by its mark, where no receipt tells.</summary>
    /// <returns>Changes whose reversal removes it; empty when there is nothing.</returns>
    public abstract IReadOnlyList<ReceiptChange> FindOwn(ProtocolRegistration registration);

    /// <summary>Removes the temporary files that a process that was killed has left.</summary>
    public virtual void RemoveTemporaries(ProtocolRegistration registration, ReceiptStore store)
    {
    }

    /// <summary>Names the program of somebody else's that the system starts for a registration's scheme; null when it starts none, or the registration's.</summary>
    public abstract string? FindOtherHandler(ProtocolRegistration registration);

    public abstract RegistrationInfo GetStatus(string scheme);

    /// <summary>Gives the page of the system's settings where the user chooses the program; null where there is none.</summary>
    public virtual string? GetSettingsUri(ProtocolRegistration registration) => null;
}
