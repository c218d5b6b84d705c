namespace PhoneLink;

/// <summary>Says what became of the wish to end a call.</summary>
public enum HangUpStatus
{
    /// <summary>It cannot be told whether the call is over.</summary>
    Unknown,

    /// <summary>The call is over.</summary>
    Ended,

    /// <summary>The back end has the wish; <see cref="ICallEvents"/> tell the end.</summary>
    Requested,

    /// <summary>There is no such call, or not any more.</summary>
    NoCall,

    /// <summary>The provider cannot end calls.</summary>
    NotSupported,
}
