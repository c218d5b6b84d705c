namespace PhoneLink;

/// <summary>Says how much a provider learns about a call.</summary>
public enum CallKnowledge
{
    /// <summary>Another program has the call; no news will come (<see cref="DialStatus.HandedOff"/>).</summary>
    HandOff,

    /// <summary>The back end says that it has the call (<see cref="DialStatus.Accepted"/>), and no more.</summary>
    Acceptance,

    /// <summary>Events tell how far the call is, but not always why it ended.</summary>
    Progress,

    /// <summary>Events tell how far the call is and why it ended.</summary>
    Outcome,
}
