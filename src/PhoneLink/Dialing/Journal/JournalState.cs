namespace PhoneLink;

/// <summary>Says what a journal knows of an id.</summary>
public enum JournalState
{
    /// <summary>Nothing, or only attempts that left no call; the intent was noted.</summary>
    New,

    /// <summary>An intent without outcome: a process ended, or another one is placing the call now.</summary>
    InDoubt,

    /// <summary>The call was placed, or may have been.</summary>
    Done,

    /// <summary>Another call has the id.</summary>
    Conflict,
}
