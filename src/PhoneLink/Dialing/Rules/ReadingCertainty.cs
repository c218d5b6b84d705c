namespace PhoneLink;

/// <summary>Says how much speaks for a reading of digits; of two readings the higher one is taken.</summary>
internal enum ReadingCertainty
{
    /// <summary>A code for the telephone network, unless a prefix explains it.</summary>
    Code,

    /// <summary>Nothing that the numbering plan knows.</summary>
    None,

    /// <summary>A number that exists, written otherwise than at home.</summary>
    Number,

    /// <summary>A number or short code that exists, written as it is dialled at the location.</summary>
    AsDialled,
}
