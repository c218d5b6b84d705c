namespace PhoneLink;

/// <summary>Says what became of an entry when a preference was resolved.</summary>
public enum PreferenceVerdict
{
    /// <summary>Its value is the one that counts.</summary>
    Serves,

    /// <summary>A more specific level has a valid value.</summary>
    LessSpecific,

    /// <summary>A later source has a valid value on the same level.</summary>
    Overridden,

    /// <summary>A lock keeps the entry from counting.</summary>
    Locked,

    /// <summary>This level may not set the key, or not this value: a web host that the host application did not allow.</summary>
    NotAllowed,

    /// <summary>The parser refuses the text.</summary>
    Invalid,
}
