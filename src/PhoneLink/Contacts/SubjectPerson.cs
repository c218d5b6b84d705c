namespace PhoneLink;

/// <summary>A person: the one whom a call is about, or the one who calls.</summary>
/// <remarks>Immutable when its lists are, and thread-safe. <see cref="ToString"/> prints nothing about the person.</remarks>
public sealed record SubjectPerson
{
    /// <summary>Gets the host's id of the person, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the person's number in the customer register, or <see langword="null"/>; no telephone number.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the first name, or <see langword="null"/>.</summary>
    public string? FirstName { get; init; }

    /// <summary>Gets the middle name, or <see langword="null"/>.</summary>
    public string? MiddleName { get; init; }

    /// <summary>Gets the last name, or <see langword="null"/>.</summary>
    public string? LastName { get; init; }

    /// <summary>Gets the whole name; <see langword="null"/> when no part of it is known.</summary>
    /// <value>First, middle and last name with a space between them, unless set to something that is not blank.</value>
    public string? Name
    {
        get => string.IsNullOrWhiteSpace(field) ? Words.Join(" ", FirstName, MiddleName, LastName) : field;
        init;
    }

    /// <summary>Gets what stands before the name: <c>Ms</c>; or <see langword="null"/>.</summary>
    public string? Honorific { get; init; }

    /// <summary>Gets the academic title: <c>Dr.</c>; or <see langword="null"/>.</summary>
    public string? AcademicTitle { get; init; }

    /// <summary>Gets how the person is addressed; <see langword="null"/> when that is not known.</summary>
    /// <value>Honorific and last name where both are known, unless set to something that is not blank.</value>
    public string? Salutation
    {
        get => !string.IsNullOrWhiteSpace(field) ? field
            : string.IsNullOrWhiteSpace(Honorific) || string.IsNullOrWhiteSpace(LastName) ? null
            : Words.Join(" ", Honorific, LastName);
        init;
    }

    /// <summary>Gets the job title in the person's own words, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the position, one of those that the host has a list of, or <see langword="null"/>.</summary>
    public string? Position { get; init; }

    /// <summary>Gets the department, or <see langword="null"/>.</summary>
    public string? Department { get; init; }

    /// <summary>Gets the category: <c>customer</c>; or <see langword="null"/>.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the line of business, or <see langword="null"/>.</summary>
    public string? Business { get; init; }

    /// <summary>Gets the e-mail address, or <see langword="null"/>.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the web address, or <see langword="null"/>.</summary>
    public string? Web { get; init; }

    /// <summary>Gets the country's name, or <see langword="null"/>.</summary>
    public string? Country { get; init; }

    /// <summary>Gets the country's code, or <see langword="null"/>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Gets the postal address, or <see langword="null"/>.</summary>
    public SubjectAddress? Address { get; init; }

    /// <summary>Gets the person's telephones in the host's order.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<PhoneEntry> Phones { get; init; } = [];

    /// <summary>Returns how many telephones the person has, for logs.</summary>
    /// <returns>For instance <c>person with 2 phones</c>.</returns>
    public override string ToString() => $"person with {Phones.Count} phones";
}
