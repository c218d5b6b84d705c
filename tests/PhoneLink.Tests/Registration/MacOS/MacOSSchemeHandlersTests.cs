using PhoneLink.Registration;
using PhoneLink.Registration.MacOS;

namespace PhoneLink.Tests.Registration.MacOS;

public sealed class MacOSSchemeHandlersTests
{
    private const string Ours = "com.contoso.Phone";
    private const string FaceTime = "com.apple.FaceTime";

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("com.contoso.phone", "com.contoso.phone", RegistrationStatus.Default, "com.contoso.phone")]
    [InlineData(FaceTime, "com.contoso.phone", RegistrationStatus.Candidate, FaceTime)]
    [InlineData(FaceTime, "com.contoso.phone2", RegistrationStatus.NotRegistered, FaceTime)]
    [InlineData(null, "com.contoso.phone", RegistrationStatus.Registered, Ours)]
    [InlineData(null, null, RegistrationStatus.NotRegistered, null)]
    [Requirement("MAC-4")]
    public void The_status_tells_whose_the_scheme_is(string? owner, string? handler, RegistrationStatus status, string? ownerId)
    {
        var handlers = Handlers(new() { Default = owner, Handlers = handler is null ? [] : [FaceTime, handler] });

        handlers.GetStatus("tel", Ours).Should().Be(new RegistrationInfo(status) { OwnerId = ownerId });
    }

    [Fact]
    [Requirement("MAC-5")]
    public async Task Who_is_the_default_already_does_not_ask()
    {
        var system = new FakeLaunchServices { Default = "com.contoso.phone" };

        (await AskAsync(system)).Should().Be(DefaultChange.Made);

        system.Asked.Should().BeEmpty();
    }

    [Fact]
    [Requirement("MAC-5")]
    public async Task Who_does_not_declare_the_scheme_does_not_ask()
    {
        var system = new FakeLaunchServices { Default = FaceTime, Handlers = [FaceTime] };

        (await AskAsync(system)).Should().Be(DefaultChange.NotDeclared);

        system.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData(-54, DefaultChange.SandboxDenied)]
    [InlineData(-10814, DefaultChange.Failed)]
    [InlineData(1, DefaultChange.Failed)]
    [Requirement("MAC-5")]
    public async Task A_refused_request_says_why(int status, object change) =>
        (await AskAsync(new() { Default = FaceTime, Handlers = [Ours], Status = status })).Should().Be((DefaultChange)change);

    [Fact]
    [Requirement("MAC-5")]
    public async Task A_request_that_the_system_follows_is_looked_up_twice()
    {
        var system = new FakeLaunchServices { Default = FaceTime, Handlers = [Ours] }.Then("COM.CONTOSO.PHONE");

        (await AskAsync(system)).Should().Be(DefaultChange.Made);

        system.Asked.Should().Equal(("tel", Ours));
        _clock.GetUtcNow().Should().BeOnOrAfter(DateTimeOffset.UnixEpoch.AddSeconds(2));
    }

    [Fact]
    [Requirement("MAC-5")]
    public async Task A_user_who_answers_late_is_waited_for() =>
        (await AskAsync(new FakeLaunchServices { Default = FaceTime, Handlers = [Ours] }.Then(FaceTime, FaceTime, FaceTime, Ours))).Should().Be(DefaultChange.Made);

    [Fact]
    [Requirement("MAC-5")]
    public async Task A_user_who_declines_or_does_not_answer_ends_the_waiting()
    {
        (await AskAsync(new() { Default = FaceTime, Handlers = [Ours] })).Should().Be(DefaultChange.Declined);

        _clock.GetUtcNow().Should().BeCloseTo(DateTimeOffset.UnixEpoch.AddSeconds(10), TimeSpan.FromSeconds(1));
    }

    [Fact]
    [Requirement("MAC-5")]
    public async Task A_change_that_the_system_takes_back_is_told() =>
        (await AskAsync(new FakeLaunchServices { Default = FaceTime, Handlers = [Ours] }.Then(Ours, FaceTime))).Should().Be(DefaultChange.Reverted);

    [Fact]
    [Requirement("MAC-5")]
    public async Task The_waiting_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var task = Handlers(new() { Default = FaceTime, Handlers = [Ours] }).MakeDefaultAsync("tel", Ours, TimeSpan.FromMinutes(1), cancellation.Token);

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => task).Should().ThrowAsync<OperationCanceledException>();
    }

    private async Task<DefaultChange> AskAsync(FakeLaunchServices system)
    {
        var task = Handlers(system).MakeDefaultAsync("tel", Ours, TimeSpan.FromSeconds(10));
        for (var i = 0; i < 1000 && !task.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(task, Task.Delay(1)); // What waits goes on in another thread.
        }

        return await task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private MacOSSchemeHandlers Handlers(FakeLaunchServices system) => new(system, _clock);
}
