namespace PhoneLink.Registration;

/// <summary>Says what is wrong with a registration.</summary>
public enum RegistrationProblemKind
{
    /// <summary>The registration could not be made as it is: its program is gone, a name is refused, the system does not allow it.</summary>
    Refused,

    /// <summary>Something that the registration writes is missing or different, as after a kill, an update or another program's clean-up.</summary>
    NotInPlace,

    /// <summary>The system starts another program; only the user gives the scheme back.</summary>
    OtherDefault,

    /// <summary>No receipt is kept: unregistering goes by the marks that the registration left, and cannot restore what it had replaced.</summary>
    NoReceipt,
}
