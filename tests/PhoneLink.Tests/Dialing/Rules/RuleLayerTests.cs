using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink.Tests.Dialing.Rules;

public class RuleLayerTests
{
    private static readonly PhoneNumber Local = PhoneNumber.Parse("22 51 70 00");

    private readonly ScriptedProvider _back = new(static (request, _) => Task.FromResult(new DialResult(DialStatus.Accepted, request.CallId)));

    [Fact]
    [Requirement("RULE-15")]
    public async Task Other_layers_see_what_is_dialled_and_what_it_is()
    {
        var seen = new List<string>();
        var phone = Pipeline(new() { Region = "NO", OutsideLinePrefix = "0" }, (request, _) =>
        {
            seen.Add($"{request.Target.OriginalText} {request.Analysis!.Canonical.Digits} {request.Analysis.Kind}");
            return Task.FromResult(true);
        });

        var result = await phone.DialAsync(new DialRequest(Local) { Cause = DialCause.Link });

        seen.Should().Equal("tel:022517000 +4722517000 Fixed");
        _back.Dialled.Single().Target.OriginalText.Should().Be("tel:022517000");
        result.Steps.Should().HaveCount(13);
        result.ToString().Should().NotContain("22517000");
    }

    [Fact]
    [Requirement("RULE-15")]
    public async Task The_rules_run_once()
    {
        var phone = new TelephonyProviderBuilder(_back).UseDialingRules(new DialPlan { OutsideLinePrefix = "9" }).UseDialingRules(new DialPlan { OutsideLinePrefix = "9" }).Build();

        await phone.DialAsync(new DialRequest(Local));

        _back.Dialled.Single().Target.Number!.Digits.Should().Be("922517000");
    }

    [Theory]
    [Requirement("RULE-15")]
    [InlineData("callto:alice")]
    [InlineData("sip:alice@example.com")]
    [InlineData("sip:22517000@example.com;user=phone")]
    [InlineData("sms:22517000")]
    public async Task What_is_no_telephone_number_stays(string link)
    {
        var phone = Pipeline(new() { OutsideLinePrefix = "9" });

        await phone.DialAsync(new DialRequest(TelephonyUri.Parse(link)));

        _back.Dialled.Single().Target.OriginalText.Should().Be(link);
    }

    [Fact]
    [Requirement("RULE-15")]
    public async Task Parameters_of_a_link_stay_and_one_that_may_not_be_used_is_not_dialled()
    {
        var phone = Pipeline(new() { OutsideLinePrefix = "9" });

        await phone.DialAsync(new DialRequest(TelephonyUri.Parse("tel:22-51-70-00;foo=Bar;phone-context=+47")));
        var refused = await phone.DialAsync(new DialRequest(TelephonyUri.Parse("tel:+4790000000;m-foo=1")));

        _back.Dialled.Should().ContainSingle();
        refused.Reason.Should().Be(DialReason.UnknownParameter);
        var kept = Pipeline(new() { Region = "NO", OutsideLinePrefix = "0" });
        await kept.DialAsync(new DialRequest(TelephonyUri.Parse("tel:22-51-70-00;foo=Bar;phone-context=+47")));
        _back.Dialled.Last().Target.OriginalText.Should().Be("tel:022517000;foo=bar");
    }

    [Fact]
    [Requirement("RULE-15")]
    public async Task A_link_that_says_already_what_is_dialled_stays_as_it_was_written()
    {
        await Pipeline(DialPlan.Default).DialAsync(new DialRequest(TelephonyUri.Parse("tel:+47-22-51-70-00;foo=bar")));

        _back.Dialled.Single().Target.OriginalText.Should().Be("tel:+47-22-51-70-00;foo=bar");
    }

    [Fact]
    [Requirement("RULE-16")]
    public async Task Two_ways_of_writing_a_number_are_one_call()
    {
        var phone = Pipeline(new() { Region = "NO" });

        await phone.DialAsync(new DialRequest(Local));
        var second = await phone.DialAsync(new DialRequest(PhoneNumber.Parse("0047 22 51 70 00")));

        second.Status.Should().Be(DialStatus.Duplicate);
        _back.Dialled.Should().ContainSingle();
    }

    [Fact]
    [Requirement("RULE-16")]
    public async Task The_guard_goes_by_the_canonical_number()
    {
        var phone = new TelephonyProviderBuilder(_back).UseDuplicateGuard().Build();
        var analysis = NorwegianNumbers.Plan.Analyze(Local, "NO");

        await phone.DialAsync(new DialRequest(Local) { Analysis = analysis });
        var second = await phone.DialAsync(new DialRequest(PhoneNumber.Parse("0 22 51 70 00")) { Analysis = analysis });

        second.Status.Should().Be(DialStatus.Duplicate);
    }

    [Theory]
    [Requirement("RULE-16")]
    [InlineData("sip:7042@a.example;user=phone", "sip:7042@b.example;user=phone")]
    [InlineData("tel:+4722517000", "sms:+4722517000")]
    [InlineData("sms:+4722517000?body=a", "sms:+4722517000?body=b")]
    [InlineData("tel:+4722517000;isub=1", "tel:+4722517000;isub=2")]
    public async Task Calls_of_one_number_to_different_ends_are_two(string first, string second)
    {
        var phone = Pipeline(new() { Region = "NO" });

        await phone.DialAsync(new DialRequest(TelephonyUri.Parse(first)));
        await phone.DialAsync(new DialRequest(TelephonyUri.Parse(second)));
        var third = await phone.DialAsync(new DialRequest(TelephonyUri.Parse(first)));

        _back.Dialled.Should().HaveCount(2);
        third.Status.Should().Be(DialStatus.Duplicate);
    }

    [Fact]
    [Requirement("RULE-16")]
    public async Task Another_target_is_another_number()
    {
        var request = new DialRequest(Local) { Analysis = NorwegianNumbers.Plan.Analyze(Local, "NO") };
        var other = request with { Target = new TelUri(PhoneNumber.Parse("90 00 00 00")), CallId = CallId.New() };

        other.Analysis.Should().BeNull();
        (request with { CallId = CallId.New() }).Analysis.Should().BeSameAs(request.Analysis);
        await Pipeline(new() { Region = "NO" }).DialAsync(other);
        _back.Dialled.Single().Target.Number!.Digits.Should().Be("+4790000000");
    }

    [Fact]
    [Requirement("RULE-16")]
    public async Task Without_a_region_an_emergency_call_behind_a_prefix_is_not_folded_either()
    {
        var phone = new TelephonyProviderBuilder(_back).UseDialingRules(new DialPlan { OutsideLinePrefix = "0" }).UseDuplicateGuard().Build();

        await phone.DialAsync(new DialRequest(PhoneNumber.Parse("0112")));
        await phone.DialAsync(new DialRequest(PhoneNumber.Parse("0112")));

        _back.Dialled.Should().HaveCount(2);
    }

    [Fact]
    [Requirement("RULE-16")]
    public async Task Emergency_calls_of_a_person_are_never_folded()
    {
        var phone = Pipeline(new() { Region = "NO", OutsideLinePrefix = "0" });

        await phone.DialAsync(new DialRequest(PhoneNumber.Parse("0113")));
        await phone.DialAsync(new DialRequest(PhoneNumber.Parse("113")));

        _back.Dialled.Select(static request => request.Target.Number!.Digits).Should().Equal("113", "113");
    }

    [Fact]
    [Requirement("RULE-13")]
    public async Task Each_field_is_a_preference()
    {
        var store = new MemoryPreferenceSource();
        var values = new Dictionary<string, string>
        {
            ["Region"] = "no",
            ["AreaCode"] = "22",
            ["OmitAreaCode"] = "true",
            ["OutsideLinePrefix"] = "0",
            ["LongDistanceOutsideLinePrefix"] = "1",
            ["NationalPrefix"] = "2",
            ["InternationalPrefix"] = "3",
            ["Plus"] = "replace",
            ["Extensions"] = "7XXX; 8XX",
            ["MinExternalLength"] = "6",
            ["Suffix"] = "#",
            ["ExtensionStyle"] = "Pause",
            ["DialRules"] = "+1.,2,9; 1XXX,0,;",
        };
        foreach (var (key, value) in values)
            store.Set(new(key, value, PreferenceLevel.System));

        var plan = DialPlan.FromPreferences(await new PreferenceResolver([store]).ResolveAsync());

        plan.Should().BeEquivalentTo(new DialPlan
        {
            Region = "NO",
            AreaCode = "22",
            OmitAreaCode = true,
            OutsideLinePrefix = "0",
            LongDistanceOutsideLinePrefix = "1",
            NationalPrefix = "2",
            InternationalPrefix = "3",
            Plus = PlusPolicy.Replace,
            Extensions = [DialPattern.Parse("7XXX"), DialPattern.Parse("8XX")],
            MinExternalLength = 6,
            Suffix = "#",
            ExtensionStyle = ExtensionStyle.Pause,
            Rules = [DialRule.Parse("+1.,2,9"), DialRule.Parse("1XXX,0,")],
        });
        typeof(DialPlan).GetProperties().Where(static property => property.Name is not nameof(DialPlan.Default)).Should().HaveCount(values.Count);
    }

    [Theory]
    [Requirement("RULE-13")]
    [InlineData("Region", "Norway", ParseErrorKind.InvalidValue, 0)]
    [InlineData("Region", "", ParseErrorKind.InvalidValue, 0)]
    [InlineData("OutsideLinePrefix", "0,", ParseErrorKind.InvalidValue, 0)]
    [InlineData("AreaCode", "(22)", ParseErrorKind.InvalidValue, 0)]
    [InlineData("LongDistanceOutsideLinePrefix", "+", ParseErrorKind.InvalidValue, 0)]
    [InlineData("NationalPrefix", "x", ParseErrorKind.InvalidValue, 0)]
    [InlineData("InternationalPrefix", "0 0", ParseErrorKind.InvalidValue, 0)]
    [InlineData("Suffix", "w", ParseErrorKind.InvalidValue, 0)]
    [InlineData("ExtensionStyle", "None", ParseErrorKind.InvalidValue, 0)]
    [InlineData("OmitAreaCode", "yes", ParseErrorKind.InvalidValue, 0)]
    [InlineData("Plus", "1", ParseErrorKind.InvalidValue, 0)]
    [InlineData("MinExternalLength", "-1", ParseErrorKind.InvalidValue, 0)]
    [InlineData("MinExternalLength", " 1", ParseErrorKind.InvalidValue, 0)]
    [InlineData("Extensions", "7XXX; 8Y", ParseErrorKind.InvalidPattern, 7)]
    [InlineData("DialRules", "1.,0,;2.,9,", ParseErrorKind.InvalidPattern, 8)]
    public async Task A_malformed_value_is_reported_and_the_next_level_serves(string key, string value, ParseErrorKind kind, int position)
    {
        var store = new MemoryPreferenceSource();
        store.Set(new(key, value, PreferenceLevel.User), owner: "ada");
        var services = new ServiceCollection();
        services.AddPhoneLink(builder => builder.UseDefaults().To(_back));
        services.AddSingleton<IPreferenceSource>(store);
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<ITelephonyProvider>().DialAsync(new DialRequest(Local) { Scope = new() { User = "ada" } });

        result.Status.Should().Be(DialStatus.Accepted);
        result.PreferenceProblems.Should().Equal(new PreferenceProblem(PreferenceProblemKind.Invalid, key, PreferenceLevel.User, new(kind, position)));
        _back.Dialled.Single().Target.Number.Should().Be(Local);
    }

    [Fact]
    [Requirement("RULE-13")]
    public async Task Preferences_that_cannot_be_read_dial_nothing()
    {
        var services = new ServiceCollection();
        services.AddPhoneLink(builder => builder.UseDialingRules().To(_back));
        services.AddSingleton<IPreferenceSource>(new FailingSource());
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<ITelephonyProvider>().DialAsync(Local);

        result.Status.Should().Be(DialStatus.NotDispatched);
        result.Reason.Should().Be(DialReason.PreferencesFailed);
        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("RULE-14")]
    public void A_plan_with_a_malformed_field_cannot_be_made()
    {
        Action[] mistakes =
        [
            static () => _ = new DialPlan { Region = "NOR" }, static () => _ = new DialPlan { Region = "N1" }, static () => _ = new DialPlan { AreaCode = "(22)" },
            static () => _ = new DialPlan { OutsideLinePrefix = "0," }, static () => _ = new DialPlan { OutsideLinePrefix = "+" }, static () => _ = new DialPlan { Suffix = new string('1', 33) },
            static () => _ = new DialPlan { LongDistanceOutsideLinePrefix = "x" }, static () => _ = new DialPlan { NationalPrefix = " " }, static () => _ = new DialPlan { InternationalPrefix = "0 0" },
            static () => _ = new DialPlan { OutsideLinePrefix = null! }, static () => _ = new DialPlan { Extensions = null! }, static () => _ = new DialPlan { Rules = [null!] },
            static () => _ = new DialPlan { MinExternalLength = -1 },
        ];

        mistakes.Should().AllSatisfy(static mistake => mistake.Should().Throw<ArgumentException>());
    }

    private ITelephonyProvider Pipeline(DialPlan plan, Func<DialRequest, CancellationToken, Task<bool>>? ask = null)
    {
        var services = new ServiceCollection().AddSingleton<INumberingPlan>(NorwegianNumbers.Plan).BuildServiceProvider();
        return new TelephonyProviderBuilder(_back).UseDialingRules(plan).UseDuplicateGuard().UseConfirmation(ask ?? (static (_, _) => Task.FromResult(true))).Build(services);
    }

    private sealed class FailingSource : IPreferenceSource
    {
        public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default) => throw new IOException("no store");
    }
}
