namespace PhoneLink;

/// <summary>Says what a frame between a client and a telephony listener is; the first byte of what is in it.</summary>
internal enum ListenerFrameKind : byte
{
    /// <summary>The client wants a call (<see cref="DialOrder"/>).</summary>
    Dial = 1,

    /// <summary>The client does not want the call of this connection any more.</summary>
    Cancel = 2,

    /// <summary>The client wants a call to end (<see cref="CallReference"/>).</summary>
    HangUp = 3,

    /// <summary>The client asks whether calls can be placed.</summary>
    AskStatus = 4,

    /// <summary>The listener has the order; the answer follows.</summary>
    Received = 65,

    /// <summary>The listener does not do what was asked, and nothing was dialled (<see cref="RefusedOrder"/>).</summary>
    Refused = 66,

    /// <summary>What is known about the call (<see cref="DialAnswer"/>).</summary>
    Answer = 67,

    /// <summary>Something happened to the call (<see cref="CallNews"/>).</summary>
    News = 68,

    /// <summary>What became of the wish to end a call (<see cref="HangUpAnswer"/>).</summary>
    HungUp = 69,

    /// <summary>Whether calls can be placed (<see cref="StatusAnswer"/>).</summary>
    Status = 70,
}
