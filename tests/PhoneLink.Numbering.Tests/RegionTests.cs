using PhoneNumbers;

namespace PhoneLink.Tests.Numbering;

public class RegionTests
{
    [Theory]
    [Requirement("PLAN-10")]
    [InlineData("NO", "NO", "47", "00", null)]
    [InlineData("no", "NO", "47", "00", null)]
    [InlineData("Gb", "GB", "44", "00", "0")]
    [InlineData("it", "IT", "39", "00", null)]
    [InlineData("US", "US", "1", "011", "1")]
    [InlineData("AU", "AU", "61", "0011", "0")]
    [InlineData("RU", "RU", "7", "810", "8")]
    [InlineData("HU", "HU", "36", "00", "06")]
    [InlineData("BR", "BR", "55", null, "0")]
    [InlineData("UA", "UA", "380", "00", "0")]
    [InlineData("id", "ID", "62", null, "0")]
    public void A_region_is_found_in_any_case(string region, string code, string countryCode, string? international, string? national) =>
        Plan.World.FindRegion(region).Should().Be(new NumberingRegion(code, countryCode) { InternationalPrefix = international, NationalPrefix = national });

    [Theory]
    [Requirement("PLAN-10")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("xx")]
    [InlineData("NOR")]
    [InlineData("001")]
    [InlineData("UK")]
    [InlineData("\0")]
    [InlineData("\uD800\uD800")]
    [InlineData("ıt")]
    [InlineData("İT")]
    [InlineData("ＮＯ")]
    public void What_is_no_region_is_not_found(string? region) => Plan.World.FindRegion(region!).Should().BeNull();

    [Fact]
    [Requirement("PLAN-10")]
    public void Every_region_of_the_metadata_is_found_with_prefixes_of_digits()
    {
        var regions = PhoneNumberUtil.GetInstance().GetSupportedRegions().ToDictionary(static code => code, static code => Plan.World.FindRegion(code));

        regions.Should().HaveCountGreaterThan(240).And.NotContainValue(null);
        foreach (var (code, region) in regions)
        {
            region!.Code.Should().Be(code);
            foreach (var digits in new[] { region.CountryCode, region.InternationalPrefix ?? "0", region.NationalPrefix ?? "0" })
                digits.Should().MatchRegex("^[0-9]{1,5}$");
        }
    }
}
