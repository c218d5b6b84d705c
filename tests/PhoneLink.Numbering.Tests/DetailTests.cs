namespace PhoneLink.Tests.Numbering;

public class DetailTests
{
    [Theory]
    [Requirement("PLAN-8")]
    [InlineData("+4722517000", NumberKind.Fixed, "NO")]
    [InlineData("+4790000000", NumberKind.Mobile, "NO")]
    [InlineData("+16502530000", NumberKind.Fixed, "US")]
    [InlineData("+14165550123", NumberKind.Fixed, "CA")]
    [InlineData("+4780012345", NumberKind.TollFree, "NO")]
    [InlineData("+4782900100", NumberKind.Premium, "NO")]
    [InlineData("+4781021234", NumberKind.Premium, "NO")]
    [InlineData("+447012345678", NumberKind.Premium, "GB")]
    [InlineData("+4785012345", NumberKind.Fixed, "NO")]
    [InlineData("+4702800", NumberKind.Fixed, "NO")]
    [InlineData("+447640123456", NumberKind.Unknown, "GB")]
    [InlineData("+4781212345", NumberKind.Unknown, "NO")]
    [InlineData("+80012345678", NumberKind.TollFree, "001")]
    public void A_number_is_of_the_kind_that_its_calls_cost(string text, NumberKind kind, string region)
    {
        var analysis = Plan.Analyze(text);

        analysis.Kind.Should().Be(kind);
        analysis.Region.Should().Be(region);
        analysis.IsPossiblyInvalid.Should().BeFalse();
    }

    [Theory]
    [Requirement("PLAN-9")]
    [InlineData("+47 22 51 70 00", null, "22 51 70 00", "+47 22 51 70 00")]
    [InlineData("22517000 x12", "NO", "22 51 70 00", "+47 22 51 70 00")]
    [InlineData("020 8366 1177", "GB", "020 8366 1177", "+44 20 8366 1177")]
    [InlineData("+1 650 253 0000,,99", null, "(650) 253-0000", "+1 650-253-0000")]
    public void It_is_written_as_at_home_and_as_abroad_without_extension_and_keys(string text, string? region, string national, string international)
    {
        var analysis = Plan.Analyze(text, region);

        analysis.National.Should().Be(national);
        analysis.International.Should().Be(international);
    }

    [Theory]
    [Requirement("PLAN-9")]
    [InlineData("+4710000000", null, "no such range, in Norway or on Svalbard")]
    [InlineData("+4510000000", "DK", "no such range")]
    [InlineData("+1 100 253 0000", null, "no such area code")]
    [InlineData("+44 020 8366 1177", "GB", "a trunk prefix that is not dialled from abroad")]
    public void A_number_that_the_plan_does_not_know_is_doubted_and_stays(string text, string? region, string because)
    {
        var number = PhoneNumber.Parse(text);
        var analysis = Plan.World.Analyze(number);

        analysis.Canonical.Should().BeSameAs(number);
        analysis.IsPossiblyInvalid.Should().BeTrue(because);
        analysis.Region.Should().Be(region);
        analysis.International.Should().NotBeNull();
    }

    [Theory]
    [Requirement("PLAN-9")]
    [InlineData("+999123456", null)]
    [InlineData("+47112", null)]
    [InlineData("+4", null)]
    [InlineData("+1911", null)]
    [InlineData("+47225170001234567", null)]
    [InlineData("7042", "NO")]
    public void Of_what_is_no_number_nothing_is_known_but_the_doubt(string text, string? region)
    {
        var analysis = Plan.Analyze(text, region);

        analysis.Canonical.Should().Be(PhoneNumber.Parse(text));
        analysis.Kind.Should().Be(NumberKind.Unknown);
        analysis.IsPossiblyInvalid.Should().BeTrue();
        analysis.Region.Should().BeNull();
        analysis.National.Should().BeNull();
        analysis.International.Should().BeNull();
    }

    [Theory]
    [Requirement("PLAN-9")]
    [InlineData("22517000", "NO", "+********00 Fixed NO")]
    [InlineData("112", "NO", "*** Emergency NO")]
    public void Printed_the_number_is_masked(string text, string region, string printed)
    {
        var analysis = Plan.Analyze(text, region);
        _ = analysis.Kind;

        analysis.ToString().Should().Be(printed);
    }
}
