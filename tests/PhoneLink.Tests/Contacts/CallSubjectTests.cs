using System.Reflection;

namespace PhoneLink.Tests.Contacts;

public class CallSubjectTests
{
    private static readonly SubjectPerson Anna = new()
    {
        Id = "17",
        FirstName = "Anna",
        LastName = "Berg",
        Phones = [new(PhoneKind.PersonMobile, "+47 900 00 001"), new(PhoneKind.PersonDirect, "+47 22 51 70 01"), new(PhoneKind.PersonFax, "+47 22 51 70 09")],
    };

    private static readonly SubjectCompany Fjord = new() { Id = "42", Name = "Fjord AS", Phones = [new(PhoneKind.Company, "+47 22 51 70 00")] };

    private static readonly CallSubject Subject = new() { Person = Anna, Company = Fjord, UserId = "u7" };

    [Theory]
    [Requirement("CONT-1")]
    [InlineData("attn", "Anna Berg")]
    [InlineData("atfn", "Anna")]
    [InlineData("atln", "Berg")]
    [InlineData("name", "Fjord AS")]
    [InlineData("cuid", "42")]
    [InlineData("atid", "17")]
    [InlineData("phon", "+47 22 51 70 01")]
    [InlineData("atpc", "+47 900 00 001")]
    [InlineData("user", "u7")]
    [InlineData("ATTN", null)]
    [InlineData("attn ", null)]
    [InlineData("", null)]
    [InlineData("nope", null)]
    public void A_variable_has_the_value_of_its_code(string name, string? value)
    {
        Subject.GetValue(name).Should().Be(value);
        new CallSubject().GetValue(name).Should().BeNull();
    }

    [Fact]
    [Requirement("CONT-1")]
    public void A_subject_answers_exactly_the_catalogue_of_formats()
    {
        var field = typeof(TemplateVariables).GetField("Names", BindingFlags.NonPublic | BindingFlags.Static)!;
        var catalogue = ((Dictionary<string, bool>)field.GetValue(null)!).Keys;

        CallSubject.VariableNames.Should().BeEquivalentTo(catalogue);
        catalogue.Should().OnlyContain(name => Subject.GetValue(name) != null);
    }

    [Fact]
    [Requirement("CONT-2")]
    public void The_companys_number_serves_where_the_person_has_no_direct_one()
    {
        (Subject with { Person = Anna with { Phones = [] } }).GetValue("phon").Should().Be("+47 22 51 70 00");
        (Subject with { Person = Anna with { Phones = [new(PhoneKind.PersonDirect, "ask reception")] } }).GetValue("phon").Should().Be("+47 22 51 70 00");
        (Subject with { Person = null }).GetValue("phon").Should().Be("+47 22 51 70 00");
        (Subject with { Person = null, Company = null }).GetValue("phon").Should().BeNull();
    }

    [Fact]
    [Requirement("CONT-3")]
    public void Overrides_go_first_and_may_blank_a_value()
    {
        var subject = Subject with { Overrides = new Formats.Values(("attn", "Dr. Berg"), ("name", ""), ("ticket", "9")) };

        subject.GetValue("attn").Should().Be("Dr. Berg");
        subject.GetValue("name").Should().BeEmpty();
        subject.GetValue("ticket").Should().Be("9");
        subject.GetValue("atfn").Should().Be("Anna");
    }

    [Theory]
    [Requirement("CONT-4")]
    [InlineData("Anna", "Berg", null, "Anna Berg")]
    [InlineData(" Anna ", null, null, "Anna")]
    [InlineData(null, "Berg", "", "Berg")]
    [InlineData("Anna", "Berg", "A. Berg", "A. Berg")]
    [InlineData("", " ", " ", null)]
    [InlineData(null, null, null, null)]
    public void A_name_is_first_and_last_unless_set(string? first, string? last, string? name, string? expected) =>
        new SubjectPerson { FirstName = first, LastName = last, Name = name }.Name.Should().Be(expected);

    [Fact]
    [Requirement("CONT-5")]
    public void Phones_are_the_persons_and_then_the_companys()
    {
        Subject.Phones.Select(phone => phone.Kind).Should().Equal(PhoneKind.PersonMobile, PhoneKind.PersonDirect, PhoneKind.PersonFax, PhoneKind.Company);
        Subject.Phones[3].Should().BeSameAs(Fjord.Phones[0]);
        new CallSubject().Phones.Should().BeEmpty();
    }

    [Fact]
    [Requirement("CONT-1")]
    public void A_subject_fills_a_format() =>
        PhoneLinkFormat.Parse("domycall:%p?name=<attn>&company=<name>&mobile=<atpc>").Expand(PhoneNumber.Parse("+47 22 51 70 01"), Subject)
            .Should().Be("domycall:+4722517001?name=Anna%20Berg&company=Fjord%20AS&mobile=%2B4790000001");

    [Fact]
    [Requirement("CONT-6")]
    public void Nothing_of_contacts_prints_personal_data()
    {
        var entry = new PhoneEntry(PhoneKind.PersonDirect, "+47 22 51 70 01") { Label = "Anna at work" };

        entry.ToString().Should().Be("PersonDirect +********01");
        new PhoneEntry(PhoneKind.Internet, "anna@example.com").ToString().Should().Be("Internet without number");
        Anna.ToString().Should().Be("person with 3 phones");
        Fjord.ToString().Should().Be("company with 1 phones");
        Subject.ToString().Should().Be("person with 3 phones, company with 1 phones");
        new CallSubject().ToString().Should().Be("no person, no company");
        Subject.Phones.ToString().Should().Be("4 phones");
    }
}
