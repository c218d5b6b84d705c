namespace PhoneLink.Tests.Dialing.Rules;

public class DialingRulesTests
{
    private static readonly DialPlan Oslo = new() { Region = "NO", OutsideLinePrefix = "0" };
    private static readonly DialPlan London = new() { Region = "GB", OutsideLinePrefix = "9", AreaCode = "20", OmitAreaCode = true, LongDistanceOutsideLinePrefix = "8" };

    [Theory]
    [Requirement("RULE-2")]
    [InlineData("112", "112")]
    [InlineData("0112", "112")]
    [InlineData("１１２", "112")]
    [InlineData("113", "113")]
    public void An_emergency_number_is_dialled_without_prefix(string onFile, string dialled)
    {
        var plans = new[] { Oslo, Oslo with { Extensions = [DialPattern.Parse("1XX")] }, Oslo with { Suffix = "#", Rules = [DialRule.Parse("!,0,99")] } };
        foreach (var plan in plans)
        {
            var number = Apply(plan, onFile);

            number.Number.Digits.Should().Be(dialled);
            number.Analysis.Kind.Should().Be(NumberKind.Emergency);
            number.Analysis.Canonical.Digits.Should().Be(dialled);
        }
    }

    [Fact]
    [Requirement("RULE-2")]
    public void A_prefix_before_a_pause_is_one_too() // As a tel link may have it; on file such a text is refused.
    {
        var number = new DialingRules(Oslo with { OutsideLinePrefix = "9" }, NorwegianNumbers.Plan).Apply(new PhoneNumber("9,112", "9", postDial: ",112"));

        number.Number.Digits.Should().Be("112");
        number.Number.PostDial.Should().BeNull();
    }

    [Theory]
    [Requirement("RULE-3")]
    [InlineData("112", null, "112", NumberKind.Unknown)]
    [InlineData("911", null, "911", NumberKind.Unknown)]
    [InlineData("0112", null, "0112", NumberKind.Unknown)]
    [InlineData("00112", null, "000112", NumberKind.Unknown)]
    [InlineData("100", "1XX", "100", NumberKind.Local)]
    public void Without_a_region_a_list_keeps_prefixes_away(string onFile, string? extensions, string dialled, NumberKind kind)
    {
        var plan = new DialPlan { OutsideLinePrefix = "0", MinExternalLength = 3, Extensions = extensions is null ? [] : [DialPattern.Parse(extensions)] };

        var number = new DialingRules(plan).Apply(PhoneNumber.Parse(onFile));

        number.Number.Digits.Should().Be(dialled);
        number.Analysis.Kind.Should().Be(kind);
    }

    [Theory]
    [Requirement("RULE-4")]
    [InlineData("*21*22517000#", "*21*22517000#", NumberKind.ServiceCode)]
    [InlineData("#31#", "#31#", NumberKind.ServiceCode)]
    [InlineData("7042;phone-context=example.com", "7042", NumberKind.Local)]
    [InlineData("22517000;phone-context=example.com", "22517000", NumberKind.Local)]
    [InlineData("7042", "7042", NumberKind.Local)]
    [InlineData("81234567", "81234567", NumberKind.Local)]
    [InlineData("1881", "01881", NumberKind.ShortCode)]
    public void What_has_no_global_form_keeps_its_digits(string onFile, string dialled, NumberKind kind)
    {
        var number = Apply(Oslo with { Extensions = [DialPattern.Parse("8.")] }, onFile);

        number.Number.Digits.Should().Be(dialled);
        number.Analysis.Kind.Should().Be(kind);
        number.Analysis.Canonical.Digits.Should().Be(dialled == "01881" ? "1881" : dialled);
    }

    [Fact]
    [Requirement("RULE-4")]
    public void A_pattern_of_extensions_goes_before_short_codes_and_lengths()
    {
        Apply(Oslo with { Extensions = [DialPattern.Parse("18XX")] }, "1881").Number.Digits.Should().Be("1881");
        Apply(Oslo with { MinExternalLength = 0 }, "7042").Number.Digits.Should().Be("07042");
        Apply(Oslo with { MinExternalLength = 9, Region = null }, "22517000").Number.Digits.Should().Be("22517000");
    }

    [Theory]
    [Requirement("RULE-5")]
    [InlineData("22 51 70 00", "+4722517000")]
    [InlineData("0047 22 51 70 00", "+4722517000")]
    [InlineData("22517000;phone-context=+47", "+4722517000")]
    [InlineData("+47 22 51 70 00", "+4722517000")]
    public void A_national_number_becomes_global_where_the_region_is_known(string onFile, string canonical)
    {
        var number = Apply(new() { Region = "no" }, onFile);

        number.Number.Digits.Should().Be(canonical);
        number.Analysis.Canonical.Digits.Should().Be(canonical);
    }

    [Theory]
    [Requirement("RULE-5")]
    [InlineData("22 51 70 00", null, "22517000")]
    [InlineData("22 51 70 00", "XX", "22517000")]
    [InlineData("0047 22 51 70 00", null, "004722517000")]
    [InlineData("+47 22 51 70 00", null, "+4722517000")]
    public void Without_region_or_plan_a_number_goes_out_as_its_digits(string onFile, string? region, string dialled)
    {
        Apply(new() { Region = region }, onFile).Number.Digits.Should().Be(dialled);
        new DialingRules(new() { Region = "NO" }).Apply(PhoneNumber.Parse(onFile)).Number.Digits.Should().Be(dialled);
    }

    [Theory]
    [Requirement("RULE-6")]
    [InlineData("22 51 70 00", "022517000")]
    [InlineData("0 22 51 70 00", "022517000")]
    [InlineData("+47 22 51 70 00", "022517000")]
    [InlineData("0047 22 51 70 00", "022517000")]
    [InlineData("0 0047 22 51 70 00", "022517000")]
    [InlineData("+1 650 253 0000", "00016502530000")]
    [InlineData("0 00 1 650 253 0000", "00016502530000")]
    public void The_prefix_is_dialled_once(string onFile, string dialled) => Apply(Oslo, onFile).Number.Digits.Should().Be(dialled);

    [Fact]
    [Requirement("RULE-6")]
    public void Without_a_region_a_first_digit_is_not_taken_for_a_prefix() =>
        new DialingRules(new() { OutsideLinePrefix = "9" }).Apply(PhoneNumber.Parse("912 34 567")).Number.Digits.Should().Be("991234567");

    [Theory]
    [Requirement("RULE-7")]
    [InlineData(PlusPolicy.Automatic, "", null, "+16502530000")]
    [InlineData(PlusPolicy.Automatic, "0", null, "00016502530000")]
    [InlineData(PlusPolicy.Automatic, "0", "+", "00016502530000")]
    [InlineData(PlusPolicy.Keep, "0", null, "+16502530000")]
    [InlineData(PlusPolicy.Replace, "", null, "0016502530000")]
    public void The_plus_stays_or_something_takes_its_place(PlusPolicy policy, string line, string? international, string dialled) =>
        Apply(new() { Region = "NO", Plus = policy, OutsideLinePrefix = line, InternationalPrefix = international == "+" ? "" : international }, "+1 650 253 0000").Number.Digits.Should().Be(dialled);

    [Fact]
    [Requirement("RULE-7")]
    public void A_plus_without_anything_to_take_its_place_stays_and_is_reported()
    {
        var number = new DialingRules(new() { OutsideLinePrefix = "0", Plus = PlusPolicy.Replace }).Apply(PhoneNumber.Parse("+47 22 51 70 00"));

        number.Number.Digits.Should().Be("+4722517000");
        number.Steps.Single(static step => step.Outcome is DialStepOutcome.Warned).Stage.Should().Be(DialStage.Form);
        new DialingRules(new() { InternationalPrefix = "00", Plus = PlusPolicy.Replace }).Apply(PhoneNumber.Parse("+47 22 51 70 00")).Number.Digits.Should().Be("004722517000");
    }

    [Fact]
    [Requirement("RULE-7")]
    public void A_suffix_is_no_part_of_a_number_with_a_plus()
    {
        Apply(new() { Region = "NO", Suffix = "#" }, "22 51 70 00").Number.Digits.Should().Be("+4722517000");
        Apply(new() { Suffix = "#" }, "22 51 70 00").Number.Digits.Should().Be("22517000#");
    }

    [Theory]
    [Requirement("RULE-8")]
    [InlineData("020 7946 0018", "979460018")]
    [InlineData("+44 20 7946 0018", "979460018")]
    [InlineData("+44 121 496 0000", "801214960000")]
    [InlineData("+47 22 51 70 00", "8004722517000")]
    public void At_home_the_national_or_local_form_is_dialled(string onFile, string dialled) => Apply(London, onFile).Number.Digits.Should().Be(dialled);

    [Fact]
    [Requirement("RULE-8")]
    public void The_plans_own_national_prefix_goes_first()
    {
        Apply(London with { OmitAreaCode = false, NationalPrefix = "5" }, "+44 20 7946 0018").Number.Digits.Should().Be("952079460018");
        Apply(London with { OmitAreaCode = false, NationalPrefix = "" }, "+44 121 496 0000").Number.Digits.Should().Be("81214960000");
    }

    [Fact]
    [Requirement("RULE-8")]
    public void A_form_that_would_be_something_else_here_is_not_dialled()
    {
        var plan = new DialPlan { Region = "NO", Plus = PlusPolicy.Replace, Extensions = [DialPattern.Parse("2XXXXXXX")] };

        Apply(plan, "+47 22 51 70 00").Number.Digits.Should().Be("004722517000");
        Apply(plan, "+47 90 00 00 00").Number.Digits.Should().Be("90000000");
    }

    [Theory]
    [Requirement("RULE-9")]
    [InlineData("+1 650 253 0000", "916502530000")]
    [InlineData("+1 800 253 0000", "718002530000")]
    [InlineData("22 51 70 00", "55")]
    [InlineData("90 00 00 00", "090000000")]
    public void The_first_rule_that_matches_decides(string onFile, string dialled) =>
        Apply(Oslo with { Rules = [DialRule.Parse("+1800.,1,7"), DialRule.Parse("+1.,1,9"), DialRule.Parse("+4722517000,11,55"), DialRule.Parse("+47225!,0,66")] }, onFile)
            .Number.Digits.Should().Be(dialled);

    [Theory]
    [Requirement("RULE-9")]
    [InlineData("+47.,0,9", "22 51 70 00", "022517000", "is no number")]
    [InlineData("+47.,0,+", "22 51 70 00", "022517000", "is no number")]
    [InlineData("+4722517000,11,+", "22 51 70 00", "022517000", "is no number")]
    [InlineData("+4722517000,11,", "22 51 70 00", "022517000", "is no number")]
    [InlineData("+47225XXXXX,8,", "+47 22 51 71 12", "022517112", "an emergency number")]
    public void A_rule_that_makes_no_number_or_a_call_for_help_is_passed_over_and_told(string rule, string onFile, string dialled, string note)
    {
        var number = Apply(Oslo with { Rules = [DialRule.Parse(rule)] }, onFile);

        number.Number.Digits.Should().Be(dialled);
        (number.Steps[(int)DialStage.Rule].Outcome, number.Steps[(int)DialStage.Form].Outcome).Should().Be((DialStepOutcome.Warned, DialStepOutcome.Applied));
        number.Steps[(int)DialStage.Rule].Note.Should().Contain(note);
    }

    [Fact]
    [Requirement("RULE-9")]
    public void A_step_names_a_rule_by_its_place() =>
        Apply(Oslo with { Rules = [DialRule.Parse("99.,0,"), DialRule.Parse("+4722517000,3,7")] }, "22 51 70 00").Steps[(int)DialStage.Rule].ToString()
            .Should().Be("Rule: Applied. By rule 2 of the plan.");

    [Fact]
    [Requirement("RULE-17")]
    public void A_number_that_gets_too_long_with_its_prefixes_keeps_its_plus_and_it_is_told()
    {
        var number = Apply(Oslo, "+" + new string('1', 63));

        number.Number.Digits.Should().HaveLength(64);
        number.Steps[(int)DialStage.Form].Outcome.Should().Be(DialStepOutcome.Warned);
    }

    [Theory]
    [Requirement("RULE-11")]
    [InlineData("+1 650 253 0000", "+16502530000")]
    [InlineData("22 51 70 00", "+4722517000")]
    [InlineData("7042", "7042")]
    [InlineData("112", "112")]
    [InlineData("1881", "1881")]
    [InlineData("*21*22517000#", "*21*22517000%23")]
    [InlineData("+44 20 7946 0018 x12", "+442079460018;ext=12")]
    [InlineData("+44 121 496 0000,99", "+441214960000")]
    [InlineData("7042;phone-context=example.com", "7042;phone-context=example.com")]
    public void What_was_dialled_gives_the_number_again(string onFile, string canonical)
    {
        DialPlan[] plans =
        [
            Oslo, Oslo with { Suffix = "#" }, Oslo with { ExtensionStyle = ExtensionStyle.Pause }, Oslo with { OutsideLinePrefix = "", Plus = PlusPolicy.Replace },
            Oslo with { Plus = PlusPolicy.Keep }, Oslo with { Rules = [DialRule.Parse("+1.,2,77"), DialRule.Parse("+4722XXXXXX,3,88")] },
        ];
        foreach (var plan in plans)
        {
            var rules = new DialingRules(plan, NorwegianNumbers.Plan);
            var dialled = rules.Apply(PhoneNumber.Parse(onFile));

            rules.Reverse(dialled.Number).ToString(PhoneNumberStyle.Rfc3966).Should().Be(canonical, plan.ToString());
            rules.Reverse(dialled.Number).Should().Be(dialled.Analysis.Canonical);
        }
    }

    [Theory]
    [Requirement("RULE-11")]
    [InlineData("0112", "112")]
    [InlineData("0 22 51 70 00", "+4722517000")]
    [InlineData("0 00 47 22 51 70 00", "+4722517000")]
    [InlineData("22 51 70 00", "+4722517000")]
    public void A_number_that_was_dialled_by_hand_is_known_too(string byHand, string canonical) =>
        new DialingRules(Oslo, NorwegianNumbers.Plan).Reverse(PhoneNumber.Parse(byHand)).Digits.Should().Be(canonical);

    [Fact]
    [Requirement("RULE-11")]
    public void Where_extensions_are_keyed_what_is_keyed_is_one() =>
        new DialingRules(Oslo with { ExtensionStyle = ExtensionStyle.Pause }, NorwegianNumbers.Plan).Reverse(PhoneNumber.Parse("022517000,,12,,99"))
            .Should().Be(new PhoneNumber("", "+4722517000", "12", postDial: ",,99"));

    [Fact]
    [Requirement("RULE-11")]
    public void A_rule_that_dials_a_code_before_the_number_comes_back()
    {
        var rules = new DialingRules(new() { Rules = [DialRule.Parse("+1.,1,*31#")] });

        rules.Reverse(rules.Apply(PhoneNumber.Parse("+1 650 253 0000")).Number).Digits.Should().Be("+16502530000");
        rules.Reverse(PhoneNumber.Parse("*21*22517000#")).Digits.Should().Be("*21*22517000#");
    }

    [Fact]
    [Requirement("RULE-11")]
    public void A_rule_that_strips_what_it_does_not_name_is_reported()
    {
        var number = Apply(Oslo with { Rules = [DialRule.Parse("+47XXXXXXXX,5,")] }, "22 51 70 00");

        number.Number.Digits.Should().Be("517000");
        number.Steps[(int)DialStage.Rule].Note.Should().Contain("does not tell the number again");
        DialRule.Parse("+47XXXXXXXX,5,").IsReversible.Should().BeFalse();
        DialRule.Parse("+47[2]XXXXXXX,4,").IsReversible.Should().BeTrue();
    }

    [Theory]
    [Requirement("RULE-12")]
    [InlineData(ExtensionStyle.Keep, "12", ",,99", DialStepOutcome.Applied)]
    [InlineData(ExtensionStyle.Pause, null, ",,12,,99", DialStepOutcome.Applied)]
    [InlineData(ExtensionStyle.Drop, null, ",,99", DialStepOutcome.Warned)]
    public void An_extension_is_kept_keyed_or_dropped(ExtensionStyle style, string? extension, string postDial, DialStepOutcome outcome)
    {
        var onFile = new PhoneNumber("+4722517000", "+4722517000", "12", postDial: ",,99");

        var number = new DialingRules(Oslo with { ExtensionStyle = style }, NorwegianNumbers.Plan).Apply(onFile);

        number.Number.Extension.Should().Be(extension);
        number.Number.PostDial.Should().Be(postDial);
        number.Steps[(int)DialStage.ExtensionStyle].Outcome.Should().Be(outcome);
    }

    [Fact]
    [Requirement("RULE-12")]
    public void An_extension_that_cannot_be_keyed_stays()
    {
        var onFile = new PhoneNumber("+4722517000", "+4722517000", "12", postDial: "," + new string('9', 61));

        var number = new DialingRules(Oslo with { ExtensionStyle = ExtensionStyle.Pause }, NorwegianNumbers.Plan).Apply(onFile);

        number.Number.Extension.Should().Be("12");
        number.Steps[(int)DialStage.ExtensionStyle].Outcome.Should().Be(DialStepOutcome.Warned);
    }

    private static DialledNumber Apply(DialPlan plan, string onFile) => new DialingRules(plan, NorwegianNumbers.Plan).Apply(PhoneNumber.Parse(onFile));
}
