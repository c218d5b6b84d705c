namespace PhoneLink.Tests.Dialing;

public class DialRequestTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [Fact]
    [Requirement("DIAL-1")]
    public void A_request_has_defaults()
    {
        var request = new DialRequest(Number);

        request.Target.Should().Be(new TelUri(Number));
        request.CallId.Should().NotBe(default(CallId)).And.NotBe(new DialRequest(Number).CallId);
        (request.Mode, request.Cause, request.DryRun).Should().Be((DialMode.Place, DialCause.User, false));
        request.AcceptTimeout.Should().Be(TimeSpan.FromSeconds(10));
        (request.Scope, request.Subject, request.Device, request.CallerId).Should().Be((null, null, null, null));
    }

    [Fact]
    [Requirement("DIAL-1")]
    public void A_request_refuses_nonsense()
    {
        FluentActions.Invoking(() => new DialRequest((TelephonyUri)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new DialRequest((PhoneNumber)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new DialRequest(Number) { Target = null! }).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new DialRequest(Number) { CallId = default }).Should().Throw<ArgumentException>();
        foreach (var timeout in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(25), TimeSpan.MaxValue })
            FluentActions.Invoking(() => new DialRequest(Number) { AcceptTimeout = timeout }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [Requirement("DIAL-2")]
    [InlineData(DialCause.User, DialCause.User, DialCause.User)]
    [InlineData(DialCause.User, DialCause.Program, DialCause.Program)]
    [InlineData(DialCause.User, DialCause.Link, DialCause.Link)]
    [InlineData(DialCause.Program, DialCause.User, DialCause.Program)]
    [InlineData(DialCause.Program, DialCause.Link, DialCause.Link)]
    [InlineData(DialCause.Link, DialCause.User, DialCause.Link)]
    [InlineData(DialCause.Link, DialCause.Program, DialCause.Link)]
    public void A_cause_can_only_become_stricter(DialCause first, DialCause second, DialCause expected) =>
        (new DialRequest(Number) { Cause = first } with { Cause = second }).Cause.Should().Be(expected);

    [Fact]
    [Requirement("DIAL-3")]
    public void Copies_of_one_call_share_the_mark()
    {
        var request = new DialRequest(Number);
        var copy = request with { Device = "desk" };
        var sameId = copy with { CallId = request.CallId };

        sameId.MarkDispatching();

        request.IsDispatching.Should().BeTrue();
        copy.IsDispatching.Should().BeTrue();
    }

    [Fact]
    [Requirement("DIAL-3")]
    public void A_copy_with_a_new_id_starts_unmarked()
    {
        var request = new DialRequest(Number);
        request.MarkDispatching();
        var redial = request with { CallId = CallId.New() };

        redial.IsDispatching.Should().BeFalse();
        redial.MarkDispatching();
        (request with { CallId = CallId.New() }).IsDispatching.Should().BeFalse();
    }

    [Fact]
    [Requirement("DIAL-3")]
    public void The_mark_does_not_count_in_equality()
    {
        var id = CallId.New();
        var marked = new DialRequest(Number) { CallId = id };
        var other = new DialRequest(Number) { CallId = id };
        marked.MarkDispatching();

        marked.Should().Be(other);
        marked.GetHashCode().Should().Be(other.GetHashCode());
        marked.Should().NotBe(other with { Device = "desk" });
    }

    [Fact]
    [Requirement("DIAL-4")]
    public void A_call_id_prints_its_id_and_is_new_each_time()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => CallId.New()).ToHashSet();

        ids.Should().HaveCount(1000);
        ids.First().ToString().Should().Be(ids.First().Value.ToString());
        new CallId(ids.First().Value).Should().Be(ids.First());
    }

    [Fact]
    [Requirement("DIAL-5")]
    public void Nothing_of_a_dial_prints_personal_data()
    {
        var request = new DialRequest(Number)
        {
            Cause = DialCause.Link,
            Subject = new() { Person = new() { Name = "Anna Berg", Id = "17" }, UserId = "u7" },
            Scope = new() { User = "u7" },
            Device = "22517001",
            CallerId = PhoneNumber.Parse("22517002"),
        };
        var result = new DialResult(DialStatus.Duplicate, request.CallId)
        {
            Reason = DialReason.Repeated,
            Message = "Called 22517000.",
            Link = request.Target,
            OriginalCallId = CallId.New(),
        };

        request.ToString().Should().Be("Place tel:+********00 for Link");
        (request with { DryRun = true, Target = TelephonyUri.Parse("callto:alice"), Mode = DialMode.Prefill }).ToString()
            .Should().Be("Prefill callto:*** for Link, dry run");
        result.ToString().Should().Be("Duplicate (Repeated) tel:+********00, repeated");
        new DialResult(DialStatus.HandedOff, request.CallId).ToString().Should().Be("HandedOff");
        GuardKey.For(request).ToString().Should().Be("GuardKey");
    }

    [Theory]
    [Requirement("DIAL-6")]
    [InlineData(DialStatus.Invalid, false)]
    [InlineData(DialStatus.Blocked, false)]
    [InlineData(DialStatus.NotDispatched, false)]
    [InlineData(DialStatus.HandedOff, true)]
    [InlineData(DialStatus.Accepted, true)]
    [InlineData(DialStatus.Duplicate, true)]
    [InlineData(DialStatus.DryRun, false)]
    [InlineData(DialStatus.Ambiguous, true)]
    public void A_status_says_whether_a_call_may_exist(DialStatus status, bool mayExist)
    {
        new DialResult(status, CallId.New()).CallMayExist.Should().Be(mayExist);
        Enum.GetValues<DialStatus>().Should().HaveCount(8);
    }

    [Fact]
    [Requirement("DIAL-6")]
    public void Every_reason_has_a_sentence()
    {
        foreach (var reason in Enum.GetValues<DialReason>().Where(reason => reason is not DialReason.None))
            DialMessages.For(reason).Should().EndWith(".", reason.ToString());
    }
}
