namespace PhoneLink.Registration;

/// <summary>One change that a plan makes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class RegistrationStep
{
    private protected RegistrationStep(string target, string description) => (Target, Description) = (target, description);

    /// <summary>Gets what is changed: a file, a directory or a registry key.</summary>
    public string Target { get; }

    /// <summary>Gets a sentence for people about the change.</summary>
    public string Description { get; }

    /// <summary>Gets whether the step makes the program the default, which is the user's to choose once he has chosen.</summary>
    internal virtual bool ClaimsDefault => false;

    /// <summary>Returns the description.</summary>
    /// <returns><see cref="Description"/>.</returns>
    public sealed override string ToString() => Description;
}
