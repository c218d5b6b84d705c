namespace PhoneLink.Registration;

/// <summary>Says for whom a scheme is registered.</summary>
public enum RegistrationScope
{
    /// <summary>The user who runs the program; needs no special rights.</summary>
    User,

    /// <summary>Every user of the machine; Windows only, needs an administrator.</summary>
    Machine,
}
