using CsCheck;

namespace PhoneLink.Tests.Dialing.Rules;

public class DialTraceTests
{
    private static readonly DialPlan Oslo = new() { Region = "NO", OutsideLinePrefix = "0", Suffix = "#" };

    [Theory]
    [Requirement("RULE-1")]
    [InlineData("22 51 70 00 x12")]
    [InlineData("112")]
    [InlineData("*21*22517000#")]
    [InlineData("7042")]
    [InlineData("1881")]
    [InlineData("7042;phone-context=example.com")]
    [InlineData("+1 650 253 0000")]
    public void Every_step_is_there_once_and_in_order(string onFile)
    {
        var steps = new DialingRules(Oslo, NorwegianNumbers.Plan).Apply(PhoneNumber.Parse(onFile)).Steps;

        steps.Select(static step => step.Stage).Should().Equal(Enum.GetValues<DialStage>());
        steps[0].Before.Should().Be(onFile);
        steps.Zip(steps.Skip(1)).Should().OnlyContain(static pair => pair.First.After == pair.Second.Before);
        steps.Should().OnlyContain(static step => step.Before == step.After || step.Outcome == DialStepOutcome.Applied || step.Outcome == DialStepOutcome.Warned);
        steps.Select(static step => step.ToString()).Should().OnlyContain(static text => !text.Any(char.IsAsciiDigit) || text.Contains("64"));
    }

    [Fact]
    [Requirement("RULE-1")]
    public void The_steps_tell_the_way()
    {
        var steps = new DialingRules(Oslo, NorwegianNumbers.Plan).Apply(PhoneNumber.Parse("22 51 70 00")).Steps;

        steps.Where(static step => step.Outcome is DialStepOutcome.Applied).Select(static step => $"{step.Stage} {step.After}").Should().Equal(
            "Read 22517000", "Canonical +4722517000", "Form 22517000", "OutsideLine 022517000", "Suffix 022517000#");
    }

    [Fact]
    [Requirement("RULE-1")]
    public void What_was_decided_before_is_skipped()
    {
        var steps = new DialingRules(Oslo, NorwegianNumbers.Plan).Apply(PhoneNumber.Parse("112")).Steps;

        steps[(int)DialStage.Emergency].Outcome.Should().Be(DialStepOutcome.Applied);
        steps.Skip((int)DialStage.ServiceCode).Take((int)DialStage.Suffix - 1).Should().OnlyContain(static step => step.Outcome == DialStepOutcome.Skipped);
    }

    [Fact]
    [Requirement("RULE-17")]
    public void Nothing_throws_and_nothing_is_lost()
    {
        var digits = Gen.String[Gen.Char["0123456789+*#"], 1, 70];
        var line = Gen.String[Gen.Char["0123456789*#"], 0, 8];
        var plans = Gen.Select(line, line, Gen.Int[0, 3].Select(static index => new[] { null, "NO", "GB", "XX" }[index]), Gen.Enum<PlusPolicy>(), Gen.Int[0, 12], Gen.Bool).Select(static (outside, suffix, region, plus, length, rules) => new DialPlan
        {
            OutsideLinePrefix = outside,
            Suffix = suffix,
            Region = region,
            Plus = plus,
            MinExternalLength = length,
            OmitAreaCode = rules,
            AreaCode = length > 6 ? "22" : "",
            Rules = rules ? [DialRule.Parse("+47.,3,"), DialRule.Parse("1!,0,*#")] : [],
        });
        Gen.Select(digits, plans).Sample(static (text, plan) =>
        {
            if (!PhoneNumber.TryParse(text, out var number))
                return;

            var rules = new DialingRules(plan, NorwegianNumbers.Plan);
            var dialled = rules.Apply(number);

            dialled.Number.Digits.Length.Should().BeInRange(1, 64);
            dialled.Steps.Should().HaveCount(13);
            rules.Reverse(dialled.Number).Digits.Should().NotBeEmpty();
            new DialingRules(DialPlan.Default).Apply(number).Number.Should().Be(number);
        });
    }
}
