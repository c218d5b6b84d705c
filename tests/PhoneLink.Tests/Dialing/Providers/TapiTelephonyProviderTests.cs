using PhoneLink.Tests.Preferences.Sources;

namespace PhoneLink.Tests.Dialing.Providers;

public class TapiTelephonyProviderTests
{
    private const string Priorities = @"Software\Microsoft\Windows\CurrentVersion\Telephony\HandoffPriorities";

    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");
    private static readonly CallSubject Kari = new() { Person = new() { Name = "Kari Nordmann" }, Company = new() { Name = "Contoso" } };

    [Theory]
    [Requirement("PROV-65")]
    [InlineData(0, DialStatus.HandedOff, DialReason.None, true)]
    [InlineData(-2, DialStatus.NotDispatched, DialReason.NoHandler, false)]
    [InlineData(-3, DialStatus.NotDispatched, DialReason.BackEndBusy, false)]
    [InlineData(-4, DialStatus.Invalid, DialReason.InvalidNumber, false)]
    [InlineData(-18, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    [InlineData(-1, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    [InlineData(1, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    [InlineData(int.MinValue, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    public async Task A_code_becomes_what_it_proves(int code, DialStatus status, DialReason reason, bool marked)
    {
        var tapi = new FakeTapi(code);
        var provider = new TelephonyProviderBuilder(Provider(tapi)).Build();
        var request = new DialRequest(Number);

        var result = await provider.DialAsync(request);

        (result.Status, result.Reason, result.NativeCode, result.CallId).Should().Be((status, reason, code, request.CallId));
        (result.Message is null).Should().Be(status is DialStatus.HandedOff);
        request.IsDispatching.Should().Be(marked);
        tapi.Requests.Should().ContainSingle("nobody tries again");
    }

    [Fact]
    [Requirement("PROV-65")]
    public async Task Without_a_call_manager_the_message_says_what_to_do() =>
        (await Provider(new(-2)).DialAsync(Number)).Message.Should().Contain("call manager").And.Contain("install").And.NotContain("link");

    [Fact]
    [Requirement("PROV-61")]
    public async Task The_call_manager_gets_what_the_options_say()
    {
        var tapi = new FakeTapi();
        var provider = Provider(tapi, new() { ApplicationName = "Contoso CRM", SendsCalledParty = true, Comment = "Click to dial" });

        await provider.DialAsync(new DialRequest(Number) { Subject = Kari });
        await provider.DialAsync(new DialRequest(Number) { Subject = Kari with { Person = null } });

        tapi.Requests.Should().Equal(
            ("+4722517000", "Contoso CRM", "Kari Nordmann", "Click to dial"),
            ("+4722517000", "Contoso CRM", "Contoso", "Click to dial"));
    }

    [Fact]
    [Requirement("PROV-70")]
    public async Task Unless_asked_to_it_tells_nobody_who_is_called_or_by_whom()
    {
        var tapi = new FakeTapi();
        var options = new TapiOptions();
        var provider = Provider(tapi, options);
        options.SendsCalledParty = true; // Too late: read when the provider was made.

        await provider.DialAsync(new DialRequest(Number) { Subject = Kari });

        tapi.Requests.Should().Equal(("+4722517000", null, null, null));
    }

    [Fact]
    [Requirement("PROV-61")]
    public async Task What_does_not_reach_the_call_manager_is_said()
    {
        var ansi = Provider(new(isWide: false), new() { SendsCalledParty = true });
        var russian = new CallSubject { Person = new() { Name = "Ёлка" } };

        (await ansi.DialAsync(new DialRequest(PhoneNumber.Parse("+47 22 51 70 00 x12")))).Message.Should().Contain("extension").And.NotContain("code page");
        (await ansi.DialAsync(new DialRequest(Number) { Subject = russian })).Message.Should().Contain("code page").And.NotContain("extension");
        (await ansi.DialAsync(new DialRequest(PhoneNumber.Parse("+47 22 51 70 00 x12")) { Subject = russian })).Message.Should().Contain("code page").And.Contain("extension");
        (await ansi.DialAsync(new DialRequest(Number) { Subject = Kari })).Message.Should().BeNull();
    }

    [Fact]
    [Requirement("PROV-66")]
    public async Task A_call_manager_that_hangs_holds_nobody()
    {
        using var gate = new ManualResetEventSlim();
        var (time, isPooled) = (new ManualTimeProvider(), true);
        var tapi = new FakeTapi { Wait = () => { isPooled = Thread.CurrentThread.IsThreadPoolThread; gate.Wait(TimeSpan.FromSeconds(30)); } };
        var request = new DialRequest(Number) { AcceptTimeout = TimeSpan.FromSeconds(4) };

        var dial = Provider(tapi, time: time).DialAsync(request);
        time.Advance(TimeSpan.FromSeconds(3));
        dial.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        var result = await dial;
        gate.Set();

        (result.Status, result.Reason, request.IsDispatching).Should().Be((DialStatus.Ambiguous, DialReason.TimedOut, true));
        SpinWait.SpinUntil(() => !isPooled, TimeSpan.FromSeconds(10)).Should().BeTrue("a hanging call has a thread of its own");
    }

    [Fact]
    [Requirement("PROV-66")]
    public async Task Cancellation_ends_the_waiting_and_not_the_doubt()
    {
        using var gate = new ManualResetEventSlim();
        using var cancelled = new CancellationTokenSource();
        var request = new DialRequest(Number);

        var dial = Provider(new() { Wait = () => gate.Wait(TimeSpan.FromSeconds(30)) }).DialAsync(request, cancelled.Token);
        await cancelled.CancelAsync();
        var result = await dial;
        gate.Set();

        (result.Status, result.Reason, request.IsDispatching).Should().Be((DialStatus.Ambiguous, DialReason.Cancelled, true));
        var again = () => Provider(new()).DialAsync(new DialRequest(Number), cancelled.Token);
        await again.Should().ThrowAsync<OperationCanceledException>("nothing was dispatched");
    }

    [Theory]
    [Requirement("PROV-67")]
    [InlineData("callto:alice", false, DialStatus.Invalid, DialReason.NoNumber)]
    [InlineData("tel:+4722517000", false, DialStatus.NotDispatched, DialReason.NotInteractive)]
    [InlineData("tel:+4722517000", true, DialStatus.NotDispatched, DialReason.NotConfigured)]
    public async Task Where_it_cannot_dial_it_proves_that_nothing_left(string target, bool isMissing, DialStatus status, DialReason reason)
    {
        var tapi = new FakeTapi { IsMissing = isMissing, IsInteractive = isMissing };
        var request = new DialRequest(TelephonyUri.Parse(target));

        var result = await Provider(tapi).DialAsync(request);

        (result.Status, result.Reason, request.IsDispatching).Should().Be((status, reason, false));
        result.Message.Should().NotBeNull();
        tapi.Requests.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-67")]
    public async Task A_dry_run_asks_for_no_call()
    {
        var tapi = new FakeTapi();

        var result = await Provider(tapi).DialAsync(new DialRequest(Number) { DryRun = true });

        (result.Status, result.Link!.OriginalText).Should().Be((DialStatus.DryRun, "tel:+4722517000"));
        tapi.Requests.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-67")]
    public async Task Elsewhere_than_on_windows_there_is_no_such_telephony()
    {
        if (OperatingSystem.IsWindows())
            return;

        var provider = new TapiTelephonyProvider();

        var result = await provider.DialAsync(Number);

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.NotConfigured));
        result.Message.Should().Contain("TAPI");
        (await provider.GetStatusAsync()).State.Should().Be(ProviderState.NotSupported);
    }

    [Theory]
    [Requirement("PROV-68")]
    [InlineData("DIALER.EXE", ProviderState.Ready, "DIALER.EXE")]
    [InlineData(" , \"C:\\Program Files\\Contoso\\Phone.exe\" , dialer.exe", ProviderState.Ready, @"C:\Program Files\Contoso\Phone.exe")]
    [InlineData("Phone\u202E\r\n.exe", ProviderState.Ready, "Phone .exe")]
    [InlineData(" , \"\"", ProviderState.NoHandler, null)]
    [InlineData("", ProviderState.NoHandler, null)]
    public async Task The_status_names_the_call_manager(string recipients, ProviderState state, string? handler)
    {
        var (tapi, time) = (new FakeTapi(), new ManualTimeProvider());
        var registry = new FakeRegistry { [RegistryRoot.CurrentUser, Priorities] = [new("RequestMediaCall", "other.exe"), new("requestmakecall", recipients)] };
        time.Advance(TimeSpan.FromHours(1));

        var status = await new TapiTelephonyProvider(new(), tapi, registry, time).GetStatusAsync();

        (status.State, status.Handler, status.CheckedAt).Should().Be((state, handler, time.GetUtcNow()));
        tapi.Requests.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-68")]
    public async Task The_status_says_what_is_missing_or_unknown()
    {
        async Task<ProviderState> StateAsync(FakeTapi tapi, FakeRegistry registry) =>
            (await new TapiTelephonyProvider(new(), tapi, registry, TimeProvider.System).GetStatusAsync()).State;

        (await StateAsync(new() { IsMissing = true }, new())).Should().Be(ProviderState.NotSupported);
        (await StateAsync(new() { IsInteractive = false }, new())).Should().Be(ProviderState.NotSupported);
        (await StateAsync(new(), new())).Should().Be(ProviderState.NoHandler);
        (await StateAsync(new(), new() { [RegistryRoot.CurrentUser, Priorities] = null })).Should().Be(ProviderState.Unknown);
        var cancelled = () => Provider(new()).GetStatusAsync(new CancellationToken(canceled: true));
        await cancelled.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    [Requirement("PROV-69")]
    public async Task It_places_calls_on_a_desktop_and_knows_no_more()
    {
        var (tapi, provider) = (new FakeTapi(), Provider(new()));

        provider.GetService<TelephonyCapabilities>().Should().Be(new TelephonyCapabilities { Knowledge = CallKnowledge.HandOff, CanPlace = true, NeedsDesktop = true });
        provider.GetService<IProviderStatus>().Should().BeSameAs(provider);
        provider.GetService<IProviderStatus>("key").Should().BeNull();
        provider.GetService<ICallControl>().Should().BeNull();
        var prefill = await new TelephonyProviderBuilder(Provider(tapi)).Build().DialAsync(new DialRequest(Number) { Mode = DialMode.Prefill });
        (prefill.Status, prefill.Reason).Should().Be((DialStatus.NotDispatched, DialReason.ModeNotSupported));
        tapi.Requests.Should().BeEmpty();
    }

    private static TapiTelephonyProvider Provider(FakeTapi tapi, TapiOptions? options = null, TimeProvider? time = null) =>
        new(options ?? new(), tapi, new FakeRegistry(), time ?? TimeProvider.System);
}
