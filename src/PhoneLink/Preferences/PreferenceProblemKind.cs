namespace PhoneLink;

/// <summary>Says why a stored preference does not serve as it was stored.</summary>
public enum PreferenceProblemKind
{
    /// <summary>The value serves, but its text had a mistake that was repaired.</summary>
    Repaired,

    /// <summary>The parser refuses the text; a less specific value serves.</summary>
    Invalid,

    /// <summary>A lock keeps the entry from counting.</summary>
    Locked,

    /// <summary>This level may not set the key, or not this value: a web host that the host application did not allow.</summary>
    NotAllowed,

    /// <summary>The entry's lock does not count: it names a level less specific than the entry's own, or none. Its value counts.</summary>
    LockIgnored,

    /// <summary>A source could not read its store; what it read last, or nothing, serves.</summary>
    SourceFailed,
}
