namespace PhoneLink.Tests.Contacts;

public class SubjectFallbackTests
{
    private static readonly DateTimeOffset Past = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Future = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly PhoneEntry Switchboard = new(PhoneKind.Company, "+47 22 51 70 00") { Id = "c" };

    [Theory]
    [Requirement("CONT-2")]
    [Requirement("CONT-17")]
    [InlineData("phon", "+47 22 51 70 00")]
    [InlineData("phot", "+4722517000")]
    [InlineData("phoi", "c1")]
    [InlineData("pho2", "+47 22 51 70 10")]
    [InlineData("faxn", "+47 22 51 70 08")]
    [InlineData("faxs", "4722517008")]
    [InlineData("faxi", "cf1")]
    [InlineData("atem", "post@fjord.example")]
    [InlineData("apho", null)]
    [InlineData("apht", null)]
    [InlineData("atfa", null)]
    [InlineData("amai", null)]
    public void The_company_serves_where_the_person_has_none(string name, string? value)
    {
        (Subjects.Full with { Person = null }).GetValue(name).Should().Be(value);
        (Subjects.Full with { Person = new() }).GetValue(name).Should().Be(value);
        (Subjects.Full with { Person = new() { Phones = [new(PhoneKind.PersonDirect, "ask reception"), new(PhoneKind.PersonFax, "none")] } }).GetValue(name).Should().Be(value);
        (Subjects.Full with { Person = null, Company = null }).GetValue(name).Should().BeNull();
    }

    [Fact]
    [Requirement("CONT-17")]
    public void A_blank_text_is_none() =>
        (Subjects.Full with { Person = new() { Email = " " } }).GetValue("atem").Should().Be("post@fjord.example");

    [Fact]
    [Requirement("CONT-17")]
    public void An_address_is_the_postal_one_or_else_the_street()
    {
        (Subjects.Full with { Company = Subjects.Fjord with { PostalAddress = null } }).GetValue("addr").Should().Be("s-line1");
        (Subjects.Full with { Company = Subjects.Fjord with { PostalAddress = new() { Line1 = " " } } }).GetValue("addr").Should().Be("s-line1");
        (Subjects.Full with { Company = Subjects.Fjord with { PostalAddress = null } }).GetValue("padr").Should().BeNull();
    }

    [Theory]
    [Requirement("CONT-17")]
    [InlineData("user", null, "u7", "u7")]
    [InlineData("user", "kari", "u7", "kari")]
    [InlineData("alid", " ", "u7", "u7")]
    [InlineData("alun", null, "u7", null)]
    [InlineData("usid", "kari", null, null)]
    public void A_user_is_known_by_name_or_else_by_id(string variable, string? name, string? id, string? value) =>
        new CallSubject { UserName = name, UserId = id }.GetValue(variable).Should().Be(value);

    [Fact]
    [Requirement("CONT-17")]
    public void The_callers_department_is_the_persons_or_else_the_companys() =>
        (Subjects.Full with { Sender = null }).GetValue("odep").Should().Be("Trondheim");

    [Theory]
    [Requirement("CONT-17")]
    [InlineData("Norway", "NO", "Norge", "NO", null)]
    [InlineData("Norway", "no ", "Norge", "NO", null)]
    [InlineData("Sweden", "SE", "Norway", "NO", "Sweden")]
    [InlineData("norway", null, "Norway", "NO", null)]
    [InlineData("Norway", "NO", "Norge", null, "Norway")]
    [InlineData("Norway", "NO", null, null, "Norway")]
    [InlineData(null, null, "Norway", "NO", null)]
    [InlineData(null, "SE", "Norway", "NO", null)]
    public void A_country_is_told_where_it_is_not_the_callers(string? country, string? code, string? own, string? ownCode, string? value)
    {
        var abroad = new CallSubject { Company = new() { Country = country, CountryCode = code }, Person = new() { Country = country, CountryCode = code } };
        var sender = abroad with { Sender = new() { Country = own, CountryCode = ownCode } };
        var ownCompany = abroad with { Sender = new(), OwnCompany = new() { Country = own, CountryCode = ownCode } };

        foreach (var subject in new[] { sender, ownCompany })
        {
            subject.GetValue("cnt?").Should().Be(value);
            subject.GetValue("act?").Should().Be(value);
        }
    }

    [Theory]
    [Requirement("CONT-18")]
    [InlineData("+47 22 51 70 01", "+4722517001")]
    [InlineData("(+47) 22-51-70-01 x12", "+4722517001;ext=12")]
    [InlineData("22 51 70 01", "22 51 70 01")]
    [InlineData("0047 22 51 70 01", "0047 22 51 70 01")]
    public void A_prefix_is_written_where_the_number_has_one(string text, string value) =>
        new CallSubject { Person = new() { Phones = [new(PhoneKind.PersonDirect, text)] } }.GetValue("phot").Should().Be(value);

    [Theory]
    [Requirement("CONT-18")]
    [InlineData("+47 22 51 70 09", "4722517009")]
    [InlineData("fax: 22 51 70 09 (office)", "22517009")]
    [InlineData("22517009 x12", "22517009")]
    [InlineData("٢٢٥١٧٠٠٩", "22517009")]
    [InlineData("*21*22517009#", "2122517009")]
    public void A_fax_for_a_gateway_is_digits_and_nothing_else(string text, string value) =>
        new CallSubject { Person = new() { Phones = [new(PhoneKind.PersonFax, text)] } }.GetValue("faxs").Should().Be(value);

    [Fact]
    [Requirement("CONT-19")]
    public void Numbers_that_are_out_of_date_are_not_used()
    {
        var person = new SubjectPerson
        {
            Phones =
            [
                new(PhoneKind.PersonDirect, "22 51 70 01") { Rank = 1, ValidTo = Past },
                new(PhoneKind.PersonDirect, "22 51 70 02") { Rank = 2, ValidFrom = Future },
                new(PhoneKind.PersonDirect, "22 51 70 03") { Rank = 3, ValidFrom = Past, ValidTo = Future },
                new(PhoneKind.PersonFax, "22 51 70 09") { ValidTo = Past },
                new(PhoneKind.Internet, "anna") { ValidTo = Past },
            ],
        };
        var subject = new CallSubject { Person = person, Company = new() { Phones = [Switchboard] } };

        subject.GetValue("phon").Should().Be("22 51 70 03");
        subject.GetValue("pho2").Should().BeNull();
        subject.GetValue("faxn").Should().BeNull();
        subject.GetValue("avoa").Should().BeNull();
    }

    [Fact]
    [Requirement("CONT-19")]
    public void The_lowest_rank_serves_and_a_fax_only_where_a_fax_is_asked_for()
    {
        var entries = new PhoneEntry[]
        {
            new(PhoneKind.PersonFax, "1") { Rank = 1 },
            new(PhoneKind.PersonDirect, "2"),
            new(PhoneKind.PersonDirect, "3") { Rank = 3 },
            new(PhoneKind.PersonDirect, "4") { Rank = 2 },
            new(PhoneKind.PersonDirect, "5") { Rank = 2 },
            new(PhoneKind.PersonDirect, "6") { Rank = -1 },
        };

        Value("phon", entries).Should().Be("4");
        Value("faxn", entries).Should().Be("1");
        Value("phon", [entries[0]]).Should().BeNull();
        Value("phon", [entries[1], entries[5]]).Should().Be("2");
    }

    [Theory]
    [Requirement("CONT-17")]
    [InlineData(new[] { 1, 2 }, "1")]
    [InlineData(new[] { 2, 1 }, "0")]
    [InlineData(new[] { 0, 0 }, "1")]
    [InlineData(new[] { 0, 0, 2 }, "2")]
    [InlineData(new[] { 1, 3 }, null)]
    [InlineData(new[] { 0, 1 }, null)]
    [InlineData(new[] { 0 }, null)]
    public void The_second_number_has_rank_two_or_is_the_second_of_those_without_ranks(int[] ranks, string? value) =>
        Value("pho2", [.. ranks.Select((rank, i) => new PhoneEntry(PhoneKind.PersonDirect, $"{i}") { Rank = rank })]).Should().Be(value);

    [Theory]
    [Requirement("CONT-17")]
    [InlineData("Åse", "Å")]
    [InlineData(" anna", "a")]
    [InlineData("A\u030Ase", "A\u030A")]
    [InlineData("\U0001F600x", "\U0001F600")]
    [InlineData("", null)]
    [InlineData(" ", null)]
    public void An_initial_is_the_first_letter_whole(string first, string? initial)
    {
        var subject = new CallSubject { Person = new() { FirstName = first } };

        subject.GetValue("atin").Should().Be(initial);
        subject.GetValue("ati.").Should().Be(initial is null ? null : initial + ".");
    }

    [Theory]
    [Requirement("CONT-17")]
    [InlineData("Ms", "Berg", null, "Ms Berg")]
    [InlineData("Ms", "Berg", "Hi", "Hi")]
    [InlineData("Ms", " ", null, null)]
    [InlineData(null, "Berg", " ", null)]
    public void A_salutation_is_as_set_or_made_of_the_name(string? honorific, string? last, string? salutation, string? expected) =>
        new CallSubject { Person = new() { Honorific = honorific, LastName = last, Salutation = salutation } }.GetValue("salu").Should().Be(expected);

    [Theory]
    [Requirement("CONT-17")]
    [InlineData("Bedford", "MA", "01730", "Bedford, MA 01730")]
    [InlineData("Oslo", null, "0572", "Oslo, 0572")]
    [InlineData("Oslo", "", " ", "Oslo")]
    [InlineData(null, null, null, null)]
    public void A_line_of_an_address_has_no_separator_that_separates_nothing(string? city, string? state, string? zip, string? line) =>
        new CallSubject { Company = new() { PostalAddress = new() { City = city, State = state, Zip = zip } } }.GetValue("cszc").Should().Be(line);

    private static string? Value(string name, IReadOnlyList<PhoneEntry> phones) => new CallSubject { Person = new() { Phones = phones } }.GetValue(name);
}
