namespace PhoneLink;

/// <summary>Says what is known about a launch; all but <see cref="Started"/> and <see cref="Undecidable"/> prove that nothing was started.</summary>
public enum LaunchStatus
{
    /// <summary>The system took the link; what the handler made of it nobody reports.</summary>
    Started,

    /// <summary>No program handles the scheme.</summary>
    NoHandler,

    /// <summary>There is no desktop: a service, a container, a session without a display.</summary>
    NotInteractive,

    /// <summary>The system has a desktop and no tool that opens links.</summary>
    NoOpener,

    /// <summary>The scheme policy, or the system's own, does not let this link be opened.</summary>
    Refused,

    /// <summary>The handler is this program itself, or links have been passed on too often.</summary>
    Loop,

    /// <summary>Something was started and its answer proves neither success nor failure.</summary>
    Undecidable,
}
