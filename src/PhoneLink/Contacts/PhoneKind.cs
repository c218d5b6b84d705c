namespace PhoneLink;

/// <summary>Says whose telephone an entry is, and of which kind.</summary>
public enum PhoneKind
{
    /// <summary>Nothing is known about the entry.</summary>
    Unknown,

    /// <summary>The person's own line at work.</summary>
    PersonDirect,

    /// <summary>The person's mobile telephone.</summary>
    PersonMobile,

    /// <summary>The person's private telephone.</summary>
    PersonPrivate,

    /// <summary>Another telephone of the person.</summary>
    PersonOther,

    /// <summary>The person's fax.</summary>
    PersonFax,

    /// <summary>The company's telephone, usually the switchboard.</summary>
    Company,

    /// <summary>The company's fax.</summary>
    CompanyFax,

    /// <summary>An address for calls over the Internet.</summary>
    Internet,
}
