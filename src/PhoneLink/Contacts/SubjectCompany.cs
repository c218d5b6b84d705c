namespace PhoneLink;

/// <summary>The company that a call is about, or for which the person works.</summary>
/// <remarks>Immutable when its lists are, and thread-safe. <see cref="ToString"/> prints nothing about the company.</remarks>
public sealed record SubjectCompany
{
    /// <summary>Gets the host's id of the company, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name, or <see langword="null"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the company's telephones in the host's order.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<PhoneEntry> Phones { get; init; } = [];

    /// <summary>Returns how many telephones the company has, for logs.</summary>
    /// <returns>For instance <c>company with 1 phones</c>.</returns>
    public override string ToString() => $"company with {Phones.Count} phones";
}
