using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>A step that knows what it has to change.</summary>
internal abstract class FreedesktopStep : RegistrationStep
{
    private protected FreedesktopStep(string target, string description)
        : base(target, description)
    {
    }

    /// <summary>Works out what is to change now; empty when all is as wanted.</summary>
    /// <param name="tools">The seams.</param>
    /// <param name="registration">The registration that the step is of.</param>
    /// <param name="hasChanges">Whether an earlier step of the run has changed anything.</param>
    public abstract IReadOnlyList<ReceiptChange> Prepare(FreedesktopTools tools, ProtocolRegistration registration, bool hasChanges);

    private protected void CheckPlain(IFileSystem files)
    {
        if (files.GetKind(Target) is PathKind.SymbolicLink)
            throw new RegistrationException(RegistrationFailure.SymbolicLink, $"'{Target}' is a symbolic link, which is not replaced.");
    }
}
