using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink.Tests.Dialing;

public class DuplicateGuardTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private readonly ManualTimeProvider _time = new();

    [Fact]
    [Requirement("DIAL-50")]
    public async Task Fifty_clicks_at_once_place_one_call()
    {
        var gate = new Gate(DialStatus.HandedOff);
        var back = new ScriptedProvider(gate.AnswerAsync);
        var guard = Guard(back);
        using var start = new Barrier(50);
        var clicks = Enumerable.Range(0, 50).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return guard.DialAsync(Number);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToArray();
        SpinWait.SpinUntil(() => !back.Dialled.IsEmpty);
        gate.Open();

        var results = await Task.WhenAll(clicks);

        var placed = results.Single(result => result.Status is DialStatus.HandedOff);
        placed.CallId.Should().Be(back.Dialled.Single().CallId);
        placed.OriginalCallId.Should().BeNull();
        results.Where(result => result != placed).Should().OnlyContain(
            result => result.Status == DialStatus.Duplicate && result.Reason == DialReason.Repeated && result.OriginalCallId == placed.CallId && result.CallMayExist);
        results.Select(result => result.CallId).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [Requirement("DIAL-51")]
    [InlineData(0, 1)]
    [InlineData(2999, 1)]
    [InlineData(3000, 2)]
    public async Task The_window_is_three_seconds_from_the_end_of_the_first(int milliseconds, int calls)
    {
        var back = new ScriptedProvider((request, _) =>
        {
            _time.Advance(TimeSpan.FromSeconds(60));
            return Task.FromResult(new DialResult(DialStatus.Accepted, request.CallId));
        });
        var guard = Guard(back);

        await guard.DialAsync(Number);
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await guard.DialAsync(Number);

        back.Dialled.Should().HaveCount(calls);
    }

    [Theory]
    [Requirement("DIAL-51")]
    [InlineData(DialStatus.Invalid, 2)]
    [InlineData(DialStatus.Blocked, 2)]
    [InlineData(DialStatus.NotDispatched, 2)]
    [InlineData(DialStatus.HandedOff, 1)]
    [InlineData(DialStatus.Accepted, 1)]
    [InlineData(DialStatus.Duplicate, 1)]
    [InlineData(DialStatus.DryRun, 2)]
    [InlineData(DialStatus.Ambiguous, 1)]
    public async Task Only_calls_that_may_exist_are_remembered(DialStatus status, int calls)
    {
        var back = new ScriptedProvider(status);
        var guard = Guard(back);

        await guard.DialAsync(Number);
        var second = await guard.DialAsync(Number);

        back.Dialled.Should().HaveCount(calls);
        second.Status.Should().Be(calls == 1 ? DialStatus.Duplicate : status);
    }

    [Theory]
    [Requirement("DIAL-52")]
    [InlineData("tel:+4722517000", "tel:+47-22-51-70-00", true)]
    [InlineData("tel:+4722517000", "callto:+4722517000", true)]
    [InlineData("tel:+4722517000", "tel:+4722517001", false)]
    [InlineData("tel:+4722517000", "tel:+4722517000;ext=1", false)]
    [InlineData("tel:2251;phone-context=a.example", "tel:2251;phone-context=b.example", false)]
    [InlineData("callto:alice", "CALLTO:alice", true)]
    [InlineData("callto:alice", "callto:bob", false)]
    public async Task What_is_dialled_tells_two_calls_apart(string first, string second, bool same)
    {
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var guard = Guard(back);

        await guard.DialAsync(new DialRequest(TelephonyUri.Parse(first)));
        await guard.DialAsync(new DialRequest(TelephonyUri.Parse(second)));

        back.Dialled.Should().HaveCount(same ? 1 : 2);
    }

    [Fact]
    [Requirement("DIAL-52")]
    public async Task Another_user_or_other_post_dial_digits_are_another_call()
    {
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var guard = Guard(back);

        await guard.DialAsync(new DialRequest(Number) { Scope = new() { User = "1" } });
        await guard.DialAsync(new DialRequest(Number) { Scope = new() { User = "2" } });
        await guard.DialAsync(new DialRequest(Number) { Scope = new() { User = "2", Group = "sales" } });
        await guard.DialAsync(new DialRequest(Number) { Scope = new() { User = "2", Database = "another customer" } });
        await guard.DialAsync(PhoneNumber.Parse("+4722517000,,1111#"));
        await guard.DialAsync(PhoneNumber.Parse("+4722517000,,2222#"));

        back.Dialled.Should().HaveCount(5);
    }

    [Theory]
    [Requirement("DIAL-53")]
    [InlineData(DialStatus.NotDispatched)]
    [InlineData(DialStatus.Blocked)]
    [InlineData(DialStatus.Invalid)]
    public async Task A_double_click_shares_an_outcome_without_a_call_under_its_own_id(DialStatus status)
    {
        var gate = new Gate(status);
        var back = new ScriptedProvider(gate.AnswerAsync);
        var guard = Guard(back);
        var (first, second) = (new DialRequest(Number), new DialRequest(Number));
        var clicks = new[] { guard.DialAsync(first), guard.DialAsync(second) };
        gate.Open();

        var results = await Task.WhenAll(clicks);

        back.Dialled.Should().ContainSingle();
        results.Should().OnlyContain(result => result.Status == status);
        (results[1].CallId, results[1].OriginalCallId).Should().Be((second.CallId, first.CallId));
    }

    [Fact]
    [Requirement("DIAL-57")]
    public async Task The_second_clicks_cancellation_ends_only_its_own_waiting()
    {
        var gate = new Gate(DialStatus.HandedOff);
        var guard = Guard(new ScriptedProvider(gate.AnswerAsync));
        using var second = new CancellationTokenSource();
        var first = guard.DialAsync(Number);
        var waiting = guard.DialAsync(Number, second.Token);

        await second.CancelAsync();
        (await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(second.Token);
        gate.Open();

        (await first).Status.Should().Be(DialStatus.HandedOff);
    }

    [Fact]
    [Requirement("DIAL-57")]
    public async Task When_the_first_is_cancelled_the_second_dials_itself()
    {
        var gate = new Gate(DialStatus.HandedOff);
        var back = new ScriptedProvider(gate.AnswerAsync);
        var guard = Guard(back);
        using var first = new CancellationTokenSource();
        var cancelled = guard.DialAsync(Number, first.Token);
        var others = new[] { guard.DialAsync(Number), guard.DialAsync(Number) };

        await first.CancelAsync();
        await FluentActions.Awaiting(() => cancelled).Should().ThrowAsync<OperationCanceledException>();
        gate.Open();

        (await Task.WhenAll(others)).Select(result => result.Status).Should().BeEquivalentTo([DialStatus.HandedOff, DialStatus.Duplicate]);
        back.Dialled.Should().HaveCount(2);
    }

    [Fact]
    [Requirement("DIAL-58")]
    public async Task A_declined_link_does_not_stop_the_person_who_presses_the_button()
    {
        var answer = new TaskCompletionSource<bool>();
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var provider = new TelephonyProviderBuilder(back).UseDuplicateGuard().UseConfirmation((_, _) => answer.Task).Build();
        var link = provider.DialAsync(new DialRequest(Number) { Cause = DialCause.Link });
        var button = provider.DialAsync(Number);
        answer.SetResult(false);

        (await link).Reason.Should().Be(DialReason.Declined);
        (await button).Status.Should().Be(DialStatus.HandedOff);
    }

    [Fact]
    [Requirement("DIAL-59")]
    public async Task A_layer_that_throws_after_the_call_does_not_make_the_guard_forget()
    {
        var back = new ScriptedProvider(DialStatus.Accepted);
        var provider = new TelephonyProviderBuilder(back).UseDuplicateGuard().UseOwn((inner, _) => new ThrowingAfter(inner)).Build();

        await FluentActions.Awaiting(() => provider.DialAsync(Number)).Should().ThrowAsync<IOException>();

        (await provider.DialAsync(Number)).Status.Should().Be(DialStatus.Duplicate);
        back.Dialled.Should().ContainSingle();
    }

    [Fact]
    [Requirement("DIAL-51")]
    public async Task The_window_is_the_hosts_choice()
    {
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var guard = Guard(back, TimeSpan.FromHours(1));
        await guard.DialAsync(Number);
        _time.Advance(TimeSpan.FromMinutes(59));
        (await guard.DialAsync(Number)).Status.Should().Be(DialStatus.Duplicate);

        var none = Guard(back, TimeSpan.Zero);
        await none.DialAsync(Number);
        (await none.DialAsync(Number)).Status.Should().Be(DialStatus.HandedOff);

        FluentActions.Invoking(() => new TelephonyProviderBuilder(back).UseDuplicateGuard(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private ITelephonyProvider Guard(ITelephonyProvider back, TimeSpan? window = null) =>
        new TelephonyProviderBuilder(back).UseDuplicateGuard(window).Build(new ServiceCollection().AddSingleton<TimeProvider>(_time).BuildServiceProvider());

    private sealed class ThrowingAfter(ITelephonyProvider inner) : DelegatingTelephonyProvider(inner)
    {
        public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
        {
            await Inner.DialAsync(request, cancellationToken);
            throw new IOException();
        }
    }
}
