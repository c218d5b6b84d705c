namespace PhoneLink.Activation;

/// <summary>Says what became of a handler's start.</summary>
public enum ActivationOutcome
{
    /// <summary>This process is the first instance and listens; its own link, if it has one, is the first that it reads.</summary>
    Listening,

    /// <summary>The first instance has the link in its memory; this process is done.</summary>
    HandedOver,

    /// <summary>There was no link, and a first instance runs already; this process is done.</summary>
    AlreadyRunning,

    /// <summary>The arguments are not an activation that may be acted upon (<see cref="ActivationStart.Refusal"/>).</summary>
    Refused,

    /// <summary>The first instance did not answer in time. It may still wake up and dial, so this process must not.</summary>
    NotAcknowledged,

    /// <summary>The first instance has too many links waiting; nothing was handed over.</summary>
    Busy,
}
