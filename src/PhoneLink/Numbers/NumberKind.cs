namespace PhoneLink;

/// <summary>What kind of number it is, as far as policies and prices care.</summary>
public enum NumberKind
{
    /// <summary>Not known: without a numbering plan, or the plan cannot tell.</summary>
    Unknown,

    /// <summary>A line that stays in its place; also a number that may be fixed or mobile.</summary>
    Fixed,

    /// <summary>A mobile telephone.</summary>
    Mobile,

    /// <summary>A number that costs the caller nothing.</summary>
    TollFree,

    /// <summary>A number that costs more than a call: premium rate, shared cost.</summary>
    Premium,

    /// <summary>A short number of a country or network: directory enquiries, a helpline. It has no global form.</summary>
    ShortCode,

    /// <summary>An emergency number. It has no global form.</summary>
    Emergency,

    /// <summary>A code for the telephone network, <c>*21*…#</c>.</summary>
    ServiceCode,

    /// <summary>A number that is valid within a private network only: an extension, or one in the context of a domain.</summary>
    Local,
}
