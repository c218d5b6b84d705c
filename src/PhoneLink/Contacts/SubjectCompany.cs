namespace PhoneLink;

/// <summary>A company: the one that a call is about, or the caller's own.</summary>
/// <remarks>Immutable when its lists are, and thread-safe. <see cref="ToString"/> prints nothing about the company.</remarks>
public sealed record SubjectCompany
{
    /// <summary>Gets the host's id of the company, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the company's number in the customer register, or <see langword="null"/>; no telephone number.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the short code, or <see langword="null"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the number under which authorities know the company, or <see langword="null"/>.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>Gets the name, or <see langword="null"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the department, or <see langword="null"/>.</summary>
    public string? Department { get; init; }

    /// <summary>Gets the category: <c>customer</c>; or <see langword="null"/>.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the line of business, or <see langword="null"/>.</summary>
    public string? Business { get; init; }

    /// <summary>Gets the name of the host's user who looks after the company, or <see langword="null"/>.</summary>
    public string? OurContact { get; init; }

    /// <summary>Gets the e-mail address, or <see langword="null"/>.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the web address, or <see langword="null"/>.</summary>
    public string? Web { get; init; }

    /// <summary>Gets the country's name, or <see langword="null"/>.</summary>
    public string? Country { get; init; }

    /// <summary>Gets the country's code, or <see langword="null"/>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Gets the postal address, or <see langword="null"/>.</summary>
    public SubjectAddress? PostalAddress { get; init; }

    /// <summary>Gets the street address, or <see langword="null"/>.</summary>
    public SubjectAddress? StreetAddress { get; init; }

    /// <summary>Gets the company's telephones in the host's order.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<PhoneEntry> Phones { get; init; } = [];

    /// <summary>Returns how many telephones the company has, for logs.</summary>
    /// <returns>For instance <c>company with 1 phones</c>.</returns>
    public override string ToString() => $"company with {Phones.Count} phones";
}
