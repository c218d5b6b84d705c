using CustomProvider;

namespace PhoneLink.Tests.Testing;

public sealed class ConformanceTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<SimulatedTelephonyProvider> _made = [];
    private readonly string _spool = Directory.CreateTempSubdirectory("phonelink").FullName;

    public static TheoryData<string> Checks => [.. ProviderConformance.Checks];

    public static TheoryData<string, string> Faults => new()
    {
        { "Null_is_a_wrong_call", nameof(Fault.TakesNull) },
        { "It_gives_what_it_has_by_type", nameof(Fault.GivesNothing) },
        { "Abilities_are_what_it_says", nameof(Fault.ClaimsNoHangUp) },
        { "The_answer_is_for_the_request", nameof(Fault.AnswersForAnother) },
        { "One_dial_is_one_call", nameof(Fault.DialsTwice) },
        { "One_dial_is_one_call", nameof(Fault.DoesNothing) },
        { "One_dial_is_one_call", nameof(Fault.DeniesTheCall) },
        { "Cancelled_before_nothing_is_dialled", nameof(Fault.IgnoresTheToken) },
        { "A_dry_run_dials_nothing", nameof(Fault.IgnoresDryRun) },
        { "A_mode_that_it_does_not_know_is_not_carried_out", nameof(Fault.PlacesAnyway) },
        { "An_id_is_dialled_once", nameof(Fault.ForgetsIds) },
        { "Calls_at_once_keep_their_ids", nameof(Fault.MixesAnswers) },
        { "The_status_changes_nothing", nameof(Fault.DialsForStatus) },
        { "Without_a_back_end_nothing_is_claimed", nameof(Fault.ClaimsWithoutBackEnd) },
        { "Events_are_in_order_and_end_once", nameof(Fault.EndsTwice) },
        { "Events_are_in_order_and_end_once", nameof(Fault.SkipsNumbers) },
        { "Events_are_in_order_and_end_once", nameof(Fault.GoesBack) },
        { "Events_are_in_order_and_end_once", nameof(Fault.NeverEnds) },
        { "A_late_reader_sees_the_call", nameof(Fault.ForgetsLateReaders) },
        { "A_reader_may_act", nameof(Fault.HoldsReaders) },
        { "Hanging_up_ends_that_call", nameof(Fault.HangsUpTheOther) },
        { "Hanging_up_ends_that_call", nameof(Fault.KnowsEveryCall) },
        { "Disposing_ends_the_streams", nameof(Fault.LeavesStreamsOpen) },
        { "Hostile_text_makes_no_more_of_it", nameof(Fault.SplitsLines) },
        { "No_digits_are_told", nameof(Fault.TellsTheNumber) },
    };

    public void Dispose() => Directory.Delete(_spool, recursive: true);

    [Theory]
    [Requirement("KIT-1")]
    [MemberData(nameof(Checks))]
    public Task The_simulated_telephone_conforms(string check) => Kit(Fault.None).VerifyAsync(check);

    [Theory]
    [Requirement("KIT-2")]
    [MemberData(nameof(Checks))]
    public Task Every_check_has_a_provider_that_fails_it(string check)
    {
        Faults.Should().Contain(row => (string)row[0] == check);
        return Task.CompletedTask;
    }

    [Theory]
    [Requirement("KIT-2")]
    [MemberData(nameof(Faults))]
    public async Task A_wrong_provider_fails_in_the_check_for_it(string check, string fault) =>
        await Kit(Enum.Parse<Fault>(fault)).Invoking(kit => kit.VerifyAsync(check)).Should().ThrowAsync<ConformanceException>().WithMessage($"{check}: *");

    [Fact]
    [Requirement("KIT-3")]
    public async Task All_failures_are_told_at_once_and_an_unknown_check_is_a_wrong_call()
    {
        (await Kit(Fault.DialsTwice).Invoking(static kit => kit.VerifyAsync()).Should().ThrowAsync<ConformanceException>())
            .Which.Message.Should().Contain("One_dial_is_one_call").And.Contain("An_id_is_dialled_once");
        await Kit(Fault.None).Invoking(static kit => kit.VerifyAsync("Nothing")).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    [Requirement("KIT-4")]
    public Task The_smallest_provider_conforms()
    {
        Directory.CreateDirectory(Path.Combine(_spool, "tmp"));
        var outgoing = Directory.CreateDirectory(Path.Combine(_spool, "outgoing"));
        return new ProviderConformance(() => new SpoolProvider(_spool, "PJSIP/desk"))
        {
            CountCalls = () => outgoing.GetFiles().Length,
            MakeWithoutBackEnd = static () => new SpoolProvider("none", "PJSIP/desk"),
        }.VerifyAsync();
    }

    [Fact]
    [Requirement("KIT-4")]
    public Task Links_conform()
    {
        var launcher = new CountingLauncher(LaunchStatus.Started);
        return new ProviderConformance(() => new LinkTelephonyProvider(PhoneLinkFormat.Default, launcher))
        {
            CountCalls = () => launcher.Count,
            MakeWithoutBackEnd = static () => new LinkTelephonyProvider(PhoneLinkFormat.Default, new CountingLauncher(LaunchStatus.NoHandler)),
        }.VerifyAsync();
    }

    [Fact]
    [Requirement("KIT-5")]
    public async Task A_simulated_call_goes_by_the_clock_of_the_test()
    {
        using var phone = new SimulatedTelephonyProvider(_time) { Steps = static _ => SimulatedCalls.Declined };
        var request = new DialRequest(PhoneNumber.Parse("+12025550143"));
        await phone.DialAsync(request);
        phone.Events.Find(request.CallId)!.State.Should().Be(CallState.Dispatching);
        _time.Advance(TimeSpan.FromSeconds(1));
        phone.Events.Find(request.CallId)!.State.Should().Be(CallState.Alerting);
        _time.Advance(TimeSpan.FromSeconds(3));

        phone.Events.Find(request.CallId).Should().Match<CallEvent>(static news => news.State == CallState.Ended && news.EndReason == CallEndReason.Declined && news.NativeCode == 603);
        phone.Dispatched.Should().Equal(request);
    }

    private ProviderConformance Kit(Fault fault) => new(() => Make(fault))
    {
        CountCalls = () => _made.Sum(static phone => phone.Dispatched.Count),
        MakeWithoutBackEnd = () =>
        {
            var phone = Make(fault);
            phone.Inner.Answer = request => new(fault is Fault.ClaimsWithoutBackEnd ? DialStatus.Accepted : DialStatus.NotDispatched, request.CallId) { Reason = DialReason.Unreachable };
            return phone;
        },
        Advance = () => _time.Advance(TimeSpan.FromMilliseconds(500)),
        Patience = TimeSpan.FromSeconds(fault is Fault.None ? 10 : 1),
    };

    private WrongProvider Make(Fault fault)
    {
        var phone = new WrongProvider(_time, fault);
        _made.Add(phone.Inner);
        return phone;
    }

    private sealed class CountingLauncher(LaunchStatus status) : ILinkLauncher
    {
        private int _count;

        public int Count => _count;

        public Task<LaunchResult> LaunchAsync(TelephonyUri link, TimeSpan timeout, CancellationToken cancellationToken = default)
        {
            if (status is LaunchStatus.Started)
                Interlocked.Increment(ref _count);

            return Task.FromResult(new LaunchResult(status));
        }
    }
}
