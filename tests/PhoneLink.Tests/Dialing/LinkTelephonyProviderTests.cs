using Microsoft.Extensions.DependencyInjection;
using PhoneLink.Tests.Launching;
using PhoneLink.Tests.Preferences;

namespace PhoneLink.Tests.Dialing;

public class LinkTelephonyProviderTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [Theory]
    [Requirement("DIAL-20")]
    [InlineData(LaunchStatus.Started, DialStatus.HandedOff, DialReason.None, true)]
    [InlineData(LaunchStatus.NoHandler, DialStatus.NotDispatched, DialReason.NoHandler, false)]
    [InlineData(LaunchStatus.NotInteractive, DialStatus.NotDispatched, DialReason.NotInteractive, false)]
    [InlineData(LaunchStatus.NoOpener, DialStatus.NotDispatched, DialReason.NoOpener, false)]
    [InlineData(LaunchStatus.Loop, DialStatus.NotDispatched, DialReason.Loop, false)]
    [InlineData(LaunchStatus.Refused, DialStatus.Invalid, DialReason.Refused, false)]
    [InlineData(LaunchStatus.Undecidable, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    [InlineData((LaunchStatus)99, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    public async Task A_launch_becomes_what_it_proves(LaunchStatus launch, DialStatus status, DialReason reason, bool marked)
    {
        var launcher = new FakeLauncher(new LaunchResult(launch) { NativeCode = 2 });
        var provider = new TelephonyProviderBuilder(new LinkTelephonyProvider(PhoneLinkFormat.Parse("callto:%p"), launcher)).Build();
        var request = new DialRequest(Number) { AcceptTimeout = TimeSpan.FromSeconds(4) };

        var result = await provider.DialAsync(request);

        (result.Status, result.Reason, result.NativeCode, result.CallId).Should().Be((status, reason, 2, request.CallId));
        result.Link!.OriginalText.Should().Be("callto:+4722517000");
        request.IsDispatching.Should().Be(marked);
        launcher.Launched.Should().Equal((result.Link, TimeSpan.FromSeconds(4)));
    }

    [Fact]
    [Requirement("DIAL-20")]
    public async Task No_handler_names_the_scheme_and_what_to_do()
    {
        var result = await Provider("domycall:%p", new(LaunchStatus.NoHandler)).DialAsync(Number);

        result.Message.Should().Contain("'domycall:'").And.Contain("register").And.Contain("phone-link format").And.NotContain("22517000");
    }

    [Fact]
    [Requirement("DIAL-21")]
    public async Task The_link_is_the_preferred_format_of_the_scope_filled_by_the_subject()
    {
        var launcher = new FakeLauncher();
        var source = new FixedSource(new PreferenceEntry("Format", "domycall:%p?name=<attn>", PreferenceLevel.User));
        var provider = new LinkTelephonyProvider(launcher, new PreferenceResolver([source]));
        var scope = new PreferenceScope { User = "7" };

        await provider.DialAsync(new DialRequest(Number) { Subject = new() { Person = new() { Name = "Åse" } }, Scope = scope });

        launcher.Launched.Single().Link.OriginalText.Should().Be("domycall:+4722517000?name=%C3%85se");
        source.Scopes.Should().Equal(scope);
    }

    [Theory]
    [Requirement("PREF-30")]
    [InlineData("domycall", DialStatus.HandedOff, PreferenceProblemKind.Invalid)]
    [InlineData("domycall:%p?x=<nosuch>", DialStatus.HandedOff, PreferenceProblemKind.Repaired)]
    [InlineData("https://evil.example/%p", DialStatus.HandedOff, PreferenceProblemKind.NotAllowed)]
    [InlineData("whatsapp:%p?x=<nosuch>", DialStatus.Invalid, PreferenceProblemKind.Repaired)]
    public async Task The_result_says_what_became_of_a_stored_format(string format, DialStatus status, PreferenceProblemKind kind)
    {
        var source = new FixedSource(new PreferenceEntry("Format", format, PreferenceLevel.User));
        var provider = new TelephonyProviderBuilder(new LinkTelephonyProvider(new FakeLauncher(), new PreferenceResolver([source]))).UseDefaults().Build();

        var result = await provider.DialAsync(new DialRequest(PhoneNumber.Parse(status is DialStatus.Invalid ? "22517000" : "+4722517000")));

        result.Status.Should().Be(status);
        var problem = result.PreferenceProblems.Should().ContainSingle().Which;
        (problem.Kind, problem.Key, problem.Level).Should().Be((kind, "Format", PreferenceLevel.User));
    }

    [Fact]
    [Requirement("PREF-30")]
    public async Task Without_a_problem_a_result_has_none()
    {
        new DialResult(DialStatus.Accepted, CallId.New()).PreferenceProblems.Should().BeEmpty();
        (await new LinkTelephonyProvider(new FakeLauncher(), new PreferenceResolver([])).DialAsync(Number)).PreferenceProblems.Should().BeEmpty();
        (await Provider("callto:%p", new FakeLauncher()).DialAsync(Number)).PreferenceProblems.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-21")]
    public async Task A_number_that_the_format_cannot_carry_is_invalid()
    {
        var launcher = new FakeLauncher();
        var result = await Provider("https://wa.me/%p", launcher).DialAsync(PhoneNumber.Parse("22 51 70 00"));

        (result.Status, result.Reason).Should().Be((DialStatus.Invalid, DialReason.NotExpressible));
        result.Message.Should().Contain("'https:'").And.Contain(new ParseError(ParseErrorKind.NotExpressible, 14).Message);
        launcher.Launched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-22")]
    public async Task A_target_without_a_number_is_opened_as_it_is()
    {
        var launcher = new FakeLauncher();
        var target = TelephonyUri.Parse("callto:alice");

        var result = await Provider("tel:%p", launcher).DialAsync(new DialRequest(target));

        result.Status.Should().Be(DialStatus.HandedOff);
        launcher.Launched.Single().Link.Should().BeSameAs(target);
    }

    [Theory]
    [Requirement("DIAL-23")]
    [InlineData("tel:+4722517000", "domycall:+4722517000")]
    [InlineData("callto:alice", "callto:alice")]
    public async Task A_dry_run_tells_the_link_and_launches_nothing(string target, string link)
    {
        var launcher = new FakeLauncher();

        var result = await Provider("domycall:%p", launcher).DialAsync(new DialRequest(TelephonyUri.Parse(target)) { DryRun = true });

        (result.Status, result.Link!.OriginalText).Should().Be((DialStatus.DryRun, link));
        launcher.Launched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-24")]
    public async Task A_failing_preference_source_proves_that_nothing_was_dialled()
    {
        var source = new Moq.Mock<IPreferenceSource>();
        source.Setup(s => s.GetAsync(Moq.It.IsAny<PreferenceScope>(), Moq.It.IsAny<CancellationToken>())).Throws(new InvalidOperationException("+4722517000"));
        var launcher = new FakeLauncher();
        var provider = new TelephonyProviderBuilder(new LinkTelephonyProvider(launcher, new PreferenceResolver([source.Object]))).Build();

        var result = await provider.DialAsync(Number);

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.PreferencesFailed));
        result.Message.Should().NotContain("22517000");
        launcher.Launched.Should().BeEmpty();
    }

    [Theory]
    [Requirement("DIAL-24")]
    [InlineData("tel:+4722517000")]
    [InlineData("callto:alice")]
    public async Task A_cancelled_token_throws_before_the_launch(string target)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var launcher = new FakeLauncher();
        var provider = new TelephonyProviderBuilder(new LinkTelephonyProvider(launcher, new PreferenceResolver([new FixedSource()]))).UseDefaults().Build();

        await FluentActions.Awaiting(() => provider.DialAsync(new DialRequest(TelephonyUri.Parse(target)), cancelled.Token))
            .Should().ThrowAsync<OperationCanceledException>();
        launcher.Launched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-25")]
    public void The_provider_gives_itself_and_its_launcher()
    {
        var launcher = new FakeLauncher();
        var provider = Provider("tel:%p", launcher);

        provider.GetService<LinkTelephonyProvider>().Should().BeSameAs(provider);
        provider.GetService<ILinkLauncher>().Should().BeSameAs(launcher);
        provider.GetService<string>().Should().BeNull();
        provider.GetService<ILinkLauncher>("key").Should().BeNull();
        FluentActions.Invoking(() => provider.GetService(null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [Requirement("DIAL-26")]
    [InlineData(LaunchStatus.Started, ProviderState.Ready, null)]
    [InlineData(LaunchStatus.NoHandler, ProviderState.NoHandler, "'domycall:'")]
    [InlineData(LaunchStatus.NotInteractive, ProviderState.NotSupported, "desktop")]
    [InlineData(LaunchStatus.NoOpener, ProviderState.NotSupported, "no tool")]
    [InlineData(LaunchStatus.Loop, ProviderState.NotConfigured, "come back")]
    [InlineData(LaunchStatus.Refused, ProviderState.NotConfigured, "not allowed")]
    [InlineData(LaunchStatus.Undecidable, ProviderState.Unknown, null)]
    public async Task The_status_tells_whether_links_of_the_format_find_a_program(LaunchStatus launch, ProviderState state, string? message)
    {
        var launcher = new FakeLauncher(launch);
        var own = Provider("domycall:%p", launcher);
        var preferred = new LinkTelephonyProvider(launcher, new PreferenceResolver([new FixedSource(new PreferenceEntry("Format", "domycall:%p", PreferenceLevel.System))]));

        foreach (var provider in new[] { own, preferred })
        {
            var status = await new TelephonyProviderBuilder(provider).UseDefaults().Build().GetService<IProviderStatus>()!.GetStatusAsync();

            (status.State, status.Handler).Should().Be((state, "Handler of domycall"));
            status.CheckedAt.Should().BeAfter(DateTimeOffset.UnixEpoch);
            if (message is null)
                status.Message.Should().BeNull();
            else
                status.Message.Should().Contain(message);
        }

        launcher.Launched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-26")]
    public async Task The_status_was_found_out_by_the_clock_of_the_services()
    {
        var clock = new ManualTimeProvider();
        clock.Advance(TimeSpan.FromDays(1));
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton<ILinkLauncher>(new FakeLauncher()).BuildServiceProvider();

        var status = await new TelephonyProviderBuilder().Build(services).GetService<IProviderStatus>()!.GetStatusAsync();

        status.CheckedAt.Should().Be(clock.GetUtcNow());
    }

    [Fact]
    [Requirement("DIAL-26")]
    public async Task A_status_that_nobody_can_tell_is_unknown()
    {
        var broken = new Moq.Mock<IPreferenceSource>();
        broken.Setup(s => s.GetAsync(Moq.It.IsAny<PreferenceScope>(), Moq.It.IsAny<CancellationToken>())).Throws(new InvalidOperationException("+4722517000"));

        var status = await new LinkTelephonyProvider(new FakeLauncher(), new PreferenceResolver([broken.Object])).GetStatusAsync();
        (status.State, status.Handler).Should().Be((ProviderState.Unknown, null));
        status.Message.Should().Contain("preferences").And.NotContain("22517000");

        (await new LinkTelephonyProvider(PhoneLinkFormat.Default, Moq.Mock.Of<ILinkLauncher>()).GetStatusAsync()).State.Should().Be(ProviderState.Unknown);
        await FluentActions.Awaiting(() => new LinkTelephonyProvider(PhoneLinkFormat.Default, new FakeLauncher()).GetStatusAsync(new(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }

    private static LinkTelephonyProvider Provider(string format, FakeLauncher launcher) => new(PhoneLinkFormat.Parse(format), launcher);
}
