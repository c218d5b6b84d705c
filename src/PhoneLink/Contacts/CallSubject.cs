namespace PhoneLink;

/// <summary>Whom a call is about, who calls, and why: supplies a format's variables.</summary>
/// <remarks>
/// Immutable when its parts are, and thread-safe then. All parts may be missing; what is missing leaves its variables without a value.
/// <see cref="ToString"/> prints nothing about the people. The variables that it answers are in docs/contacts.md.
/// </remarks>
public sealed partial record CallSubject : ITemplateVariableSource
{
    /// <summary>Gets the person, or <see langword="null"/>.</summary>
    public SubjectPerson? Person { get; init; }

    /// <summary>Gets the company, or <see langword="null"/>.</summary>
    public SubjectCompany? Company { get; init; }

    /// <summary>Gets who calls, as a person, or <see langword="null"/>.</summary>
    public SubjectPerson? Sender { get; init; }

    /// <summary>Gets the company for which the caller works, or <see langword="null"/>.</summary>
    public SubjectCompany? OwnCompany { get; init; }

    /// <summary>Gets the host's id of the user who calls, or <see langword="null"/>.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets the name under which the user who calls is logged in, or <see langword="null"/>.</summary>
    public string? UserName { get; init; }

    /// <summary>Gets the id of the customer whose installation of the host this is, or <see langword="null"/>.</summary>
    public string? TenantId { get; init; }

    /// <summary>Gets the project, or <see langword="null"/>.</summary>
    public SubjectProject? Project { get; init; }

    /// <summary>Gets the sale, or <see langword="null"/>.</summary>
    public SubjectSale? Sale { get; init; }

    /// <summary>Gets the appointment, or <see langword="null"/>.</summary>
    public SubjectAppointment? Appointment { get; init; }

    /// <summary>Gets the document, or <see langword="null"/>.</summary>
    public SubjectDocument? Document { get; init; }

    /// <summary>Gets values that go before those of the subject, and the host's own variables, or <see langword="null"/>.</summary>
    /// <value>For a few values, <see cref="TemplateValues"/>.</value>
    public ITemplateVariableSource? Overrides { get; init; }

    /// <summary>Gets the person's telephones and then the company's; made at each call.</summary>
    public PhoneList Phones => new([.. Person?.Phones ?? [], .. Company?.Phones ?? []], Person?.Phones.Count ?? 0);

    /// <summary>Gets the value of a variable: that of <see cref="Overrides"/>, else the subject's.</summary>
    /// <param name="name">The name, case-sensitive, without brackets: <c>attn</c>.</param>
    /// <returns>
    /// The value; personal data. <see langword="null"/> when there is none, when nobody knows the name, and for a secret
    /// (<see cref="TemplateVariableSensitivity.Secret"/>) whoever supplies it.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return OverrideOf(name) ?? OfPerson(name) ?? OfCompany(name) ?? OfSender(name) ?? OfOwnCompany(name) ?? OfMatters(name);
    }

    /// <summary>Returns what the subject consists of, for logs.</summary>
    /// <returns>For instance <c>person with 2 phones, no company, project</c>.</returns>
    public override string ToString() => Words.Join(
        ", ",
        Person?.ToString() ?? "no person",
        Company?.ToString() ?? "no company",
        Sender is null ? null : "sender",
        OwnCompany is null ? null : "own company",
        Project?.ToString(),
        Sale?.ToString(),
        Appointment?.ToString(),
        Document?.ToString())!;

    private string? OverrideOf(string name) => Overrides is null || TemplateVariables.IsSecret(name) ? null : Overrides.GetValue(name);
}
