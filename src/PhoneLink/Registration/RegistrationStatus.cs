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

    /// <summary>Windows: this process has package identity; the package's manifest declares its schemes.</summary>
    ManagedByPackage,

    /// <summary>Windows: an administrator's list of default programs names the scheme.</summary>
    ManagedByPolicy,
}
