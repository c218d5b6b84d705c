namespace PhoneLink.Benchmarks.Contenders;

/// <summary>What a list in a CRM shows on one line: whom to call, and their number.</summary>
/// <param name="Number">The number, read before.</param>
/// <param name="Subject">Person, company and user; all are set.</param>
internal sealed record CallRow(PhoneNumber Number, CallSubject Subject)
{
    private static readonly string[] Names = ["Kari Nordmann", "Ole Bø", "Ada Lovelace", "José Ñáñez", "山田 太郎", "O'Neil, \"Jr\""];
    private static readonly string[] Companies = ["Bakke & Sønn AS", "Contoso", "Café/Bar 50%", "Łódź #1", "日本電信", "A+B=C?"];

    /// <summary>The row of all benchmarks of one link: a space, an ampersand and a letter outside ASCII in its values.</summary>
    public static CallRow Sample { get; } = At(0);

    public static CallRow[] Many(int count) => [.. Enumerable.Range(0, count).Select(At)];

    /// <summary>The subject as a CRM hands it over, the telephone being text that nobody has read.</summary>
    public CallSubject ToUnread() => Subject with { Person = Subject.Person! with { Phones = [new(PhoneKind.PersonDirect, Number.Text)] } };

    private static CallRow At(int index) => new(
        PhoneNumber.Parse($"+47 22 {510_000 + index}"),
        new()
        {
            Person = new() { Name = Names[index % Names.Length] },
            Company = new() { Name = Companies[index / Names.Length % Companies.Length], Id = $"{4711 + index}" },
            UserId = "kn",
        });
}
