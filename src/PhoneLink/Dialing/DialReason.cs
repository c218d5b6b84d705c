namespace PhoneLink;

/// <summary>Says why a call has its status.</summary>
public enum DialReason
{
    /// <summary>The status says all.</summary>
    None,

    /// <summary>The target names no number, and the provider needs one.</summary>
    NoNumber,

    /// <summary>A link of the preferred format cannot carry the number.</summary>
    NotExpressible,

    /// <summary>The preferred format made no telephony link.</summary>
    InvalidLink,

    /// <summary>The preferred format's scheme or web host may not be used.</summary>
    ForbiddenScheme,

    /// <summary>Another call has the same id.</summary>
    IdConflict,

    /// <summary>The call needs a confirmation, and nobody is registered to give one.</summary>
    ConfirmationMissing,

    /// <summary>The confirmation threw an exception.</summary>
    ConfirmationFailed,

    /// <summary>A person declined.</summary>
    Declined,

    /// <summary>There is no desktop on which a link could be opened.</summary>
    NotInteractive,

    /// <summary>No program handles the link's scheme.</summary>
    NoHandler,

    /// <summary>The system has no tool that opens links.</summary>
    NoOpener,

    /// <summary>The scheme policy, or the system's own, refused the link.</summary>
    Refused,

    /// <summary>The link would come back to this program.</summary>
    Loop,

    /// <summary>What came back proves neither success nor failure.</summary>
    Undecidable,

    /// <summary>A preference source threw an exception.</summary>
    PreferencesFailed,

    /// <summary>The provider threw an exception or answered nothing.</summary>
    ProviderFailed,

    /// <summary>The dial was cancelled, or timed out, after the dispatch.</summary>
    Cancelled,

    /// <summary>The call repeats one that was placed.</summary>
    Repeated,

    /// <summary>A person was asked and gave no answer in time.</summary>
    NoAnswer,

    /// <summary>The link has a mandatory parameter that is not known (<see cref="TelephonyUri.IsUsable"/>).</summary>
    UnknownParameter,

    /// <summary>Such calls are not allowed: a service code that forwards calls, a region that is not on the list.</summary>
    NotAllowed,

    /// <summary>The provider would place an emergency call from elsewhere than where the caller is.</summary>
    EmergencyNotSupported,

    /// <summary>The provider cannot do what the mode asks for.</summary>
    ModeNotSupported,

    /// <summary>A policy threw an exception.</summary>
    PolicyFailed,

    /// <summary>A route threw an exception, so that it could not be found out which provider gets the call.</summary>
    RouteFailed,

    /// <summary>Too many calls in a short time.</summary>
    TooManyCalls,

    /// <summary>The journal could not be written.</summary>
    JournalUnavailable,

    /// <summary>The journal has the id without an outcome: a process ended while it placed the call.</summary>
    InDoubt,

    /// <summary>The provider, or what it needs, is not set.</summary>
    NotConfigured,

    /// <summary>The back end does not answer; nothing was sent to it.</summary>
    Unreachable,

    /// <summary>The back end refused the call before there was one.</summary>
    RefusedByBackEnd,

    /// <summary>The back end takes no calls at the moment.</summary>
    BackEndBusy,

    /// <summary>The back end answered too late, or not at all.</summary>
    TimedOut,

    /// <summary>The back end refuses the number.</summary>
    InvalidNumber,

    /// <summary>A field of the request holds text that the back end could take for something else.</summary>
    ForbiddenText,

    /// <summary>The program that carries out the calls does not run.</summary>
    NotRunning,

    /// <summary>The program that carries out the calls is of another version, which does not understand this one.</summary>
    VersionMismatch,
}
