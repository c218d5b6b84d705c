namespace PhoneLink.Tests.Contacts;

public class SubjectContextTests
{
    [Theory]
    [Requirement("CONT-21")]
    [InlineData("attn", "person")]
    [InlineData("salu", "person")]
    [InlineData("atti", "person")]
    [InlineData("abdt", "person")]
    [InlineData("as01", "person")]
    [InlineData("phon", "person company")]
    [InlineData("pho2", "person company")]
    [InlineData("faxs", "person company")]
    [InlineData("atem", "person company")]
    [InlineData("atei", "person company")]
    [InlineData("name", "company")]
    [InlineData("cspi", "company")]
    [InlineData("auth", "sender")]
    [InlineData("uf10", "sender")]
    [InlineData("onam", "own")]
    [InlineData("odep", "sender own")]
    [InlineData("pnam", "project")]
    [InlineData("sati", "sale")]
    [InlineData("saam", "sale")]
    [InlineData("binl", "appointment")]
    [InlineData("brul", "appointment")]
    [InlineData("apid", "appointment")]
    [InlineData("head", "document")]
    [InlineData("date", "document")]
    [InlineData("usid", "user sender")]
    [InlineData("aaid", "user sender")]
    [InlineData("uctx", "user sender")]
    [InlineData("snam", "")]
    [InlineData("verf", "")]
    [InlineData("fad1", "")]
    [InlineData("usec", "")]
    [InlineData("nope", "")]
    [InlineData("ATTN", "")]
    public void A_variable_is_in_context_where_what_it_speaks_of_is_there(string name, string parts)
    {
        var subjects = new Dictionary<string, CallSubject>
        {
            ["person"] = new() { Person = new() },
            ["company"] = new() { Company = new() },
            ["sender"] = new() { Sender = new() },
            ["own"] = new() { OwnCompany = new() },
            ["project"] = new() { Project = new() },
            ["sale"] = new() { Sale = new() },
            ["appointment"] = new() { Appointment = new() },
            ["document"] = new() { Document = new() },
            ["user"] = new() { UserId = "u7" },
        };

        subjects.Where(subject => subject.Value.IsInContext(name)).Select(subject => subject.Key).Should().BeEquivalentTo(parts.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        new CallSubject().IsInContext(name).Should().BeFalse();
    }

    [Fact]
    [Requirement("CONT-21")]
    public void Known_and_in_context_are_two_questions()
    {
        TemplateVariables.IsKnown("pnam").Should().BeTrue();
        new CallSubject().IsInContext("pnam").Should().BeFalse();
        (new CallSubject { Overrides = new TemplateValues { ["deal"] = "4711", ["pnam"] = "" } } is { } subject
            && subject.IsInContext("deal") && subject.IsInContext("pnam") && !subject.IsInContext("pnum")).Should().BeTrue();
        TemplateVariables.IsKnown("deal").Should().BeFalse();
        FluentActions.Invoking(() => new CallSubject().IsInContext(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("CONT-21")]
    public void What_has_a_value_is_in_context()
    {
        CallSubject[] subjects =
        [
            Subjects.Full, new() { Person = Subjects.Anna }, new() { Company = Subjects.Fjord }, new() { Sender = Subjects.Kari }, new() { OwnCompany = Subjects.Ovn },
            new() { Project = Subjects.Full.Project }, new() { Sale = Subjects.Full.Sale }, new() { Appointment = Subjects.Full.Appointment },
            new() { Document = Subjects.Full.Document }, new() { UserId = "1" }, new() { UserName = "k" }, new() { TenantId = "t" },
        ];
        foreach (var subject in subjects)
            TemplateVariables.All.Where(variable => subject.GetValue(variable.Name) is not null).Should().NotBeEmpty()
                .And.OnlyContain(variable => subject.IsInContext(variable.Name));
    }
}
