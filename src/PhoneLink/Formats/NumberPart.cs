namespace PhoneLink;

/// <summary>Says what becomes of a part of a number besides its digits when a link is made.</summary>
public enum NumberPart
{
    /// <summary>The part is left out of the link.</summary>
    Omit,

    /// <summary>The part is written into the link.</summary>
    Write,
}
