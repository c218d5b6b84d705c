namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>What a program's end proves, with programs that are only told of.</summary>
public class ProcessTelephonyProviderTests
{
    private static readonly ProcessTelephonyOptions Options = new("/opt/phone/dial", "--call", "%p");
    private static readonly ProcessOutcome Success = new(ProcessEnd.Exited, 0);

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [Requirement("PROV-1")]
    [InlineData("dial", false, false)]
    [InlineData("./dial", false, false)]
    [InlineData("", false, false)]
    [InlineData("/opt/", false, false)]
    [InlineData("/opt/a\0b", false, false)]
    [InlineData("C:\\dial.exe", false, false)]
    [InlineData("/opt/dial", false, true)]
    [InlineData("/opt/dial.cmd", false, true)]
    [InlineData("dial.exe", true, false)]
    [InlineData("C:dial.exe", true, false)]
    [InlineData("\\dial.exe", true, false)]
    [InlineData("/opt/dial", true, false)]
    [InlineData("C:\\dial.bat", true, false)]
    [InlineData("C:\\dial.CMD", true, false)]
    [InlineData("C:\\dial.bat. .", true, false)]
    [InlineData("C:\\dial.exe", true, true)]
    [InlineData("\\\\server\\share\\dial.exe", true, true)]
    public void A_program_is_named_by_its_absolute_path_and_is_no_batch_file(string program, bool isWindows, bool isFine)
    {
        var make = () => Provider(new(program, "%p"), new(Success), isWindows);

        if (isFine)
            make.Should().NotThrow();
        else
            make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [Requirement("PROV-4")]
    [InlineData(0, DialStatus.HandedOff, DialReason.None, true)]
    [InlineData(1, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    [InlineData(-1, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    [InlineData(10, DialStatus.Accepted, DialReason.None, true)]
    [InlineData(11, DialStatus.NotDispatched, DialReason.RefusedByBackEnd, false)]
    [InlineData(12, DialStatus.Invalid, DialReason.InvalidNumber, false)]
    [InlineData(13, DialStatus.Blocked, DialReason.NotAllowed, false)]
    [InlineData(14, DialStatus.Duplicate, DialReason.Repeated, true)]
    [InlineData(15, DialStatus.Ambiguous, DialReason.Undecidable, true)]
    public async Task An_exit_code_means_what_the_host_says(int code, DialStatus status, DialReason reason, bool isMarked)
    {
        var codes = new Dictionary<int, DialStatus>
        {
            [10] = DialStatus.Accepted,
            [11] = DialStatus.NotDispatched,
            [12] = DialStatus.Invalid,
            [13] = DialStatus.Blocked,
            [14] = DialStatus.Duplicate,
            [15] = DialStatus.Ambiguous,
        };
        var request = Request();

        var result = await Bounded(Options with { ExitCodes = codes }, new(new ProcessOutcome(ProcessEnd.Exited, code))).DialAsync(request);

        (result.Status, result.Reason, result.NativeCode, result.CallId).Should().Be((status, reason, code, request.CallId));
        result.OriginalCallId.Should().Be(status is DialStatus.Duplicate ? request.CallId : null);
        request.IsDispatching.Should().Be(isMarked);
    }

    [Fact]
    [Requirement("PROV-4")]
    public async Task Zero_can_be_given_another_meaning_and_no_code_is_a_dry_run()
    {
        (await Provider(Options with { ExitCodes = new Dictionary<int, DialStatus> { [0] = DialStatus.Ambiguous } }, new(Success)).DialAsync(Request())).Status.Should().Be(DialStatus.Ambiguous);
        foreach (var status in new[] { DialStatus.DryRun, (DialStatus)99, (DialStatus)(-1) })
            FluentActions.Invoking(() => Options with { ExitCodes = new Dictionary<int, DialStatus> { [0] = status } }).Should().Throw<ArgumentException>();
    }

    [Theory]
    [Requirement("PROV-5")]
    [InlineData(true, DialStatus.HandedOff, DialReason.None)]
    [InlineData(false, DialStatus.Ambiguous, DialReason.TimedOut)]
    public async Task A_program_that_runs_still_has_the_call_when_it_is_a_telephone_that_stays_open(bool staysOpen, DialStatus status, DialReason reason)
    {
        var processes = new ScriptedProcesses(null, _time);
        var request = Request() with { AcceptTimeout = TimeSpan.FromSeconds(4) };

        var dial = Bounded(Options with { StaysOpen = staysOpen }, processes).DialAsync(request);
        _time.Advance(TimeSpan.FromSeconds(3.9));
        await Task.Delay(20);
        dial.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));
        var result = await dial;

        (result.Status, result.Reason, result.NativeCode, result.IsCancellationIgnored).Should().Be((status, reason, null, false));
        request.IsDispatching.Should().BeTrue();
        processes.Commands.Should().ContainSingle();
    }

    [Fact]
    [Requirement("PROV-6")]
    public async Task What_the_system_did_not_start_is_proved_and_not_doubted()
    {
        var request = Request();

        var result = await Bounded(Options, new(new ProcessOutcome(ProcessEnd.NotStarted, 13))).DialAsync(request);

        (result.Status, result.Reason, result.NativeCode).Should().Be((DialStatus.NotDispatched, DialReason.NoHandler, 13));
        result.Message.Should().Contain("'dial'").And.NotContain("/opt").And.NotContain("22517000");
        request.IsDispatching.Should().BeFalse();
    }

    [Theory]
    [Requirement("PROV-7")]
    [InlineData(true, DialStatus.HandedOff, DialReason.None)]
    [InlineData(false, DialStatus.Ambiguous, DialReason.Cancelled)]
    public async Task Cancelling_after_the_start_gives_a_result(bool staysOpen, DialStatus status, DialReason reason)
    {
        using var cancel = new CancellationTokenSource();
        var request = Request();

        var dial = Provider(Options with { StaysOpen = staysOpen }, new(null, _time)).DialAsync(request, cancel.Token);
        await cancel.CancelAsync();
        var result = await dial;

        (result.Status, result.Reason, result.IsCancellationIgnored).Should().Be((status, reason, true));
        request.IsDispatching.Should().BeTrue();
    }

    [Fact]
    [Requirement("PROV-7")]
    public async Task Cancelled_before_the_start_nothing_is_started()
    {
        var processes = new ScriptedProcesses(Success);

        await FluentActions.Awaiting(() => Provider(Options, processes).DialAsync(Request(), new(true))).Should().ThrowAsync<OperationCanceledException>();

        processes.Commands.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-7")]
    public async Task A_failure_behind_the_start_is_a_result_too()
    {
        var request = Request();

        var result = await Provider(Options, new(null) { Failure = new IOException("+4722517000") }).DialAsync(request);

        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, DialReason.ProviderFailed));
        result.Message.Should().NotContain("22517000");
        request.IsDispatching.Should().BeTrue();
    }

    [Fact]
    [Requirement("PROV-9")]
    public async Task A_dry_run_starts_nothing_and_says_what_would_be_without_the_number()
    {
        var processes = new ScriptedProcesses(Success);

        var result = await Provider(Options, processes).DialAsync(Request() with { DryRun = true });

        (result.Status, result.Message).Should().Be((DialStatus.DryRun, "The program 'dial' would be started with 2 arguments."));
        processes.Commands.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PROV-9")]
    public async Task The_status_starts_nothing_and_says_whether_the_program_is_there()
    {
        var processes = new ScriptedProcesses(Success);
        _time.Advance(TimeSpan.FromHours(1));
        var missing = await Provider(new("/nowhere/dial", "%p"), processes).GetService<IProviderStatus>()!.GetStatusAsync();
        var own = await Provider(new(Environment.ProcessPath!, "%p"), processes, OperatingSystem.IsWindows()).GetStatusAsync();

        (missing.State, missing.Handler, missing.CheckedAt).Should().Be((ProviderState.NoHandler, "dial", DateTimeOffset.UnixEpoch.AddHours(1)));
        missing.Message.Should().Contain("'dial'");
        (own.State, own.Message).Should().Be((ProviderState.Ready, null));
        processes.Commands.Should().BeEmpty();
        await FluentActions.Awaiting(() => Provider(Options, processes).GetStatusAsync(new(true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    [Requirement("PROV-9")]
    public async Task What_it_cannot_do_it_says_and_does_not_try()
    {
        var processes = new ScriptedProcesses(Success);
        var provider = Provider(Options, processes);

        var prefill = await provider.DialAsync(Request() with { Mode = DialMode.Prefill });
        var nobody = await provider.DialAsync(new DialRequest(TelephonyUri.Parse("callto:alice")));

        (prefill.Status, prefill.Reason).Should().Be((DialStatus.NotDispatched, DialReason.ModeNotSupported));
        (nobody.Status, nobody.Reason).Should().Be((DialStatus.Invalid, DialReason.NoNumber));
        processes.Commands.Should().BeEmpty();
        provider.GetService<TelephonyCapabilities>().Should().Be(new TelephonyCapabilities { Knowledge = CallKnowledge.HandOff });
        Provider(Options with { ExitCodes = new Dictionary<int, DialStatus> { [0] = DialStatus.Accepted } }, processes)
            .GetService<TelephonyCapabilities>()!.Knowledge.Should().Be(CallKnowledge.Acceptance);
        provider.GetService<ProcessTelephonyProvider>().Should().BeSameAs(provider);
        provider.GetService<TelephonyCapabilities>("key").Should().BeNull();
        provider.GetService<string>().Should().BeNull();
    }

    private static DialRequest Request() => new(PhoneNumber.Parse("+47 22 51 70 00"));

    private ProcessTelephonyProvider Provider(ProcessTelephonyOptions options, ScriptedProcesses processes, bool isWindows = false) => new(options, _time, processes, isWindows);

    private ITelephonyProvider Bounded(ProcessTelephonyOptions options, ScriptedProcesses processes) => new TelephonyProviderBuilder(Provider(options, processes)).Build();
}
