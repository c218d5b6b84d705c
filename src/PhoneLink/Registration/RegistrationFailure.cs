namespace PhoneLink.Registration;

/// <summary>Says why a registration, or its reversal, was refused or failed.</summary>
public enum RegistrationFailure
{
    /// <summary>The scheme is malformed, https, or on the deny-list (<see cref="SchemePolicy.IsDenied"/>).</summary>
    InvalidScheme,

    /// <summary>The executable is not an absolute path to an existing program, or it is a script host, a command file, or one that others could put another in place of.</summary>
    InvalidExecutable,

    /// <summary>The display name or the application id cannot be written as it is.</summary>
    InvalidName,

    /// <summary>Another program has the scheme, or a file, class or name that would be written; the message names it.</summary>
    OwnedByOther,

    /// <summary>Another program changes the same files, or has changed what should be reverted.</summary>
    Conflict,

    /// <summary>A file that would be edited is a symbolic link or has several hard links; the message names it.</summary>
    SymbolicLink,

    /// <summary>The system denied access.</summary>
    AccessDenied,

    /// <summary>The process runs as one user on another user's directories or registry, as under sudo, as a service, or elevated with another account.</summary>
    WrongUser,

    /// <summary>The system, the scope or the sandbox does not allow it.</summary>
    NotSupported,

    /// <summary>The receipt names something that the registration would not have written.</summary>
    InvalidReceipt,

    /// <summary>A step failed for another reason, which the message and the inner exception tell.</summary>
    StepFailed,
}
