namespace PhoneLink.Tests.Dialing;

/// <summary>How long a question is open, and where it is asked.</summary>
public class ConfirmationPatienceTests
{
    private readonly ScriptedProvider _back = new(DialStatus.HandedOff);

    [Fact]
    [Requirement("DIAL-44")]
    public async Task A_question_that_nobody_answers_is_a_no_after_a_minute_and_is_told_so()
    {
        var time = new ManualTimeProvider();
        var answer = new TaskCompletionSource<bool>();
        var asking = default(CancellationToken);
        var provider = new TelephonyProviderBuilder(_back).UseConfirmation((_, token) =>
        {
            asking = token;
            return answer.Task;
        }).Build(new Services(time));
        var dial = provider.DialAsync(FromLink());

        time.Advance(TimeSpan.FromSeconds(59));
        dial.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        var result = await dial.WaitAsync(TimeSpan.FromSeconds(10));

        (result.Status, result.Reason).Should().Be((DialStatus.Blocked, DialReason.NoAnswer));
        asking.IsCancellationRequested.Should().BeTrue();
        answer.SetResult(true); // A late yes.
        _back.Dialled.Should().BeEmpty();
    }

    /// <summary>A modal window, or a read of the console, holds the thread that asks until somebody answers.</summary>
    [Theory]
    [Requirement("DIAL-44")]
    [InlineData(59, true, DialStatus.HandedOff, DialReason.None)]
    [InlineData(60, true, DialStatus.Blocked, DialReason.NoAnswer)]
    [InlineData(66, true, DialStatus.Blocked, DialReason.NoAnswer)]
    [InlineData(66, false, DialStatus.Blocked, DialReason.NoAnswer)]
    public async Task A_question_that_holds_its_thread_is_not_heard_after_a_minute(int seconds, bool yes, DialStatus status, DialReason reason)
    {
        var time = new ManualTimeProvider();
        var toldToClose = false;
        var provider = new TelephonyProviderBuilder(_back).UseConfirmation((_, token) =>
        {
            time.Advance(TimeSpan.FromSeconds(seconds));
            toldToClose = token.IsCancellationRequested;
            return Task.FromResult(yes);
        }).Build(new Services(time));

        var result = await provider.DialAsync(FromLink());

        (result.Status, result.Reason).Should().Be((status, reason));
        toldToClose.Should().Be(seconds >= 60);
        _back.Dialled.Should().HaveCount(status is DialStatus.HandedOff ? 1 : 0);
    }

    [Fact]
    [Requirement("DIAL-44")]
    public async Task The_minute_begins_with_the_question_not_with_its_first_wait()
    {
        var time = new ManualTimeProvider();
        var answer = new TaskCompletionSource<bool>();
        var provider = new TelephonyProviderBuilder(_back).UseConfirmation((_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(40));
            return answer.Task;
        }).Build(new Services(time));
        var dial = provider.DialAsync(FromLink());

        time.Advance(TimeSpan.FromSeconds(20));

        (await dial.WaitAsync(TimeSpan.FromSeconds(10))).Reason.Should().Be(DialReason.NoAnswer);
    }

    [Fact]
    [Requirement("DIAL-44")]
    public async Task The_clock_decides_where_the_timer_is_late()
    {
        var time = new ManualTimeProvider();
        var provider = new TelephonyProviderBuilder(_back).UseConfirmation((_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(66));
            return Task.FromResult(true);
        }).Build(new Services(new WithoutTimers(time)));

        (await provider.DialAsync(FromLink())).Reason.Should().Be(DialReason.NoAnswer);
    }

    [Theory]
    [Requirement("DIAL-44")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_to_the_call_to_close_is_a_late_one(bool yes)
    {
        var time = new ManualTimeProvider();
        var provider = new TelephonyProviderBuilder(_back).UseConfirmation(async (_, token) =>
        {
            var closed = new TaskCompletionSource<bool>();
            using var registration = token.Register(() => Close(closed, yes));
            return await closed.Task;
        }).Build(new Services(time));
        var dial = provider.DialAsync(FromLink());

        time.Advance(TimeSpan.FromSeconds(60));
        var result = await dial.WaitAsync(TimeSpan.FromSeconds(10));

        (result.Status, result.Reason).Should().Be((DialStatus.Blocked, DialReason.NoAnswer));
        _back.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("DIAL-44")]
    public async Task A_question_that_cannot_be_closed_harms_nobody()
    {
        var time = new ManualTimeProvider();
        var provider = new TelephonyProviderBuilder(_back).UseConfirmation((_, token) =>
        {
            token.Register(static () => throw new InvalidOperationException("A window is closed on its own thread only."));
            return new TaskCompletionSource<bool>().Task;
        }).Build(new Services(time));
        var dial = provider.DialAsync(FromLink());

        time.Advance(TimeSpan.FromSeconds(60));

        (await dial.WaitAsync(TimeSpan.FromSeconds(10))).Reason.Should().Be(DialReason.NoAnswer);
    }

    /// <summary>A window can be shown only where its thread pumps messages; what is asked elsewhere is not asked.</summary>
    [Fact]
    [Requirement("DIAL-45")]
    public async Task The_question_is_asked_on_the_callers_thread_and_context()
    {
        var context = new SynchronizationContext();
        var before = SynchronizationContext.Current;
        var asked = (Thread: 0, Context: default(SynchronizationContext));
        var provider = new TelephonyProviderBuilder(_back).UseDefaults((_, _) =>
        {
            asked = (Environment.CurrentManagedThreadId, SynchronizationContext.Current);
            return Task.FromResult(true);
        }).Build();
        Task<DialResult> dial;
        int caller;
        try
        {
            SynchronizationContext.SetSynchronizationContext(context);
            caller = Environment.CurrentManagedThreadId;
            dial = provider.DialAsync(FromLink());
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        (await dial).Status.Should().Be(DialStatus.HandedOff);
        asked.Should().Be((caller, context));
    }

    private static void Close(TaskCompletionSource<bool> question, bool yes)
    {
        if (yes)
            question.SetResult(true);
        else
            question.SetCanceled();
    }

    private static DialRequest FromLink() => new(PhoneNumber.Parse("+47 22 51 70 00")) { Cause = DialCause.Link };

    private sealed class Services(TimeProvider time) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? time : null;
    }

    /// <summary>Timers that no thread is free to serve.</summary>
    private sealed class WithoutTimers(TimeProvider clock) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(static _ => { }, null, dueTime, period);
    }
}
