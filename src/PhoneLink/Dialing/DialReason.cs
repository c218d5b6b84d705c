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
}
