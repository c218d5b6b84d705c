using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PhoneLink.Tests.Dialing.Composition;

public class RoutingTests
{
    private readonly ScriptedProvider _desk = new(DialStatus.Accepted);
    private readonly ScriptedProvider _pbx = new(DialStatus.Accepted);

    [Theory]
    [Requirement("COMP-6")]
    [InlineData("tel:2251", "desk", "local")]
    [InlineData("tel:112", "pbx", "otherwise")]
    [InlineData("tel:*21%23", "pbx", "otherwise")]
    [InlineData("tel:+4722517000", "pbx", "otherwise")]
    [InlineData("sip:ada@example.com", "desk", "scheme SIP")]
    [InlineData("sip:2251@example.com", "desk", "scheme SIP")]
    public async Task The_first_route_that_takes_the_call_decides_and_is_told(string target, string provider, string route)
    {
        var phone = Builder().AddRoutes("all", static routes => routes.ForLocal("desk").ForScheme("SIP", "desk").Otherwise("pbx")).To("all").Build();

        var result = await phone.DialAsync(new DialRequest(TelephonyUri.Parse(target)));

        (result.ProviderName, result.Route).Should().Be((provider, route));
    }

    [Theory]
    [Requirement("COMP-6")]
    [InlineData(NumberKind.Mobile, "NO", "desk", "kind Mobile")]
    [InlineData(NumberKind.Fixed, "SE", "desk", "region se")]
    [InlineData(NumberKind.Fixed, "NO", "pbx", "otherwise")]
    public async Task Kind_and_region_come_from_the_analysis(NumberKind kind, string region, string provider, string route)
    {
        var phone = Builder().AddRoutes("all", static routes => routes.ForKind(NumberKind.Mobile, "desk").ForRegion("se", "desk").Otherwise("pbx")).To("all").Build();
        var number = PhoneNumber.Parse("+4722517000");

        var result = await phone.DialAsync(new DialRequest(number) { Analysis = new(number, new NumberDetails(kind) { Region = region }) });

        (result.ProviderName, result.Route).Should().Be((provider, route));
    }

    [Theory]
    [Requirement("COMP-7")]
    [InlineData("desk", "desk", "preference", 0)]
    [InlineData("unknown", "pbx", "otherwise", 1)]
    [InlineData("link", "pbx", "otherwise", 1)]
    [InlineData(null, "pbx", "otherwise", 0)]
    public async Task A_preference_chooses_among_the_names_that_it_may(string? preference, string provider, string route, int problems)
    {
        var source = new MemoryPreferenceSource();
        if (preference is not null)
            source.Set(new(DialPreferenceKeys.Provider.Name, preference, PreferenceLevel.User), "ada");

        var services = new ServiceCollection().AddSingleton(new PreferenceResolver([source])).BuildServiceProvider();
        var phone = Builder().AddRoutes("all", static routes => routes.ByPreference("desk", "pbx").Otherwise("pbx")).To("all").Build(services);

        var result = await phone.DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")) { Scope = new() { User = "ada" } });

        (result.ProviderName, result.Route).Should().Be((provider, route));
        result.PreferenceProblems.Should().HaveCount(problems);
    }

    [Theory]
    [Requirement("COMP-7")]
    [InlineData(ProviderState.Ready, "desk")]
    [InlineData(ProviderState.Unknown, "desk")]
    [InlineData(ProviderState.DeviceOffline, "pbx")]
    public async Task A_provider_that_is_not_ready_is_passed_over(ProviderState state, string provider)
    {
        _desk.State = state;
        var phone = Builder().AddRoutes("all", static routes => routes.WhenReady("desk").Otherwise("pbx")).To("all").Build();

        (await phone.DialAsync(PhoneNumber.Parse("+4722517000"))).ProviderName.Should().Be(provider);
    }

    [Fact]
    [Requirement("COMP-6")]
    public async Task A_route_that_throws_places_no_call_and_says_so()
    {
        var phone = Builder().AddRoutes("all", static routes => routes.When("mine", static _ => throw new InvalidOperationException(), "desk").Otherwise("pbx")).To("all").Build();

        var result = await phone.DialAsync(PhoneNumber.Parse("+4722517000"));

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.RouteFailed));
        _desk.Dialled.Concat(_pbx.Dialled).Should().BeEmpty();
    }

    [Fact]
    [Requirement("COMP-8")]
    public void Faults_are_found_when_it_is_built_and_named()
    {
        Faults(static builder => builder.To("nobody")).Should().ContainSingle().Which.Should().Contain("'nobody'").And.Contain("desk");
        Faults(static builder => builder.AddFallback("chain", "desk", "nobody")).Should().ContainSingle().Which.Should().Contain("'nobody'");
        Faults(static builder => builder.AddFallback("a", "b").AddFallback("b", "a").To("a")).Should().Contain(static fault => fault.Contains("a → b → a", StringComparison.Ordinal));
        Faults(static builder => builder.AddFallback("a", "a")).Should().Contain(static fault => fault.Contains("a → a", StringComparison.Ordinal));
        Faults(static builder => builder.AddFallback("chain", "desk", "desk")).Should().Contain(static fault => fault.Contains("'desk' twice", StringComparison.Ordinal));
        Faults(static builder => builder.AddRoutes("all", static routes => routes.ForLocal("desk"))).Should().Contain(static fault => fault.Contains("Otherwise", StringComparison.Ordinal));
        Faults(static builder => builder.AddRoutes("all", static routes => routes.ByPreference("nobody").Otherwise("desk"))).Should().Contain(static fault => fault.Contains("'nobody'", StringComparison.Ordinal));
        Faults(static builder => builder.Add("show", new ScriptedProvider(DialStatus.Accepted) { Capabilities = new() { CanPrefill = true } })
            .Add("place", new ScriptedProvider(DialStatus.Accepted) { Capabilities = new() })
            .AddFallback("chain", "show", "place")).Should().ContainSingle().Which.Should().Contain("'place'").And.Contain("Prefill");
    }

    [Fact]
    [Requirement("COMP-8")]
    public void A_wrong_call_is_refused_at_once()
    {
        var builder = Builder();

        builder.Invoking(b => b.Add("desk", _pbx)).Should().Throw<ArgumentException>().WithMessage("*desk*");
        builder.Invoking(b => b.Add("link", _pbx)).Should().Throw<ArgumentException>();
        builder.Invoking(b => b.Add("a b", _pbx)).Should().Throw<ArgumentException>();
        builder.Invoking(b => b.Add("", _pbx)).Should().Throw<ArgumentException>();
        builder.Invoking(static b => b.AddFallback("none")).Should().Throw<ArgumentException>();
        builder.Invoking(static b => b.AddRoutes("all", static routes => routes.Otherwise("desk").ForLocal("pbx"))).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    [Requirement("COMP-9")]
    public async Task Providers_of_the_services_have_names_and_a_fault_is_found_when_the_host_starts()
    {
        var services = new ServiceCollection();
        services.AddPhoneLink(static pipeline => pipeline.UseDefaults().AddFallback("office", "desk", "link").To("office")).AddProvider("desk", _ => _desk);
        await using var built = services.BuildServiceProvider();

        var result = await built.GetRequiredService<ITelephonyProvider>().DialAsync(PhoneNumber.Parse("+4722517000"));

        result.ProviderName.Should().Be("desk");
        built.GetRequiredService<IStartupValidator>().Validate();
        services.AddPhoneLink().Invoking(b => b.AddProvider("desk", _ => _desk)).Should().Throw<ArgumentException>().WithMessage("*desk*");

        await using var wrong = new ServiceCollection().AddPhoneLink(static pipeline => pipeline.To("nobody")).Services.BuildServiceProvider();
        wrong.GetRequiredService<IStartupValidator>().Invoking(static validator => validator.Validate()).Should().Throw<OptionsValidationException>().WithMessage("*nobody*");
    }

    [Fact]
    [Requirement("COMP-10")]
    public async Task Who_is_asked_learns_which_provider_gets_the_call()
    {
        DialRequest? asked = null;
        var phone = Builder().UseConfirmation((request, _) =>
        {
            asked = request;
            return Task.FromResult(true);
        }).AddRoutes("all", static routes => routes.ForLocal("desk").Otherwise("pbx")).To("all").Build();

        await phone.DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")) { Cause = DialCause.Link });

        asked!.ProviderName.Should().Be("pbx");
    }

    private static IEnumerable<string> Faults(Action<TelephonyProviderBuilder> configure)
    {
        var builder = new TelephonyProviderBuilder().Add("desk", new ScriptedProvider(DialStatus.Accepted));
        configure(builder);
        return builder.Invoking(static b => b.Build()).Should().Throw<OptionsValidationException>().Which.Failures;
    }

    private TelephonyProviderBuilder Builder() => new TelephonyProviderBuilder().Add("desk", _desk).Add("pbx", _pbx);
}
