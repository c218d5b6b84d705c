using PhoneLink;

namespace QuickStart;

/// <summary>A person as a CRM has one, with what people write into number fields.</summary>
internal static class SampleContact
{
    public static CallSubject Create(string? number) => new()
    {
        Person = new()
        {
            Id = "198",
            FirstName = "Ada",
            LastName = "Lovelace",
            Phones = number is null
                ?
                [
                    new(PhoneKind.PersonDirect, "+47 22 51 70 00 x12") { Label = "Direct" },
                    new(PhoneKind.PersonMobile, "+47 900 00 000") { Label = "Mobile" },
                    new(PhoneKind.PersonFax, "+47 22 51 70 01") { Label = "Fax" },
                ]
                : [new(PhoneKind.PersonDirect, number) { Label = "Given" }],
        },
        Company = new()
        {
            Id = "42",
            Name = "Analytical Engines & Sons",
            Phones = number is null ? [new(PhoneKind.Company, "(+47) 21 00 00 00") { Label = "Switchboard" }, new(PhoneKind.Company, "ring resepsjonen") { Label = "Note" }] : [],
        },
        UserId = "7",
    };
}
