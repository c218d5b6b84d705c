using PhoneNumbers;

namespace PhoneLink.Tests.Numbering;

/// <summary>What a location dials for every example number of the world gives the number again.</summary>
public class ReversalTests
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private static readonly List<(string? Region, string Digits)> Examples =
    [
        .. from region in Library.GetSupportedRegions()
           from type in Enum.GetValues<PhoneNumberType>()
           let number = Library.GetExampleNumberForType(region, type)
           where number is not null
           select ((string?)region, Library.Format(number, PhoneNumberFormat.E164)),
        .. from code in Library.GetSupportedGlobalNetworkCallingCodes()
           select ((string?)null, Library.Format(Library.GetExampleNumberForNonGeoEntity(code), PhoneNumberFormat.E164)),
    ];

    /// <summary>Locations as companies have them; a null region is that of each example, so that its national form is dialled.</summary>
    private static readonly Dictionary<string, DialPlan> Locations = new(StringComparer.Ordinal)
    {
        ["a PBX in Oslo"] = new() { Region = "NO", OutsideLinePrefix = "0", Extensions = [DialPattern.Parse("7XXX")] },
        ["a PBX in New York"] = new() { Region = "US", AreaCode = "212", OmitAreaCode = true, NationalPrefix = "1", OutsideLinePrefix = "9", LongDistanceOutsideLinePrefix = "8" },
        ["a telephone in London"] = new() { Region = "GB", AreaCode = "20", OmitAreaCode = true, Plus = PlusPolicy.Replace, Suffix = "#" },
        ["a softphone in Rome"] = new() { Region = "IT", ExtensionStyle = ExtensionStyle.Pause },
        ["a PBX at home"] = new() { OutsideLinePrefix = "0" },
        ["a telephone at home"] = new() { Plus = PlusPolicy.Replace, InternationalPrefix = "00" },
    };

    public static TheoryData<string> Names => [.. Locations.Keys];

    [Theory]
    [Requirement("RULE-11")]
    [MemberData(nameof(Names))]
    public void What_was_dialled_gives_every_example_number_again(string location)
    {
        var plan = Locations[location];
        var wrong = new List<string>();
        foreach (var (region, digits) in Examples)
        {
            var rules = new DialingRules(plan.Region is null ? plan with { Region = region?.Length == 2 ? region : null } : plan, Plan.World);
            var number = PhoneNumber.Parse(digits + " x12");

            var dialled = rules.Apply(number);

            if (rules.Reverse(dialled.Number) != number || dialled.Analysis.Canonical != number)
                wrong.Add($"{region} {digits}: {dialled.Number.Digits}, {rules.Reverse(dialled.Number).Digits}");
        }

        wrong.Should().BeEmpty();
        Examples.Should().HaveCountGreaterThan(1300);
    }

    [Fact]
    [Requirement("RULE-8")]
    public void At_home_most_examples_are_dialled_in_their_national_form()
    {
        var forms = Examples.Where(static example => example.Region is not null)
            .Select(static example => new DialingRules(Locations["a PBX at home"] with { Region = example.Region }, Plan.World).Apply(PhoneNumber.Parse(example.Digits)))
            .CountBy(static dialled => dialled.Steps[(int)DialStage.Form].Note ?? "");

        forms.Should().Contain(static form => form.Key == "The national form of the region." && form.Value > 1200);
    }
}
