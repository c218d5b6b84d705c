namespace PhoneLink.Tests.Launching;

public class CheckedLinkLauncherTests
{
    [Theory]
    [Requirement("LNCH-1")]
    [InlineData("tel:+47 22", LaunchStatus.Refused)]
    [InlineData("tel:+4722?x=/../y", LaunchStatus.Refused)]
    [InlineData("callto:+47", LaunchStatus.Refused)]
    [InlineData("https://evil.example/+47", LaunchStatus.Refused)]
    [InlineData("https://wa.me/47", LaunchStatus.Started)]
    [InlineData("tel:+4722", LaunchStatus.Started)]
    [InlineData("DomyCall:+47", LaunchStatus.Started)]
    public async Task What_may_not_be_launched_reaches_no_opener(string link, LaunchStatus expected)
    {
        var inner = new FakeLauncher();
        TelephonyUri.TryParse(link, out var uri).Should().Be(link != "tel:+4722?x=/../y");
        if (uri is null)
            return;

        var result = await Launch(inner, uri, SchemePolicy.Default.Deny("callto"));

        result.Status.Should().Be(expected);
        inner.Launched.Should().HaveCount(expected is LaunchStatus.Started ? 1 : 0);
    }

    [Fact]
    [Requirement("LNCH-16")]
    public void A_look_is_checked_as_a_launch_is()
    {
        var launcher = new CheckedLinkLauncher(new FakeLauncher(), SchemePolicy.Default.Deny("callto"), new LaunchHistory(new ManualTimeProvider()));

        launcher.Look("callto").Should().Be(new LaunchOutlook(LaunchStatus.Refused));
        launcher.Look("domycall").Should().Be(new LaunchOutlook(LaunchStatus.Started, "Handler of domycall"));
        new CheckedLinkLauncher(Moq.Mock.Of<ILinkLauncher>(), SchemePolicy.Default, new LaunchHistory(new ManualTimeProvider())).Look("tel")
            .Should().Be(new LaunchOutlook(LaunchStatus.Undecidable));
    }

    [Fact]
    [Requirement("LNCH-2")]
    public void What_is_opened_is_the_text_as_given_with_the_scheme_in_lower_case()
    {
        TelephonyUri.Parse("DomyCall:%2b47?N=A").LaunchText.Should().Be("domycall:%2b47?N=A");
        TelephonyUri.Parse("tel:+47-22").LaunchText.Should().Be("tel:+47-22");
    }

    [Fact]
    [Requirement("ACT-5")]
    public async Task Only_what_may_have_been_started_is_remembered()
    {
        var history = new LaunchHistory(new ManualTimeProvider());
        var uri = TelephonyUri.Parse("domycall:+4755");

        await new CheckedLinkLauncher(new FakeLauncher(LaunchStatus.NoHandler), SchemePolicy.Default, history).LaunchAsync(uri, TimeSpan.Zero);
        history.Contains(uri.LoopKey).Should().BeFalse();
        await new CheckedLinkLauncher(new FakeLauncher(LaunchStatus.Undecidable), SchemePolicy.Default, history).LaunchAsync(uri, TimeSpan.Zero);
        history.Contains(uri.LoopKey).Should().BeTrue();
    }

    [Theory]
    [Requirement("LNCH-3")]
    [InlineData(-5_000L)]
    [InlineData(-1L)]
    [InlineData(int.MaxValue + 1L)]
    public async Task A_time_limit_that_no_timer_can_wait_is_refused_before_anything_is_started(long milliseconds)
    {
        var inner = new FakeLauncher();
        var history = new LaunchHistory(new ManualTimeProvider());
        var uri = TelephonyUri.Parse("tel:+47");
        var act = () => new CheckedLinkLauncher(inner, SchemePolicy.Default, history).LaunchAsync(uri, TimeSpan.FromMilliseconds(milliseconds));

        await act.Should().ThrowAsync<ArgumentOutOfRangeException>();
        inner.Launched.Should().BeEmpty();
        history.Contains(uri.LoopKey).Should().BeFalse();
    }

    [Fact]
    [Requirement("LNCH-3")]
    public async Task A_cancelled_launch_starts_nothing()
    {
        var inner = new FakeLauncher();
        var act = () => new CheckedLinkLauncher(inner, SchemePolicy.Default, new(new ManualTimeProvider()))
            .LaunchAsync(TelephonyUri.Parse("tel:+47"), TimeSpan.Zero, new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        inner.Launched.Should().BeEmpty();
    }

    [Fact]
    [Requirement("LNCH-1")]
    public void Every_system_has_a_launcher() => LinkLauncher.ForCurrentOS().Should().NotBeNull();

    private static Task<LaunchResult> Launch(ILinkLauncher inner, TelephonyUri uri, SchemePolicy policy) =>
        new CheckedLinkLauncher(inner, policy, new(new ManualTimeProvider())).LaunchAsync(uri, TimeSpan.FromSeconds(1));
}
