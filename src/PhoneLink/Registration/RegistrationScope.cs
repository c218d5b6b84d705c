namespace PhoneLink.Registration;

/// <summary>Says for whom a scheme is registered.</summary>
public enum RegistrationScope
{
    /// <summary>The user who runs the program; needs no special rights.</summary>
    User,

    /// <summary>Every user of the machine. Refused as not supported by this version.</summary>
    Machine,
}
