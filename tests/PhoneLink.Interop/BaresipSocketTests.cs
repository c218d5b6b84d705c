using BaresipProvider;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>What a real baresip does not do on request: replies that are late, wrong, or not there at all.</summary>
public sealed class BaresipSocketTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [Fact]
    [Requirement("SIP-8")]
    public async Task Nobody_listens_and_nothing_was_dispatched()
    {
        int port;
        using (var baresip = new FakeBaresip())
            port = baresip.Port;

        await using var phone = new BaresipTelephonyProvider(new() { Domain = "pbx.example.com", Port = port });
        var request = new DialRequest(Number);

        var result = await new TelephonyProviderBuilder(phone).Build().DialAsync(request);

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.Unreachable));
        (await phone.GetStatusAsync()).State.Should().Be(ProviderState.Unreachable);
        (await phone.HangUpAsync(request.CallId)).Should().Be(HangUpStatus.NoCall);
    }

    [Fact]
    [Requirement("SIP-8")]
    public async Task No_answer_in_time_is_ambiguous_and_a_late_one_still_tells_what_became_of_the_call()
    {
        var time = new ManualTimeProvider();
        var dial = new TaskCompletionSource<string>();
        using var baresip = new FakeBaresip((command, _, token) =>
        {
            if (command == "callstat")
                dial.TrySetResult(token);

            return command == "callstat" ? null : FakeBaresip.Reply(token);
        });
        await using var phone = baresip.Phone(time);
        var log = new CallLog(phone);

        var dialling = phone.DialAsync(Number);
        var token = await dial.Task;
        time.Advance(TimeSpan.FromSeconds(10));
        var result = await dialling;
        await baresip.SendAsync(baresip.Works("callstat", null, token) + FakeBaresip.Event("CALL_RINGING") + FakeBaresip.Event("CALL_CLOSED", "603 Decline"));

        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, DialReason.TimedOut));
        (await log.EndAsync(result.CallId)).EndReason.Should().Be(CallEndReason.Declined);
    }

    [Fact]
    [Requirement("SIP-8")]
    public async Task Cancelled_before_baresip_answers_is_ambiguous_and_the_call_is_ended_when_it_does()
    {
        using var cancellation = new CancellationTokenSource();
        var shown = new TaskCompletionSource<string>();
        FakeBaresip baresip = null!;
        using var made = baresip = new FakeBaresip((command, parameters, token) =>
        {
            if (command != "callstat")
                return baresip.Works(command, parameters, token);

            shown.TrySetResult(token);
            return null;
        });
        await using var phone = baresip.Phone();
        var log = new CallLog(phone);

        var dialling = phone.DialAsync(Number, cancellation.Token);
        var token = await shown.Task;
        await cancellation.CancelAsync();
        var result = await dialling;
        await baresip.SendAsync(baresip.Works("callstat", null, token)!);

        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, DialReason.Cancelled));
        (await log.EndAsync(result.CallId)).EndReason.Should().Be(CallEndReason.Cancelled);
        baresip.Commands.Should().Contain(("hangup", FakeBaresip.CallId));
    }

    [Fact]
    [Requirement("SIP-8")]
    public async Task What_baresip_refuses_is_no_call()
    {
        using var baresip = new FakeBaresip(static (command, _, token) => FakeBaresip.Reply(token, command != "dial", "Invalid argument"));
        await using var phone = baresip.Phone();
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number);

        (result.Status, result.Reason).Should().Be((DialStatus.Invalid, DialReason.RefusedByBackEnd));
        (await log.EndAsync(result.CallId)).NativeText.Should().Be("Invalid argument");
    }

    [Fact]
    [Requirement("SIP-8")]
    public async Task What_shows_another_call_names_none()
    {
        FakeBaresip baresip = null!;
        using var made = baresip = new FakeBaresip((command, parameters, token) =>
            command == "callstat" ? FakeBaresip.Reply(token, data: " peer_uri:   <sip:other@pbx.example.com>\n af=AF_INET id=ffff\n") : baresip.Works(command, parameters, token));
        var time = new ManualTimeProvider();
        await using var phone = baresip.Phone(time);
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number);
        await phone.HangUpAsync(result.CallId);
        time.Advance(TimeSpan.FromSeconds(30));

        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, DialReason.Undecidable));
        (await log.EndAsync(result.CallId)).EndReason.Should().Be(CallEndReason.Unknown);
        baresip.Commands.Should().NotContain(static command => command.Command == "hangup", "the other call is somebody else's");
    }

    [Fact]
    [Requirement("SIP-5")]
    public async Task A_call_is_made_current_and_ended_in_one_go_after_baresip_said_that_it_has_it()
    {
        var isThere = true;
        FakeBaresip baresip = null!;
        using var made = baresip = new FakeBaresip((command, parameters, token) =>
            command == "callfind" && !isThere ? FakeBaresip.Reply(token, data: $"call not found (id={parameters})\n") : baresip.Works(command, parameters, token));
        await using var phone = baresip.Phone();
        var gone = await phone.DialAsync(Number);
        isThere = false;
        (await phone.HangUpAsync(gone.CallId)).Should().Be(HangUpStatus.NoCall);
        baresip.Commands.Should().NotContain(static command => command.Command == "hangup");
        isThere = true;

        (await phone.HangUpAsync(gone.CallId)).Should().Be(HangUpStatus.Ended);

        baresip.Commands.Select(static command => command.Command).Should().Equal("dial", "callstat", "callfind", "callfind", "callfind", "hangup");
    }

    [Fact]
    [Requirement("SIP-13")]
    public async Task A_socket_that_was_lost_without_calls_is_opened_for_the_next_dial()
    {
        using var baresip = new FakeBaresip();
        await using var phone = baresip.Phone();
        (await phone.GetStatusAsync()).State.Should().Be(ProviderState.Ready);

        baresip.Drop();
        await Task.Delay(200);

        (await phone.DialAsync(Number)).Status.Should().Be(DialStatus.Accepted);
    }

    [Fact]
    [Requirement("SIP-9")]
    public async Task One_id_is_dialled_once()
    {
        using var baresip = new FakeBaresip();
        await using var phone = baresip.Phone();
        var log = new CallLog(phone);
        var request = new DialRequest(Number);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => phone.DialAsync(request))));
        var other = await phone.DialAsync(request with { Target = new TelUri(PhoneNumber.Parse("22 51 70 01")) });
        await phone.HangUpAsync(request.CallId);
        await log.EndAsync(request.CallId);
        var afterwards = await phone.DialAsync(request);

        results.Count(static result => result.Status == DialStatus.Accepted).Should().Be(1);
        results.Count(static result => result.Status == DialStatus.Duplicate).Should().Be(19);
        (other.Status, other.Reason).Should().Be((DialStatus.Invalid, DialReason.IdConflict));
        afterwards.Status.Should().Be(DialStatus.Duplicate);
        baresip.Commands.Count(static command => command.Command == "dial").Should().Be(1);
    }

    [Fact]
    [Requirement("SIP-10")]
    public async Task The_account_that_is_set_calls_and_one_that_baresip_does_not_have_calls_nobody()
    {
        FakeBaresip baresip = null!;
        using var made = baresip = new FakeBaresip((command, parameters, token) =>
            command == "uafind" && parameters != "sip:alice@pbx.example.com" ? FakeBaresip.Reply(token, ok: false) : baresip.Works(command, parameters, token));
        await using var alice = baresip.Phone(more: static options => options.Account = "sip:alice@pbx.example.com");
        await using var nobody = baresip.Phone(more: static options => options.Account = "sip:nobody@pbx.example.com");

        var placed = await alice.DialAsync(Number);
        var refused = await nobody.DialAsync(Number);

        placed.Status.Should().Be(DialStatus.Accepted);
        (refused.Status, refused.Reason).Should().Be((DialStatus.NotDispatched, DialReason.NotConfigured));
        (await nobody.GetStatusAsync()).State.Should().Be(ProviderState.NotConfigured);
        baresip.Commands.Count(static command => command.Command == "dial").Should().Be(1);
    }

    [Theory]
    [Requirement("SIP-10")]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("0.0.0.0", true)]
    public async Task A_control_socket_that_others_reach_is_warned_of(string host, bool isWarned)
    {
        using var baresip = new FakeBaresip();
        await using var phone = baresip.Phone(more: options => options.Host = host);

        var status = await phone.GetStatusAsync();

        status.State.Should().Be(ProviderState.Ready);
        (status.Message is not null).Should().Be(isWarned);
        baresip.Commands.Should().NotContain(static command => command.Command == "dial");
    }

    [Fact]
    [Requirement("SIP-12")]
    public async Task Disposed_it_ends_the_streams_and_no_call()
    {
        using var baresip = new FakeBaresip();
        var phone = baresip.Phone();
        var log = new CallLog(phone);
        var result = await phone.DialAsync(Number);

        await phone.DisposeAsync();
        await phone.DisposeAsync();

        await log.CompletedAsync();
        log.Of(result.CallId).Should().NotContain(static news => news.State == CallState.Ended);
        baresip.Commands.Should().NotContain(static command => command.Command == "hangup");
        await phone.Invoking(static provider => provider.DialAsync(Number)).Should().ThrowAsync<ObjectDisposedException>();
    }
}
