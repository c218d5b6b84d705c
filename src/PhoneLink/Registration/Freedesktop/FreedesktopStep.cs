namespace PhoneLink.Registration.Freedesktop;

/// <summary>A step that knows how to carry itself out; it notes what it has changed, and writes nothing when all is as wanted.</summary>
internal abstract class FreedesktopStep : RegistrationStep
{
    /// <summary>How often a step starts again when another program changes the file under its hand.</summary>
    private const int Attempts = 3;

    private protected FreedesktopStep(string target, string description)
        : base(target, description)
    {
    }

    /// <summary>Carries the step out.</summary>
    public abstract Task ApplyAsync(FreedesktopSession session);

    /// <summary>Runs a read-edit-write until it is through.</summary>
    protected void Repeat(Func<FileChange> attempt)
    {
        for (var i = 0; i < Attempts; i++)
        {
            switch (attempt())
            {
                case FileChange.Done:
                    return;
                case FileChange.SymbolicLink:
                    throw new RegistrationException(RegistrationFailure.SymbolicLink, $"'{Target}' is a symbolic link, which is not replaced.");
            }
        }

        throw new RegistrationException(RegistrationFailure.Conflict, $"Another program changes '{Target}' at the same time.");
    }
}
