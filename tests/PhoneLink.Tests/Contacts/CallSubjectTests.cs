using PhoneLink.Tests.Conventions;

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
    [InlineData("phon", "+47 22 51 70 01")]
    [InlineData("user", "u7")]
    [InlineData("ATTN", null)]
    [InlineData("attn ", null)]
    [InlineData("", null)]
    [InlineData("nope", null)]
    [InlineData("abdt", null)]
    [InlineData("as01", null)]
    public void A_name_is_taken_as_it_is(string name, string? value) => Subject.GetValue(name).Should().Be(value);

    [Fact]
    [Requirement("CONT-1")]
    public void An_empty_subject_has_no_values()
    {
        var hollow = new CallSubject
        {
            Person = new(), Company = new(), Sender = new(), OwnCompany = new(), Project = new(), Sale = new(), Appointment = new(), Document = new(),
        };
        foreach (var variable in TemplateVariables.All)
        {
            new CallSubject().GetValue(variable.Name).Should().BeNull(variable.Name);
            hollow.GetValue(variable.Name).Should().BeNull(variable.Name);
        }

        FluentActions.Invoking(() => Subject.GetValue(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("CONT-16")]
    public void The_page_names_exactly_the_variables_that_a_full_subject_answers()
    {
        var answered = TemplateVariables.All.Select(variable => variable.Name).Where(name => Subjects.Full.GetValue(name) is not null);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "contacts.md")).Split("\n## ").Single(section => section.StartsWith("Variables\n", StringComparison.Ordinal));
        var named = page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1));

        named.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(answered);
    }

    [Fact]
    [Requirement("CONT-16")]
    public void A_full_subject_leaves_out_nothing()
    {
        foreach (var part in new object[] { Subjects.Full, Subjects.Anna, Subjects.Fjord, Subjects.Kari, Subjects.Ovn, Subjects.Anna.Address!, Subjects.Full.Project!, Subjects.Full.Sale!, Subjects.Full.Appointment!, Subjects.Full.Document! })
            part.GetType().GetProperties().Where(property => property.GetValue(part) is null && property.Name != nameof(CallSubject.Overrides))
                .Should().BeEmpty(part.GetType().Name);
    }

    [Fact]
    [Requirement("CONT-3")]
    public void Overrides_go_first_and_may_blank_a_value()
    {
        var subject = Subject with { Overrides = new TemplateValues { ["attn"] = "Dr. Berg", ["name"] = "", ["ticket"] = "9", ["atln"] = null } };

        subject.GetValue("attn").Should().Be("Dr. Berg");
        subject.GetValue("name").Should().BeEmpty();
        subject.GetValue("ticket").Should().Be("9");
        subject.GetValue("atfn").Should().Be("Anna");
        subject.GetValue("atln").Should().Be("Berg");
    }

    [Fact]
    [Requirement("CONT-20")]
    public void A_secret_has_no_value_whoever_supplies_it()
    {
        var subject = Subjects.Full with { Overrides = new TemplateValues { ["usec"] = "s3cret" } };
        var secrets = TemplateVariables.All.Where(variable => variable.Sensitivity is TemplateVariableSensitivity.Secret).Select(variable => variable.Name).ToList();

        secrets.Should().Equal("usec");
        subject.GetValue("usec").Should().BeNull();
        subject.IsInContext("usec").Should().BeFalse();
        PhoneLinkFormat.Parse("domycall:%p?s=<usec>", new() { Parsing = FormatParsing.Lenient }).Expand(PhoneNumber.Parse("112"), subject).Should().Be("domycall:112?s=");
    }

    [Theory]
    [Requirement("CONT-4")]
    [InlineData("Anna", null, "Berg", null, "Anna Berg")]
    [InlineData(" Anna ", null, null, null, "Anna")]
    [InlineData(null, null, "Berg", "", "Berg")]
    [InlineData("Anna", "Marie", "Berg", " ", "Anna Marie Berg")]
    [InlineData("Anna", "Marie", "Berg", "A. Berg", "A. Berg")]
    [InlineData("", "", " ", " ", null)]
    [InlineData(null, null, null, null, null)]
    public void A_name_is_first_middle_and_last_unless_set(string? first, string? middle, string? last, string? name, string? expected) =>
        new SubjectPerson { FirstName = first, MiddleName = middle, LastName = last, Name = name }.Name.Should().Be(expected);

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
        PhoneLinkFormat.Parse("domycall:%p?name=<attn>&company=<name>&mobile=<atpc>&fax=<faxs>").Expand(PhoneNumber.Parse("+47 22 51 70 01"), Subject)
            .Should().Be("domycall:+4722517001?name=Anna%20Berg&company=Fjord%20AS&mobile=%2B4790000001&fax=4722517009");

    [Fact]
    [Requirement("CONT-6")]
    public void Nothing_of_contacts_prints_personal_data()
    {
        var entry = new PhoneEntry(PhoneKind.PersonDirect, "+47 22 51 70 01") { Label = "Anna at work", Id = "p9", Rank = 1 };

        entry.ToString().Should().Be("PersonDirect +********01");
        new PhoneEntry(PhoneKind.Internet, "anna@example.com").ToString().Should().Be("Internet without number");
        Anna.ToString().Should().Be("person with 3 phones");
        Fjord.ToString().Should().Be("company with 1 phones");
        Subject.ToString().Should().Be("person with 3 phones, company with 1 phones");
        new CallSubject().ToString().Should().Be("no person, no company");
        Subject.Phones.ToString().Should().Be("4 phones");
        Subjects.Full.ToString().Should().Be("person with 7 phones, company with 3 phones, sender, own company, project, sale, appointment, document");
        Subjects.Anna.Address!.ToString().Should().Be("address");
        new TemplateValues { ["deal"] = "4711" }.ToString().Should().Be("1 variables");
    }
}
