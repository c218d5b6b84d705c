using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink.Tests.Dialing.Policies;

public class PolicyTests
{
    private readonly ScriptedProvider _back = new(DialStatus.HandedOff);
    private readonly List<DialRequest> _asked = [];

    [Theory]
    [Requirement("POL-1")]
    [InlineData("+4722517000", NumberKind.Fixed, 1, null)]
    [InlineData("+4722517000", NumberKind.Unknown, 1, null)]
    [InlineData("+4782900100", NumberKind.Premium, 1, DialConcern.PremiumRate)]
    [InlineData("1881", NumberKind.ShortCode, 1, DialConcern.UnknownCost)]
    [InlineData("*31#22517000", NumberKind.ServiceCode, 1, DialConcern.ServiceCode)]
    [InlineData("#31#", NumberKind.ServiceCode, 1, DialConcern.ServiceCode)]
    [InlineData("*#21#", NumberKind.ServiceCode, 1, DialConcern.ServiceCode)]
    [InlineData("##21#", NumberKind.ServiceCode, 1, DialConcern.ServiceCode)]
    [InlineData("*21*22517000#", NumberKind.ServiceCode, 0, null)]
    [InlineData("**21*22517000#", NumberKind.ServiceCode, 0, null)]
    [InlineData("*61*22517000**20#", NumberKind.ServiceCode, 0, null)]
    [InlineData("*62*1#", NumberKind.ServiceCode, 0, null)]
    [InlineData("*67*1#", NumberKind.ServiceCode, 0, null)]
    [InlineData("*002*1#", NumberKind.ServiceCode, 0, null)]
    [InlineData("**004*1#", NumberKind.ServiceCode, 0, null)]
    [InlineData("*21#", NumberKind.ServiceCode, 0, null)]
    [InlineData("*210#", NumberKind.ServiceCode, 1, DialConcern.ServiceCode)]
    public async Task By_default_a_person_is_asked_about_what_costs_or_changes_and_forwarding_is_blocked(string number, NumberKind kind, int calls, DialConcern? concern)
    {
        var result = await Phone(DialPolicies.Default).DialAsync(Request(number, kind));

        _back.Dialled.Should().HaveCount(calls);
        result.Status.Should().Be(calls == 1 ? DialStatus.HandedOff : DialStatus.Blocked);
        if (calls == 0)
            result.Reason.Should().Be(DialReason.NotAllowed);

        _asked.SelectMany(static request => request.Concerns).Should().Equal(concern is { } one ? [one] : []);
    }

    [Theory]
    [Requirement("POL-2")]
    [InlineData(DialCause.User, null)]
    [InlineData(DialCause.Program, DialConcern.Emergency)]
    [InlineData(DialCause.Link, DialConcern.Emergency)]
    public async Task A_persons_call_for_help_passes_everything_and_one_of_a_link_asks_once(DialCause cause, DialConcern? concern)
    {
        var strict = new ServiceCollection().AddSingleton<IDialPolicy>(new Own(DialVerdict.Block())).BuildServiceProvider();
        var phone = new TelephonyProviderBuilder(_back).UsePolicies().UseConfirmation(AskAsync).UseJournal(new BrokenJournal()).UseFloodLimit(1, TimeSpan.FromDays(1)).Build(strict);

        foreach (var number in cause is DialCause.User ? ["112", "911", "112"] : new[] { "112" })
            (await phone.DialAsync(Request(number, NumberKind.Emergency) with { Cause = cause })).Status.Should()
                .Be(cause is DialCause.User ? DialStatus.HandedOff : DialStatus.Blocked, "the journal is broken, and only a person's call for help does not wait for it");

        _asked.SelectMany(static request => request.Concerns).Should().Equal(concern is { } one ? [one] : []);
    }

    [Theory]
    [Requirement("POL-3")]
    [InlineData("NO", DialStatus.HandedOff, 0)]
    [InlineData("no", DialStatus.HandedOff, 0)]
    [InlineData("SE", DialStatus.HandedOff, 1)]
    [InlineData("XX", DialStatus.Blocked, 0)]
    [InlineData(null, DialStatus.HandedOff, 0)]
    public async Task Regions_are_asked_about_or_blocked(string? region, DialStatus status, int questions)
    {
        var policies = new DialPolicies { HomeRegions = ["NO"], OtherRegions = DialDecision.Confirm, BlockedRegions = ["xx"] };

        var result = await Phone(policies).DialAsync(Request("+4722517000", NumberKind.Fixed, region));

        (result.Status, _asked.Count).Should().Be((status, questions));
    }

    [Fact]
    [Requirement("POL-4")]
    public async Task Who_does_not_want_to_be_called_is_asked_about()
    {
        await Phone(new() { IsDoNotCall = static (_, _) => new(true) }).DialAsync(Request("+4722517000", NumberKind.Fixed));

        _asked.Should().ContainSingle().Which.Concerns.Should().Equal(DialConcern.DoNotCall);
    }

    [Fact]
    [Requirement("POL-5")]
    public async Task The_strictest_of_all_verdicts_holds_and_the_hosts_own_words_are_told()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDialPolicy>(new Own(DialVerdict.Allow));
        services.AddSingleton<IDialPolicy>(new Own(DialVerdict.Block("Not after six.")));

        var result = await Phone(DialPolicies.Default, services).DialAsync(Request("+4722517000", NumberKind.Fixed));

        (result.Status, result.Reason, result.Message).Should().Be((DialStatus.Blocked, DialReason.NotAllowed, "Not after six."));
        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("POL-5")]
    public async Task Concerns_add_up_and_none_is_lost_on_the_way()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDialPolicy>(new Own(new(DialDecision.Confirm)));

        await Phone(DialPolicies.Default, services).DialAsync(Request("+4782900100", NumberKind.Premium) with { Concerns = [DialConcern.DoNotCall] });

        _asked.Single().Concerns.Should().Equal(DialConcern.DoNotCall, DialConcern.PremiumRate, DialConcern.Other);
        (_asked.Single() with { Concerns = [] }).Concerns.Should().HaveCount(3, "a copy cannot be laxer");
    }

    [Theory]
    [Requirement("POL-6")]
    [InlineData(true, DialMode.Prefill, 0)]
    [InlineData(false, DialMode.Place, 1)]
    public async Task A_number_is_shown_where_the_provider_can_else_a_person_is_asked(bool canPrefill, DialMode mode, int questions)
    {
        var back = new ScriptedProvider(DialStatus.HandedOff) { Capabilities = new() { CanPrefill = canPrefill } };
        var phone = new TelephonyProviderBuilder(back).UsePolicies(new() { PremiumRate = DialDecision.Prefill }).UseConfirmation(AskAsync).Build();

        await phone.DialAsync(Request("+4782900100", NumberKind.Premium));

        (back.Dialled.Single().Mode, _asked.Count).Should().Be((mode, questions));
    }

    [Fact]
    [Requirement("POL-7")]
    public async Task A_policy_that_fails_blocks_and_what_a_policy_doubts_nobody_places_unasked()
    {
        var services = new ServiceCollection().AddSingleton<IDialPolicy>(new Own(null));
        var failed = await Phone(DialPolicies.Default, services).DialAsync(Request("+4722517000", NumberKind.Fixed));
        var unasked = await new TelephonyProviderBuilder(_back).UseDefaults().Build().DialAsync(Request("+4782900100", NumberKind.Premium));

        (failed.Status, failed.Reason).Should().Be((DialStatus.Blocked, DialReason.PolicyFailed));
        (unasked.Status, unasked.Reason).Should().Be((DialStatus.Blocked, DialReason.ConfirmationMissing));
        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("POL-8")]
    public async Task A_user_places_so_many_calls_in_a_time_and_another_user_his_own()
    {
        var time = new ManualTimeProvider();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time).BuildServiceProvider();
        var phone = new TelephonyProviderBuilder(_back).UseFloodLimit(2, TimeSpan.FromMinutes(1)).Build(services);
        Task<DialResult> DialAsync(string user, string number = "+4722517000") => phone.DialAsync(new DialRequest(PhoneNumber.Parse(number)) { Scope = new() { User = user } });

        await DialAsync("ada");
        time.Advance(TimeSpan.FromSeconds(20));
        await DialAsync("ada");
        var third = await DialAsync("ada");

        (third.Status, third.Reason, third.RetryAfter).Should().Be((DialStatus.Blocked, DialReason.TooManyCalls, TimeSpan.FromSeconds(40)));
        (await DialAsync("ada", "112")).Status.Should().Be(DialStatus.HandedOff);
        (await DialAsync("bob")).Status.Should().Be(DialStatus.HandedOff);
        time.Advance(TimeSpan.FromSeconds(40));
        (await DialAsync("ada")).Status.Should().Be(DialStatus.HandedOff);
        (await DialAsync("ada")).Status.Should().Be(DialStatus.Blocked);
    }

    [Fact]
    [Requirement("POL-9")]
    public async Task A_rehearsal_dials_nothing()
    {
        await new TelephonyProviderBuilder(_back).UseDryRun().Build().DialAsync(PhoneNumber.Parse("+4722517000"));

        _back.Dialled.Single().DryRun.Should().BeTrue();
    }

    [Fact]
    [Requirement("POL-10")]
    public async Task The_default_pipeline_takes_the_policies_of_the_services()
    {
        var services = new ServiceCollection();
        services.AddPhoneLink().JudgeWith(new DialPolicies { PremiumRate = DialDecision.Block }).JudgeWith(new DialPolicies { PremiumRate = DialDecision.Allow });
        var premium = Request("+1 900 123 4567", NumberKind.Premium);

        var result = await new TelephonyProviderBuilder(_back).UsePolicies().UseConfirmation(AskAsync).Build(services.BuildServiceProvider()).DialAsync(premium);
        result.Status.Should().Be(DialStatus.HandedOff);
        _asked.Should().BeEmpty("the last registration allows it");

        var named = new TelephonyProviderBuilder(_back).UsePolicies(new() { PremiumRate = DialDecision.Block }).Build(services.BuildServiceProvider());
        (await named.DialAsync(premium)).Status.Should().Be(DialStatus.Blocked, "a pipeline that names its own keeps to them");
    }

    private static DialRequest Request(string number, NumberKind kind, string? region = null)
    {
        var read = PhoneNumber.Parse(number);
        return new(read) { Analysis = new(read, new NumberDetails(kind) { Region = region }) };
    }

    private ITelephonyProvider Phone(DialPolicies policies, IServiceCollection? services = null) =>
        new TelephonyProviderBuilder(_back).UsePolicies(policies).UseConfirmation(AskAsync).Build(services?.BuildServiceProvider());

    private Task<bool> AskAsync(DialRequest request, CancellationToken cancellationToken)
    {
        _asked.Add(request);
        return Task.FromResult(true);
    }

    private sealed class Own(DialVerdict? verdict) : IDialPolicy
    {
        public ValueTask<DialVerdict> JudgeAsync(DialRequest request, CancellationToken cancellationToken = default) =>
            new(verdict ?? throw new InvalidOperationException());
    }

    private sealed class BrokenJournal : ICallJournal
    {
        public ValueTask<JournalAnswer> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default) => throw new IOException();

        public ValueTask EndAsync(DialResult result) => throw new IOException();
    }
}
