namespace PhoneLink;

/// <summary>Says what is known about a call.</summary>
public enum DialStatus
{
    /// <summary>The request cannot be carried out by anybody; the same request will fail again. There is no call.</summary>
    Invalid,

    /// <summary>A person or a rule said no. There is no call, and no other provider may be tried.</summary>
    Blocked,

    /// <summary>It is proved that nothing left this program; the only status after which another provider may be tried.</summary>
    NotDispatched,

    /// <summary>Another program or the operating system has the call; no further news will come.</summary>
    HandedOff,

    /// <summary>The back end acknowledged the call.</summary>
    Accepted,

    /// <summary>The call was placed before; it was not placed again.</summary>
    Duplicate,

    /// <summary>Nothing was dialled on request; the result says what would have been.</summary>
    DryRun,

    /// <summary>Something left, and whether there is a call nobody knows; never dialled again without a person.</summary>
    Ambiguous,
}
