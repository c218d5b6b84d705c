namespace PhoneLink.Tests.Contacts;

public class CallerLookupTests
{
    private static readonly (string Name, int Changed, PhoneEntry Phone)[] OnFile =
    [
        ("Ada", 2024, new(PhoneKind.PersonDirect, "+47 22 51 70 00")),
        ("Grace", 2026, new(PhoneKind.PersonMobile, "Tlf. (+47) 22-51-70/00")),
        ("Contoso", 2025, new(PhoneKind.Company, "+47 22517000")),
        ("Fabrikam", 2026, new(PhoneKind.Company, "22 51 70 00")),
        ("Nobody", 2026, new(PhoneKind.Company, "ask reception")),
    ];

    [Theory]
    [Requirement("CONT-22")]
    [InlineData("+4722517000", false, "Grace")]
    [InlineData("+4722517000", true, "Contoso")]
    [InlineData("+47 (22) 51.70.00", true, "Contoso")]
    [InlineData("22517000", true, "Fabrikam")]
    [InlineData("+4722517001", false, null)]
    public void Who_calls_is_found_by_what_would_be_dialled_and_the_newest_of_two_wins(string caller, bool companiesOnly, string? name)
    {
        var callers = OnFile.ToLookup(static row => row.Phone.Number);

        callers[PhoneNumber.Parse(caller)].Where(row => !companiesOnly || row.Phone.Kind is PhoneKind.Company)
            .OrderByDescending(static row => row.Changed).FirstOrDefault().Name.Should().Be(name);
    }
}
