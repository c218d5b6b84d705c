namespace PhoneLink;

/// <summary>Whom a call is about: supplies a format's variables.</summary>
/// <remarks>Immutable when its parts are, and thread-safe then. <see cref="ToString"/> prints nothing about the people.</remarks>
public sealed record CallSubject : ITemplateVariableSource
{
    /// <summary>What each variable of the catalogue means; a new one is a line here and one in <see cref="TemplateVariables"/>.</summary>
    private static readonly Dictionary<string, Func<CallSubject, string?>> Variables = new(StringComparer.Ordinal)
    {
        ["attn"] = static subject => subject.Person?.Name,
        ["atfn"] = static subject => subject.Person?.FirstName,
        ["atln"] = static subject => subject.Person?.LastName,
        ["name"] = static subject => subject.Company?.Name,
        ["cuid"] = static subject => subject.Company?.Id,
        ["atid"] = static subject => subject.Person?.Id,
        ["phon"] = static subject => subject.Phones.FirstNumber(PhoneKind.PersonDirect) ?? subject.Phones.FirstNumber(PhoneKind.Company),
        ["atpc"] = static subject => subject.Phones.FirstNumber(PhoneKind.PersonMobile),
        ["user"] = static subject => subject.UserId,
    };

    /// <summary>Gets the person, or <see langword="null"/>.</summary>
    public SubjectPerson? Person { get; init; }

    /// <summary>Gets the company, or <see langword="null"/>.</summary>
    public SubjectCompany? Company { get; init; }

    /// <summary>Gets the host's id of the user who calls, or <see langword="null"/>.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets values that go before those of the subject, and the host's own variables, or <see langword="null"/>.</summary>
    public ITemplateVariableSource? Overrides { get; init; }

    /// <summary>Gets the person's telephones and then the company's; made at each call.</summary>
    public PhoneList Phones => new([.. Person?.Phones ?? [], .. Company?.Phones ?? []]);

    internal static IReadOnlyCollection<string> VariableNames => Variables.Keys;

    /// <summary>Gets the value of a variable: that of <see cref="Overrides"/>, else the subject's.</summary>
    /// <param name="name">The name, case-sensitive, without brackets: <c>attn</c>.</param>
    /// <returns>The value; personal data. <see langword="null"/> when there is none, or nobody knows the name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Overrides?.GetValue(name) ?? (Variables.TryGetValue(name, out var read) ? read(this) : null);
    }

    /// <summary>Returns what the subject consists of, for logs.</summary>
    /// <returns>For instance <c>person with 2 phones, no company</c>.</returns>
    public override string ToString() => $"{Person?.ToString() ?? "no person"}, {Company?.ToString() ?? "no company"}";
}
