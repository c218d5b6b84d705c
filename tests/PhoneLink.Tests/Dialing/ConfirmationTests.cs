namespace PhoneLink.Tests.Dialing;

public class ConfirmationTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private readonly ScriptedProvider _back = new(DialStatus.HandedOff);

    [Fact]
    [Requirement("DIAL-40")]
    public async Task A_link_without_anybody_to_ask_is_blocked_and_the_message_names_what_to_register()
    {
        var result = await new TelephonyProviderBuilder(_back).UseDefaults().Build().DialAsync(FromLink());

        (result.Status, result.Reason).Should().Be((DialStatus.Blocked, DialReason.ConfirmationMissing));
        result.Message.Should().Contain("AddPhoneLink().ConfirmWith(...)").And.Contain("UseDefaults(...)").And.Contain("UseConfirmation(...)");
        _back.Dialled.Should().BeEmpty();
    }

    [Theory]
    [Requirement("DIAL-40")]
    [InlineData(true, DialStatus.HandedOff, DialReason.None)]
    [InlineData(false, DialStatus.Blocked, DialReason.Declined)]
    public async Task A_person_decides_about_a_link(bool yes, DialStatus status, DialReason reason)
    {
        DialRequest? asked = null;
        var request = FromLink();

        var result = await Asking((about, _) => Task.FromResult(yes && (asked = about) is not null)).DialAsync(request);

        (result.Status, result.Reason, result.CallId).Should().Be((status, reason, request.CallId));
        _back.Dialled.Should().HaveCount(yes ? 1 : 0);
        asked.Should().BeSameAs(yes ? request : null);
    }

    [Theory]
    [Requirement("DIAL-41")]
    [InlineData(DialCause.User)]
    [InlineData(DialCause.Program)]
    public async Task Users_and_programs_are_not_asked(DialCause cause)
    {
        var result = await Asking((_, _) => throw new InvalidOperationException()).DialAsync(new DialRequest(Number) { Cause = cause });

        result.Status.Should().Be(DialStatus.HandedOff);
    }

    [Fact]
    [Requirement("DIAL-42")]
    public async Task A_question_that_fails_is_a_no()
    {
        Func<DialRequest, CancellationToken, Task<bool>>[] failures =
        [
            (_, _) => throw new InvalidOperationException(),
            (_, _) => Task.FromException<bool>(new ArgumentException("x")),
            (_, _) => throw new OperationCanceledException(),
            (_, _) => null!,
        ];
        foreach (var failure in failures)
        {
            var result = await Asking(failure).DialAsync(FromLink());
            (result.Status, result.Reason).Should().Be((DialStatus.Blocked, DialReason.ConfirmationFailed));
        }

        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-42")]
    public async Task The_callers_cancellation_ends_the_question_by_an_exception()
    {
        using var cancelled = new CancellationTokenSource();
        var dial = Asking(async (_, token) =>
        {
            await cancelled.CancelAsync();
            token.ThrowIfCancellationRequested();
            return true;
        }).DialAsync(FromLink(), cancelled.Token);

        await FluentActions.Awaiting(() => dial).Should().ThrowAsync<OperationCanceledException>();
        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-42")]
    public async Task The_callers_cancellation_ends_a_question_that_does_not_heed_it()
    {
        using var cancelled = new CancellationTokenSource();
        var never = new TaskCompletionSource<bool>();
        var dial = Asking((_, _) => never.Task).DialAsync(FromLink(), cancelled.Token);

        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => dial.WaitAsync(TimeSpan.FromSeconds(10))).Should().ThrowAsync<OperationCanceledException>();
        never.SetResult(true);
        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-42")]
    public async Task The_callers_cancellation_counts_more_than_the_answer_that_it_brought()
    {
        using var cancelled = new CancellationTokenSource();
        var dial = Asking((_, _) => Task.FromResult(CancelAndSayYes(cancelled))).DialAsync(FromLink(), cancelled.Token);

        (await FluentActions.Awaiting(() => dial).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancelled.Token);
        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-41")]
    public async Task An_unknown_cause_counts_as_the_strictest()
    {
        var result = await new TelephonyProviderBuilder(_back).UseConfirmation().Build().DialAsync(new DialRequest(Number) { Cause = (DialCause)9 });

        result.Status.Should().Be(DialStatus.Blocked);
    }

    [Theory]
    [Requirement("DIAL-43")]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_double_click_on_a_link_asks_once(bool yes, int calls)
    {
        var questions = 0;
        var answer = new TaskCompletionSource<bool>();
        var provider = new TelephonyProviderBuilder(_back).UseDuplicateGuard().UseConfirmation((_, _) =>
        {
            Interlocked.Increment(ref questions);
            return answer.Task;
        }).Build();

        var clicks = Enumerable.Range(0, 5).Select(_ => provider.DialAsync(FromLink())).ToArray();
        answer.SetResult(yes);
        var results = await Task.WhenAll(clicks);

        questions.Should().Be(1);
        _back.Dialled.Should().HaveCount(calls);
        results.Count(result => result.Status == (yes ? DialStatus.Duplicate : DialStatus.Blocked)).Should().Be(yes ? 4 : 5);
        results.Select(result => result.CallId).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [Requirement("DIAL-40")]
    [InlineData(true, DialStatus.Accepted)]
    [InlineData(false, DialStatus.Blocked)]
    public async Task The_defaults_take_who_is_asked(bool answer, DialStatus expected)
    {
        var phone = new TelephonyProviderBuilder(new ScriptedProvider(DialStatus.Accepted)).UseDefaults((_, _) => Task.FromResult(answer)).Build();

        (await phone.DialAsync(new DialRequest(PhoneNumber.Parse("+47 22 51 70 00")) { Cause = DialCause.Link })).Status.Should().Be(expected);
    }

    private static bool CancelAndSayYes(CancellationTokenSource caller)
    {
        caller.Cancel();
        return true;
    }

    private static DialRequest FromLink() => new(Number) { Cause = DialCause.Link };

    private ITelephonyProvider Asking(Func<DialRequest, CancellationToken, Task<bool>> confirm) =>
        new TelephonyProviderBuilder(_back).UseConfirmation(confirm).Build();
}
