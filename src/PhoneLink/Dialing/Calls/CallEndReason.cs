namespace PhoneLink;

/// <summary>Says why a call is over.</summary>
public enum CallEndReason
{
    /// <summary>The back end gave no reason, or one that has no name here; <see cref="CallEvent.NativeCode"/> and <see cref="CallEvent.NativeText"/> keep it.</summary>
    Unknown,

    /// <summary>They talked, and one of them hung up.</summary>
    Completed,

    /// <summary>The called party is busy.</summary>
    Busy,

    /// <summary>The called party declined.</summary>
    Declined,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>The caller gave up before the answer.</summary>
    Cancelled,

    /// <summary>There is no such number.</summary>
    InvalidNumber,

    /// <summary>The called party's telephone, or the way to it, is not there now.</summary>
    Unreachable,

    /// <summary>The network, or the telephone system, has no capacity now.</summary>
    Congestion,

    /// <summary>The caller may not call this number.</summary>
    NotPermitted,

    /// <summary>The two telephones found no way to talk.</summary>
    MediaFailure,

    /// <summary>The caller's own telephone is not there.</summary>
    DeviceUnavailable,

    /// <summary>The caller declined on the own telephone.</summary>
    DeviceDeclined,

    /// <summary>The caller did not take up the own telephone.</summary>
    DeviceNoAnswer,
}
