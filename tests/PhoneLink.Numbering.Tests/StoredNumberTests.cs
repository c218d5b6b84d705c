namespace PhoneLink.Tests.Numbering;

/// <summary>What people store: prefixes of lines, short codes, numbers of the own town, and what an attack on the rules came up with.</summary>
public class StoredNumberTests
{
    [Theory]
    [Requirement("RULE-6")]
    [InlineData("DE", "9", "9 0800 1234567366", "908001234567366")]
    [InlineData("DE", "9", "0800 1234567366", "908001234567366")]
    [InlineData("AT", "9", "9 01234564998", "901234564998")]
    [InlineData("US", "9", "9 1 650 253 0000", "96502530000")]
    [InlineData("US", "9", "9 650 253 0000", "96502530000")]
    [InlineData("GB", "9", "9 020 7946 0018", "902079460018")]
    [InlineData("NO", "0", "0 22 51 70 00", "022517000")]
    [InlineData("NO", "0", "01881", "01881")]
    [InlineData("DE", "0", "0116117", "0116117")]
    [InlineData("GB", "9", "9118500", "9118500")]
    [InlineData("FR", "00", "00114", "00114")]
    [InlineData("NO", "*31#", "*31#22517000", "*31#22517000")]
    [InlineData("NO", "*31#", "22 51 70 00", "*31#22517000")]
    public void A_stored_prefix_is_dialled_once(string region, string line, string onFile, string dialled) =>
        Rules(new() { Region = region, OutsideLinePrefix = line }).Apply(PhoneNumber.Parse(onFile)).Number.Digits.Should().Be(dialled);

    [Theory]
    [Requirement("RULE-6")]
    [InlineData("DE", "0", "0 015128968018")]
    [InlineData("IT", "0", "0 3123138563")]
    public void What_may_be_a_prefix_or_a_digit_is_told(string region, string line, string onFile)
    {
        var step = Rules(new() { Region = region, OutsideLinePrefix = line }).Apply(PhoneNumber.Parse(onFile)).Steps[(int)DialStage.StoredPrefix];

        (step.Outcome, step.After).Should().Be((DialStepOutcome.Warned, step.Before));
    }

    [Theory]
    [Requirement("RULE-4")]
    [InlineData("US", "9")]
    [InlineData("CH", "0")]
    [InlineData("FR", "0")]
    [InlineData("NO", "0")]
    public void Extensions_of_four_digits_stay_inside_where_no_pattern_names_them(string region, string line)
    {
        var rules = Rules(new() { Region = region, OutsideLinePrefix = line });
        for (var extension = 0; extension < 10_000; extension++)
        {
            var digits = extension.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
            var dialled = rules.Apply(PhoneNumber.Parse(digits));

            (dialled.Number.Digits == digits || dialled.Analysis.Kind is NumberKind.Emergency).Should().BeTrue(digits);
        }
    }

    [Fact]
    [Requirement("RULE-4")]
    public void Where_patterns_name_the_extensions_short_codes_go_out()
    {
        var rules = Rules(new() { Region = "NO", OutsideLinePrefix = "0", Extensions = [DialPattern.Parse("7XXX")] });

        rules.Apply(PhoneNumber.Parse("1881")).Number.Digits.Should().Be("01881");
        rules.Apply(PhoneNumber.Parse("7042")).Number.Digits.Should().Be("7042");
    }

    [Theory]
    [Requirement("RULE-5")]
    [InlineData("GB", "20", "7946 0000", "+442079460000")]
    [InlineData("GB", "20", "9 7946 0000", "+442079460000")]
    [InlineData("GB", "20", "020 7946 0000", "+442079460000")]
    [InlineData("US", "650", "253 0000", "+16502530000")]
    [InlineData("US", "650", "9 253 0000", "+16502530000")]
    public void A_number_of_the_own_area_is_that_of_the_world(string region, string area, string onFile, string canonical)
    {
        var rules = Rules(new() { Region = region, AreaCode = area, OmitAreaCode = true, OutsideLinePrefix = "9" });
        var dialled = rules.Apply(PhoneNumber.Parse(onFile));

        dialled.Analysis.Canonical.Digits.Should().Be(canonical);
        rules.Reverse(dialled.Number).Digits.Should().Be(canonical);
    }

    [Theory]
    [Requirement("RULE-8")]
    [InlineData("BR", "0", "011 96123-4567")]
    [InlineData("SG", "9", "6123 4567")]
    [InlineData("IL", "9", "02-123-4567")]
    public void The_national_form_needs_no_international_prefix(string region, string line, string onFile)
    {
        var number = PhoneNumber.Parse(onFile);
        var dialled = Rules(new() { Region = region, OutsideLinePrefix = line }).Apply(number);

        dialled.Analysis.Canonical.IsGlobal.Should().BeTrue();
        dialled.Number.Digits.Should().StartWith(line).And.NotContain("+");
        dialled.Number.Digits.Should().EndWith(number.Digits.TrimStart('0'));
    }

    [Theory]
    [Requirement("RULE-2")]
    [InlineData("GB", "1223", "9", "01223 991234", "901223991234")]
    [InlineData("DE", "30", "0", "030 11234567", "003011234567")]
    public void No_local_form_begins_like_a_call_for_help(string region, string area, string line, string onFile, string dialled) =>
        Rules(new() { Region = region, AreaCode = area, OmitAreaCode = true, OutsideLinePrefix = line }).Apply(PhoneNumber.Parse(onFile)).Number.Digits.Should().Be(dialled);

    [Theory]
    [Requirement("RULE-2")]
    [InlineData("tel:0112;phone-context=example.com", "0112")]
    [InlineData("tel:0112;phone-context=+46", "0112")]
    [InlineData("tel:9,112", "112")]
    public void In_anothers_context_a_prefix_is_none(string link, string dialled) =>
        Rules(new() { Region = "NO", OutsideLinePrefix = link.Contains('9', StringComparison.Ordinal) ? "9" : "0" }).Apply(TelephonyUri.Parse(link).Number!).Number.Digits.Should().Be(dialled);

    [Theory]
    [Requirement("RULE-11")]
    [InlineData("US", "9", null, "+1 650 253 0000", "+16502530000", "+1.,2,91")]
    [InlineData("US", "9", null, "+1 650 253 0000", "+16502530000", "+1NXXNXXXXXX,2,91")]
    [InlineData("NO", "0", "", "+1 650 253 0000", "+16502530000", null)]
    [InlineData("NO", "00", "0", "+1 650 253 0000", "+16502530000", null)]
    [InlineData("NO", "90", "9", "+1 650 253 0000", "+16502530000", null)]
    [InlineData("XK", "00", "", "+386 1 234 2276", "+38612342276", null)]
    [InlineData("NO", "*31#", null, "22 51 70 00", "+4722517000", null)]
    [InlineData("NO", "*9", null, "22 51 70 00", "+4722517000", null)]
    [InlineData("GB", "9", null, "999", "999", "!,0,99")]
    [InlineData("GB", "9", null, "118500", "118500", null)]
    public void What_was_dialled_gives_the_number_again(string region, string line, string? longDistance, string onFile, string canonical, string? rule)
    {
        DialPlan plan = new() { Region = region, OutsideLinePrefix = line, LongDistanceOutsideLinePrefix = longDistance, Suffix = "#", Rules = rule is null ? [] : [DialRule.Parse(rule)] };
        var rules = Rules(plan);

        rules.Reverse(rules.Apply(PhoneNumber.Parse(onFile)).Number).Digits.Should().Be(canonical);
    }

    [Theory]
    [Requirement("RULE-5")]
    [InlineData("90012", "90012")]
    [InlineData("00123", "00123")]
    [InlineData("000001234567", "000001234567")]
    public void Zeros_alone_call_nobody_abroad(string onFile, string canonical) =>
        Rules(new() { Region = "NO", OutsideLinePrefix = "9" }).Apply(PhoneNumber.Parse(onFile)).Analysis.Canonical.Digits.Should().Be(canonical, "whatever is dialled");

    private static DialingRules Rules(DialPlan plan) => new(plan, Plan.World);
}
