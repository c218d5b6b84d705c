using PhoneNumbers;

namespace PhoneLink.Tests.Numbering;

public class ShortNumberTests
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public static TheoryData<string> EmergencyNumbers => ["112", "911", "999", "000", "110", "113", "118", "119", "108", "100", "101", "102", "988", "995", "997"];

    [Theory]
    [Requirement("PLAN-5")]
    [InlineData("112", "NO", NumberKind.Emergency)]
    [InlineData("113", "NO", NumberKind.Emergency)]
    [InlineData("110", "NO", NumberKind.Emergency)]
    [InlineData("911", "US", NumberKind.Emergency)]
    [InlineData("112", "US", NumberKind.Emergency)]
    [InlineData("999", "GB", NumberKind.Emergency)]
    [InlineData("000", "AU", NumberKind.Emergency)]
    [InlineData("15", "FR", NumberKind.Emergency)]
    [InlineData("112", "no", NumberKind.Emergency)]
    [InlineData("１１２", "NO", NumberKind.Emergency)]
    [InlineData("1881", "NO", NumberKind.ShortCode)]
    [InlineData("116117", "NO", NumberKind.ShortCode)]
    [InlineData("116 000", "SE", NumberKind.ShortCode)]
    [InlineData("988", "US", NumberKind.ShortCode)]
    [InlineData("411", "US", NumberKind.ShortCode)]
    [InlineData("110", "DE", NumberKind.Emergency)]
    [InlineData("11883", "DE", NumberKind.ShortCode)]
    [InlineData("24280", "US", NumberKind.Premium)]
    [InlineData("118712", "FR", NumberKind.Premium)]
    public void A_short_number_is_known_in_its_region_and_stays_as_it_is(string text, string region, NumberKind kind)
    {
        var number = PhoneNumber.Parse(text);
        var analysis = Plan.World.Analyze(number, region);

        analysis.Kind.Should().Be(kind);
        analysis.Canonical.Should().BeSameAs(number);
        analysis.Region.Should().Be(region.ToUpperInvariant());
        analysis.National.Should().Be(number.Digits);
        analysis.International.Should().BeNull();
        analysis.IsPossiblyInvalid.Should().BeFalse();
    }

    [Theory]
    [Requirement("PLAN-5")]
    [InlineData("9911", "US")]
    [InlineData("9112", "GB")]
    [InlineData("999123", "GB")]
    [InlineData("0112", "NO")]
    [InlineData("911", "NO")]
    [InlineData("1129", "NO")]
    [InlineData("+1911", "US")]
    [InlineData("+47112", "NO")]
    public void More_digits_or_another_region_make_no_emergency_number(string text, string region) =>
        Plan.Analyze(text, region).Kind.Should().NotBe(NumberKind.Emergency);

    [Theory]
    [Requirement("PLAN-5")]
    [MemberData(nameof(EmergencyNumbers))]
    public void No_region_makes_a_global_number_of_an_emergency_number(string text)
    {
        foreach (var region in Library.GetSupportedRegions())
            Plan.Analyze(text, region).Canonical.Digits.Should().Be(text, region);
    }

    [Fact]
    [Requirement("PLAN-5")]
    public void An_emergency_number_with_an_extension_is_one() => Plan.Analyze("112 x5", "NO").Kind.Should().Be(NumberKind.Emergency);
}
