namespace PhoneLink.Tests.Numbering;

public class CanonicalNumberTests
{
    [Theory]
    [Requirement("PLAN-2")]
    [InlineData("+47 (22) 517000", "US", "+4722517000")]
    [InlineData("22517000", "NO", "+4722517000")]
    [InlineData("0047 22 51 70 00", "NO", "+4722517000")]
    [InlineData("4722517000", "NO", "+4722517000")]
    [InlineData("22\u202F51\u202F70\u202F00", "NO", "+4722517000")]
    [InlineData("٢٢٥١٧٠٠٠", "NO", "+4722517000")]
    [InlineData("829 00 100", "NO", "+4782900100")]
    [InlineData("02800", "NO", "+4702800")]
    [InlineData("+44 (0)20 8366 1177", "GB", "+442083661177")]
    [InlineData("020 8366 1177", "GB", "+442083661177")]
    [InlineData("20 8366 1177", "GB", "+442083661177")]
    [InlineData("650-253-0000", "US", "+16502530000")]
    [InlineData("1-800-FLOWERS", "US", "+18003569377")]
    [InlineData("011 47 22 51 70 00", "US", "+4722517000")]
    [InlineData("8 (495) 123-45-67", "RU", "+74951234567")]
    [InlineData("06 1 234 5678", "HU", "+3612345678")]
    [InlineData("06 6982 2100", "IT", "+390669822100")]
    [InlineData("011 15-2345-6789", "AR", "+5491123456789")]
    [InlineData("0 22 51 70 00 1", "no", null)]
    [InlineData("22517000", "no", "+4722517000")]
    [InlineData("22517000;tgrp=55", "NO", "+4722517000")]
    [InlineData("22517000;FOO=1234567", "NO", "+4722517000")]
    public void A_number_becomes_global_by_its_region(string text, string region, string? canonical)
    {
        var number = PhoneNumber.Parse(text);

        Plan.World.Analyze(number, region).Canonical.Digits.Should().Be(canonical ?? number.Digits);
    }

    [Theory]
    [Requirement("PLAN-2")]
    [InlineData("650 253 0000 x1234", "US", "+16502530000", "1234", null)]
    [InlineData("650 253 0000,,1234#", "US", "+16502530000", null, ",,1234#")]
    [InlineData("+1 650 253 0000 x1234", null, "+16502530000", "1234", null)]
    [InlineData("22 51 70 00;isub=7", "NO", "+4722517000", null, null)]
    public void Extension_and_keys_stay_on_the_number(string text, string? region, string canonical, string? extension, string? postDial)
    {
        var number = PhoneNumber.Parse(text);
        var read = Plan.World.Analyze(number, region).Canonical;

        read.Digits.Should().Be(canonical);
        read.Extension.Should().Be(extension);
        read.PostDial.Should().Be(postDial);
        read.Subaddress.Should().Be(number.Subaddress);
    }

    [Theory]
    [Requirement("PLAN-3")]
    [InlineData("12345", "NO", "five digits, but no such number: an extension")]
    [InlineData("7042", "NO", "too short")]
    [InlineData("1-201-555-0123", "NO", "the number of another country, without a prefix for abroad")]
    [InlineData("253-0000", "US", "no area code")]
    [InlineData("12345", "DE", "an extension, or a number without area code")]
    [InlineData("5505505", "DE", "a number in one's own town, which with a 0 is another town's")]
    [InlineData("8123456", "SE", "the same")]
    [InlineData("91234-5678", "BR", "the same, with nine digits")]
    [InlineData("1001", "LU", "an extension where numbers may be short, and no number that the plan knows")]
    [InlineData("100000", "IT", "the same")]
    [InlineData("7042", "AT", "an extension where numbers may be short")]
    [InlineData("00471881", "NO", "no number behind the prefix for abroad")]
    [InlineData("00 999 123456", "NO", "no such country")]
    [InlineData("22*5170", "NO", "a star inside")]
    [InlineData("310-1234", "CA", "a number for the whole country, not for abroad")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890", "NO", "longer than any number")]
    public void What_does_not_name_one_telephone_of_the_world_stays_as_it_is(string text, string region, string because)
    {
        var number = PhoneNumber.Parse(text);
        var analysis = Plan.World.Analyze(number, region);

        analysis.Canonical.Should().BeSameAs(number, because);
        analysis.Kind.Should().Be(NumberKind.Unknown);
        analysis.Region.Should().BeNull();
        analysis.National.Should().BeNull();
        analysis.International.Should().BeNull();
    }

    [Theory]
    [Requirement("PLAN-3")]
    [InlineData("05505505", "DE", "+495505505")]
    [InlineData("08-123 456", "SE", "+468123456")]
    [InlineData("0 30 123456", "DE", "+4930123456")]
    public void The_same_number_behind_its_trunk_prefix_is_whole(string text, string region, string canonical) =>
        Plan.Analyze(text, region).Canonical.Digits.Should().Be(canonical);

    [Theory]
    [Requirement("PLAN-3")]
    [InlineData("10 00 00 00", "NO", "+4710000000")]
    [InlineData("0999 1234567", "DE", "+499991234567")]
    [InlineData("0999 0123", "DE", "+499990123")]
    [InlineData("987 253 0000", "US", "+19872530000")]
    public void A_number_that_the_plan_does_not_know_is_one_of_the_country_all_the_same(string text, string region, string canonical) =>
        Plan.Analyze(text, region).Canonical.Digits.Should().Be(canonical);

    [Theory]
    [Requirement("PLAN-4")]
    [InlineData("*21*4722517000#", "NO")]
    [InlineData("*#06#", "US")]
    [InlineData("#31#22517000", "NO")]
    [InlineData("*67", null)]
    public void A_service_code_stays_a_service_code(string text, string? region)
    {
        var number = PhoneNumber.Parse(text);
        var analysis = Plan.World.Analyze(number, region);

        analysis.Canonical.Should().BeSameAs(number);
        analysis.Kind.Should().Be(NumberKind.ServiceCode);
        analysis.IsPossiblyInvalid.Should().BeFalse();
    }

    [Theory]
    [Requirement("PLAN-7")]
    [InlineData("22517000", null)]
    [InlineData("22517000", "")]
    [InlineData("22517000", "xx")]
    [InlineData("22517000", "001")]
    [InlineData("22517000", "NOR")]
    [InlineData("22517000", " NO")]
    [InlineData("112", null)]
    [InlineData("112", "ZZ")]
    [InlineData("004722517000", null)]
    public void Without_a_region_nothing_is_known_of_a_local_number(string text, string? region)
    {
        var number = PhoneNumber.Parse(text);
        var analysis = Plan.World.Analyze(number, region);

        analysis.Canonical.Should().BeSameAs(number);
        analysis.Kind.Should().Be(NumberKind.Unknown);
        analysis.IsPossiblyInvalid.Should().BeFalse();
    }
}
