namespace PhoneLink.Tests.Contacts;

/// <summary>A subject in which nothing is missing and no two things are the same.</summary>
internal static class Subjects
{
    public static SubjectPerson Anna { get; } = new()
    {
        Id = "17",
        Number = "P-17",
        FirstName = "Anna",
        MiddleName = "Marie",
        LastName = "Berg",
        Name = "Dr. Anna Berg",
        Honorific = "Ms",
        AcademicTitle = "Dr.",
        Salutation = "Dear Anna",
        Title = "Head of the kitchen",
        Position = "Manager",
        Department = "Kitchen",
        Category = "VIP",
        Business = "Food",
        Email = "anna@fjord.example",
        Web = "https://anna.example/card",
        Country = "Denmark",
        CountryCode = "DK",
        Address = Address("a"),
        Phones =
        [
            new(PhoneKind.PersonFax, "+47 22 51 70 09") { Id = "f1" },
            new(PhoneKind.PersonDirect, "22 51 70 02") { Id = "d2", Rank = 2 },
            new(PhoneKind.PersonDirect, "+47 22 51 70 01 x12") { Id = "d1", Rank = 1 },
            new(PhoneKind.PersonMobile, "+47 900 00 001") { Id = "m1" },
            new(PhoneKind.PersonPrivate, "+47 22 51 70 03") { Id = "p1" },
            new(PhoneKind.PersonOther, "+47 22 51 70 04") { Id = "o1" },
            new(PhoneKind.Internet, "sip:anna@fjord.example") { Id = "i1", Label = "SIP" },
        ],
    };

    public static SubjectCompany Fjord { get; } = new()
    {
        Id = "42",
        Number = "C-42",
        Code = "FJO",
        OrganisationNumber = "987654321",
        Name = "Fjord AS",
        Department = "Oslo",
        Category = "Customer",
        Business = "Restaurants",
        OurContact = "Kari Nord",
        Email = "post@fjord.example",
        Web = "http://fjord.example",
        Country = "Sweden",
        CountryCode = "SE",
        PostalAddress = Address("p"),
        StreetAddress = Address("s"),
        Phones =
        [
            new(PhoneKind.Company, "+47 22 51 70 00") { Id = "c1" },
            new(PhoneKind.Company, "+47 22 51 70 10") { Id = "c2" },
            new(PhoneKind.CompanyFax, "+47 22 51 70 08") { Id = "cf1" },
        ],
    };

    public static SubjectPerson Kari { get; } = new()
    {
        Id = "7",
        Number = "P-7",
        FirstName = "Kari",
        MiddleName = "Lise",
        LastName = "Nord",
        Name = "Kari Nord",
        Honorific = "Mrs",
        AcademicTitle = "Prof.",
        Salutation = "Hi Kari",
        Title = "Seller of ovens",
        Position = "Seller",
        Department = "Sales",
        Category = "Staff",
        Business = "Ovens",
        Email = "kari@ovn.example",
        Web = "https://kari.example",
        Country = "Norge",
        CountryCode = "NO",
        Address = Address("u"),
        Phones =
        [
            new(PhoneKind.PersonDirect, "+47 73 00 00 01"),
            new(PhoneKind.PersonMobile, "+47 900 00 007"),
            new(PhoneKind.PersonPrivate, "+47 73 00 00 03"),
            new(PhoneKind.PersonOther, "+47 73 00 00 04"),
            new(PhoneKind.PersonFax, "+47 73 00 00 09"),
            new(PhoneKind.Internet, "kari.nord") { Id = "i7", Label = "Skype" },
        ],
    };

    public static SubjectCompany Ovn { get; } = new()
    {
        Id = "1",
        Number = "C-1",
        Code = "OVN",
        OrganisationNumber = "123456789",
        Name = "Ovn AS",
        Department = "Trondheim",
        Category = "Own",
        Business = "Industry",
        OurContact = "Nobody",
        Email = "post@ovn.example",
        Web = "ovn.example",
        Country = "Noreg",
        CountryCode = "NOR",
        PostalAddress = Address("op"),
        StreetAddress = Address("os"),
        Phones = [new(PhoneKind.Company, "+47 73 00 00 00"), new(PhoneKind.CompanyFax, "+47 73 00 00 08")],
    };

    public static CallSubject Full { get; } = new()
    {
        Person = Anna,
        Company = Fjord,
        Sender = Kari,
        OwnCompany = Ovn,
        UserId = "u7",
        UserName = "kari",
        TenantId = "Cust26",
        Project = new() { Id = "j1", Number = "J-1", Name = "New kitchen", Manager = "Ola", Type = "Rebuild", Status = "Running", Web = "https://ovn.example/j1" },
        Sale = new() { Id = "s1", Number = "S-1", Title = "Two ovens", Owner = "Per", Type = "Standard", Status = "Open", Stage = "Offer" },
        Appointment = new()
        {
            Id = "b1",
            Title = "Call about ovens",
            Type = "Phone",
            Location = "Desk",
            Owner = "Liv",
            OwnerEmail = "liv@ovn.example",
            Start = new(2026, 3, 1, 0, 30, 5, TimeSpan.FromHours(1)),
            End = new(2026, 3, 1, 1, 15, 0, TimeSpan.FromHours(1)),
        },
        Document = new() { Id = "d1", Number = "1001", Title = "Offer for ovens", FileName = "offer.docx", OurReference = "KN", YourReference = "AB" },
    };

    private static SubjectAddress Address(string prefix) => new()
    {
        Line1 = prefix + "-line1",
        Line2 = prefix + "-line2",
        Line3 = prefix + "-line3",
        City = prefix + "-city",
        Zip = prefix + "-zip",
        State = prefix + "-state",
        County = prefix + "-county",
    };
}
