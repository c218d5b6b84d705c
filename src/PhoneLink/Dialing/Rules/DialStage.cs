namespace PhoneLink;

/// <summary>The steps of <see cref="DialingRules"/>, in the order in which they are taken.</summary>
public enum DialStage
{
    /// <summary>The text on file is read into digits.</summary>
    Read,

    /// <summary>An emergency number, also behind an outside line prefix, is dialled unchanged.</summary>
    Emergency,

    /// <summary>A code for the telephone network is dialled unchanged.</summary>
    ServiceCode,

    /// <summary>A number in the context of a domain is dialled unchanged (RFC 3966 §5.1.5).</summary>
    Context,

    /// <summary>An extension of the own PBX is dialled unchanged.</summary>
    Extension,

    /// <summary>A short code is dialled without country code.</summary>
    ShortCode,

    /// <summary>An outside line prefix that stands on file is taken away.</summary>
    StoredPrefix,

    /// <summary>The number gets its canonical form (ITU-T E.164).</summary>
    Canonical,

    /// <summary>The first rule of the plan that matches decides what is dialled.</summary>
    Rule,

    /// <summary>The canonical number becomes what is dialled at the location: local, national or international.</summary>
    Form,

    /// <summary>The outside line prefix is put before it.</summary>
    OutsideLine,

    /// <summary>The suffix is put behind it.</summary>
    Suffix,

    /// <summary>The extension behind the number is written as the plan says.</summary>
    ExtensionStyle,
}
