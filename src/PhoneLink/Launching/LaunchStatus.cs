namespace PhoneLink;

/// <summary>Says what is known after a link was handed to the operating system.</summary>
public enum LaunchStatus
{
    /// <summary>An opener took the link; what the handler makes of it is not known.</summary>
    Started,

    /// <summary>No program handles the scheme; nothing was started.</summary>
    NoHandler,

    /// <summary>Nobody sits at a desktop, as on a server or in a service; nothing was started.</summary>
    NotInteractive,

    /// <summary>The system has no tool that opens links; nothing was started.</summary>
    NoOpener,

    /// <summary>The scheme or the text may not be launched; nothing was started.</summary>
    Refused,

    /// <summary>The handler is this program, or the link went through the operating system too often; nothing was started.</summary>
    Loop,

    /// <summary>An opener failed or gave no answer in time; the handler may have the link all the same.</summary>
    Undecidable,
}
