using PhoneLink.Registration;

namespace PhoneLink.Admin;

/// <summary>What a script learns from the exit code; the table is in docs/fleet.md.</summary>
internal static class AdminExit
{
    public const int Done = 0;
    public const int NotSo = 1;
    public const int BadInput = 2;
    public const int Refused = 3;
    public const int OwnedByOther = 4;
    public const int AccessDenied = 5;
    public const int NotSupported = 6;
    public const int Failed = 7;
    public const int Cancelled = 130;

    /// <summary>Gives the code of a failure.</summary>
    public static int Of(RegistrationFailure failure) => failure switch
    {
        RegistrationFailure.InvalidScheme or RegistrationFailure.InvalidExecutable or RegistrationFailure.InvalidName => Refused,
        RegistrationFailure.OwnedByOther or RegistrationFailure.Conflict or RegistrationFailure.SymbolicLink => OwnedByOther,
        RegistrationFailure.AccessDenied or RegistrationFailure.WrongUser => AccessDenied,
        RegistrationFailure.NotSupported => NotSupported,
        _ => Failed,
    };
}
