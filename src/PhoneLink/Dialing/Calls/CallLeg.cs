namespace PhoneLink;

/// <summary>Says which part of a call an event is about.</summary>
public enum CallLeg
{
    /// <summary>The way to the called party.</summary>
    Remote,

    /// <summary>The way to the caller's own telephone, which a telephone system calls first.</summary>
    Device,
}
