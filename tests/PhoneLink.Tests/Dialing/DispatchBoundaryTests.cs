namespace PhoneLink.Tests.Dialing;

public class DispatchBoundaryTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    public static TheoryData<Exception> Passing => [new ArgumentException("x"), new ArgumentNullException("x"), new ObjectDisposedException("x")];

    public static TheoryData<Exception> Other => [new InvalidOperationException("+4722517000"), new TimeoutException(), new IOException(), new AggregateException()];

    [Theory]
    [Requirement("DIAL-30")]
    [MemberData(nameof(Passing))]
    public async Task Wrong_calls_and_disposal_pass_before_the_mark(Exception exception) =>
        (await FluentActions.Awaiting(() => Dial(exception, mark: false)).Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(exception);

    [Theory]
    [Requirement("DIAL-30")]
    [MemberData(nameof(Passing))]
    [MemberData(nameof(Other))]
    public async Task After_the_mark_nothing_is_thrown(Exception exception) => await IsAmbiguous(Dial(exception, mark: true), DialReason.ProviderFailed);

    [Theory]
    [Requirement("DIAL-30")]
    [MemberData(nameof(Other))]
    public async Task A_missing_mark_proves_nothing(Exception exception) => await IsAmbiguous(Dial(exception, mark: false), DialReason.ProviderFailed);

    [Fact]
    [Requirement("DIAL-31")]
    public async Task Cancellation_by_the_caller_passes_only_before_the_mark()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => Dial(new OperationCanceledException(), mark: false, cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();
        await IsAmbiguous(Dial(new OperationCanceledException(), mark: true, cancelled.Token), DialReason.Cancelled);
    }

    [Fact]
    [Requirement("DIAL-31")]
    public async Task A_time_out_of_the_providers_own_is_no_cancellation() =>
        await IsAmbiguous(Dial(new TaskCanceledException(), mark: false), DialReason.ProviderFailed);

    [Fact]
    [Requirement("DIAL-32")]
    public async Task Not_dispatched_after_the_mark_is_doubted()
    {
        var provider = Build((request, _) =>
        {
            (request with { Device = "desk" }).MarkDispatching();
            return Task.FromResult(new DialResult(DialStatus.NotDispatched, request.CallId) { Reason = DialReason.NoHandler, NativeCode = 3, Message = "No." });
        });

        var result = await provider.DialAsync(Number);

        (result.Status, result.Reason, result.NativeCode).Should().Be((DialStatus.Ambiguous, DialReason.Undecidable, 3));
        result.Message.Should().NotBe("No.");
    }

    [Theory]
    [Requirement("DIAL-32")]
    [InlineData(DialStatus.Invalid)]
    [InlineData(DialStatus.Blocked)]
    [InlineData(DialStatus.NotDispatched)]
    [InlineData(DialStatus.HandedOff)]
    [InlineData(DialStatus.Accepted)]
    [InlineData(DialStatus.DryRun)]
    [InlineData(DialStatus.Ambiguous)]
    public async Task An_answer_before_the_mark_stays_and_sets_it_when_a_call_may_exist(DialStatus status)
    {
        var request = new DialRequest(Number);

        var result = await new TelephonyProviderBuilder(new ScriptedProvider(status)).Build().DialAsync(request);

        result.Status.Should().Be(status);
        request.IsDispatching.Should().Be(result.CallMayExist);
    }

    [Fact]
    [Requirement("DIAL-30")]
    public async Task No_answer_at_all_is_ambiguous()
    {
        await IsAmbiguous(Build((_, _) => Task.FromResult<DialResult>(null!)).DialAsync(Number), DialReason.ProviderFailed);
        await IsAmbiguous(Build((_, _) => null!).DialAsync(Number), DialReason.ProviderFailed);
    }

    /// <summary>A layer of the host's own, which fails before it passes the call on, or after.</summary>
    [Theory]
    [Requirement("DIAL-33")]
    [InlineData(DialStatus.Accepted)]
    [InlineData(DialStatus.NotDispatched)]
    public async Task What_a_layer_throws_becomes_a_result_and_no_second_dial(DialStatus below)
    {
        var back = new ScriptedProvider(below);
        var phone = new TelephonyProviderBuilder(back)
            .UseJournal(new InMemoryCallJournal())
            .Use(inner => new FailingLayer(inner, new InvalidOperationException("+4722517000")))
            .Build();
        var request = new DialRequest(Number);

        await IsAmbiguous(phone.DialAsync(request), DialReason.ProviderFailed);
        (await phone.DialAsync(request)).Should().Match<DialResult>(static result => result.Status == DialStatus.Duplicate && result.CallMayExist);
        back.Dialled.Should().ContainSingle("the journal has the id");
    }

    [Fact]
    [Requirement("DIAL-33")]
    public async Task A_layer_may_throw_what_proves_that_there_is_no_call()
    {
        var wrong = new ArgumentException("x");
        await FluentActions.Awaiting(() => Layered(DialStatus.NotDispatched, wrong).DialAsync(Number)).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => Layered(DialStatus.NotDispatched, new OperationCanceledException()).DialAsync(Number, new(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        await IsAmbiguous(Layered(DialStatus.HandedOff, wrong).DialAsync(Number), DialReason.ProviderFailed);
        await IsAmbiguous(Layered(DialStatus.HandedOff, new OperationCanceledException()).DialAsync(Number, new(canceled: true)), DialReason.Cancelled);
    }

    private static ITelephonyProvider Layered(DialStatus below, Exception exception) =>
        new TelephonyProviderBuilder(new ScriptedProvider(below)).Use(inner => new FailingLayer(inner, exception)).Build();

    private sealed class FailingLayer(ITelephonyProvider inner, Exception exception) : DelegatingTelephonyProvider(inner)
    {
        public override async Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
        {
            await base.DialAsync(request, CancellationToken.None);
            throw exception;
        }
    }

    private static async Task IsAmbiguous(Task<DialResult> dial, DialReason reason)
    {
        var result = await dial;
        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, reason));
        result.Message.Should().NotBeNull().And.NotContain("22517000");
    }

    private static Task<DialResult> Dial(Exception exception, bool mark, CancellationToken cancellationToken = default) =>
        Build((request, _) =>
        {
            if (mark)
                request.MarkDispatching();

            throw exception;
        }).DialAsync(Number, cancellationToken);

    private static ITelephonyProvider Build(Func<DialRequest, CancellationToken, Task<DialResult>> answer) =>
        new TelephonyProviderBuilder(new ScriptedProvider(answer)).Build();
}
