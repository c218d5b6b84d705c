namespace PhoneLink;

/// <summary>Says what to do with a call, the laxest first.</summary>
public enum DialDecision
{
    /// <summary>Place it.</summary>
    Allow,

    /// <summary>Show the number in the telephone instead of placing the call, where the provider can.</summary>
    Prefill,

    /// <summary>Ask a person.</summary>
    Confirm,

    /// <summary>Do not place it.</summary>
    Block,
}
