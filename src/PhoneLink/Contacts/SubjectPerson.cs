namespace PhoneLink;

/// <summary>The person whom a call is about.</summary>
/// <remarks>Immutable when its lists are, and thread-safe. <see cref="ToString"/> prints nothing about the person.</remarks>
public sealed record SubjectPerson
{
    /// <summary>Gets the host's id of the person, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the first name, or <see langword="null"/>.</summary>
    public string? FirstName { get; init; }

    /// <summary>Gets the last name, or <see langword="null"/>.</summary>
    public string? LastName { get; init; }

    /// <summary>Gets the whole name; <see langword="null"/> when no part of it is known.</summary>
    /// <value>The first and the last name with a space between them, unless set to something that is not blank.</value>
    public string? Name
    {
        get => string.IsNullOrWhiteSpace(field) ? Joined() : field;
        init;
    }

    /// <summary>Gets the person's telephones in the host's order.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<PhoneEntry> Phones { get; init; } = [];

    /// <summary>Returns how many telephones the person has, for logs.</summary>
    /// <returns>For instance <c>person with 2 phones</c>.</returns>
    public override string ToString() => $"person with {Phones.Count} phones";

    private string? Joined()
    {
        var name = $"{FirstName?.Trim()} {LastName?.Trim()}".Trim();
        return name.Length > 0 ? name : null;
    }
}
