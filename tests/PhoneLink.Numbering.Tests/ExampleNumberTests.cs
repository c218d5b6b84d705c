using PhoneNumbers;

namespace PhoneLink.Tests.Numbering;

/// <summary>The examples of the metadata: one number of each type of each region.</summary>
public class ExampleNumberTests
{
    /// <summary>Numbers of a region that its own rules do not make global, with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["+13101234"] = "310-1234 is dialled all over Canada as it is; the metadata has it as a short number of seven digits without area code",
    };

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private static readonly List<Example> Examples =
        [.. from region in Library.GetSupportedRegions()
            from type in Enum.GetValues<PhoneNumberType>()
            let number = Library.GetExampleNumberForType(region, type)
            where number is not null
            select new Example(
                region,
                Library.Format(number, PhoneNumberFormat.E164),
                PhoneNumberUtil.NormalizeDigitsOnly(Library.Format(number, PhoneNumberFormat.NATIONAL)),
                Library.GetNationalSignificantNumber(number))];

    [Fact]
    [Requirement("PLAN-11")]
    public void The_examples_are_found() => Examples.Should().HaveCountGreaterThan(1300);

    [Fact]
    [Requirement("PLAN-11")]
    public void A_global_example_is_canonical_known_and_of_its_country()
    {
        foreach (var example in Examples)
        {
            var analysis = Plan.Analyze(example.Global);
            analysis.Canonical.Digits.Should().Be(example.Global);
            if (Exceptions.ContainsKey(example.Global))
                continue;

            analysis.IsPossiblyInvalid.Should().BeFalse(example.Global);
            Plan.World.FindRegion(analysis.Region!)!.CountryCode.Should().Be(Plan.World.FindRegion(example.Region)!.CountryCode);
        }
    }

    [Fact]
    [Requirement("PLAN-11")]
    public void An_example_as_it_is_written_at_home_becomes_global()
    {
        foreach (var example in Examples.Where(static example => !Exceptions.ContainsKey(example.Global)))
            Plan.Analyze(example.National, example.Region).Canonical.Digits.Should().Be(example.Global, $"{example.National} in {example.Region}");
    }

    [Fact]
    [Requirement("PLAN-11")]
    public void The_exceptions_are_exceptions()
    {
        foreach (var example in Examples.Where(static example => Exceptions.ContainsKey(example.Global)))
            Plan.Analyze(example.National, example.Region).Canonical.Digits.Should().Be(example.National, Exceptions[example.Global]);
    }

    [Fact]
    [Requirement("PLAN-11")]
    public void An_example_without_trunk_prefix_becomes_global_when_it_has_too_many_digits_for_a_number_without_area_code()
    {
        foreach (var example in Examples.Where(static example => example.Significant.Length > 8))
            Plan.Analyze(example.Significant, example.Region).Canonical.Digits.Should().Be(example.Global, $"{example.Significant} in {example.Region}");
    }

    [Fact]
    [Requirement("PLAN-11")]
    public void An_example_without_trunk_prefix_never_becomes_another_number()
    {
        foreach (var example in Examples)
            Plan.Analyze(example.Significant, example.Region).Canonical.Digits.Should().BeOneOf(example.Global, example.Significant);
    }

    [Fact]
    [Requirement("PLAN-11")]
    public void An_example_behind_the_prefix_for_abroad_becomes_global_in_every_region_that_has_one()
    {
        const string Number = "442083661177";
        foreach (var region in Library.GetSupportedRegions().Select(static code => Plan.World.FindRegion(code)!).Where(static region => region.InternationalPrefix is not null))
            Plan.Analyze(region.InternationalPrefix + Number, region.Code).Canonical.Digits.Should().Be("+" + Number, region.Code);
    }

    [Fact]
    [Requirement("PLAN-11")]
    public void What_is_canonical_stays_canonical()
    {
        foreach (var example in Examples)
        {
            var canonical = Plan.Analyze(example.National, example.Region).Canonical;
            Plan.World.Analyze(canonical, example.Region).Canonical.Should().Be(canonical);
            PhoneNumber.Parse(canonical.Text).Should().Be(canonical);
        }
    }

    private sealed record Example(string Region, string Global, string National, string Significant);
}
