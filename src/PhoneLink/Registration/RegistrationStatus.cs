namespace PhoneLink.Registration;

/// <summary>Says what the operating system will do with a scheme's links, as seen from programs registered by PhoneLink.</summary>
public enum RegistrationStatus
{
    /// <summary>No program registered by PhoneLink claims the scheme; another program may.</summary>
    NotRegistered,

    /// <summary>A program registered by PhoneLink claims the scheme, but its executable is gone.</summary>
    Stale,

    /// <summary>A program registered by PhoneLink claims the scheme, but the system has no program that it would start.</summary>
    Registered,

    /// <summary>A program registered by PhoneLink claims the scheme, but the system starts another one: the user must choose.</summary>
    Candidate,

    /// <summary>The system starts a program registered by PhoneLink.</summary>
    Default,

    /// <summary>The scheme belongs to the application's package, whose manifest declares it. Not told by this version.</summary>
    ManagedByPackage,

    /// <summary>An administrator's policy chooses the program. Not told by this version.</summary>
    ManagedByPolicy,
}
