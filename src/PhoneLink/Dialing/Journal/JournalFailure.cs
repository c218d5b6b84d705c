namespace PhoneLink;

/// <summary>Says what to do with a call that the journal cannot note.</summary>
public enum JournalFailure
{
    /// <summary>Do not place it.</summary>
    Block,

    /// <summary>Place it all the same; nothing keeps its id from being dispatched again.</summary>
    Dial,
}
