using System.Net;
using System.Net.Sockets;
using BaresipProvider;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

public sealed class BaresipTests : IAsyncLifetime
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private readonly ManualTimeProvider _time = new();
    private Softphone _softphone = null!;

    public async Task InitializeAsync()
    {
        // The tests are skipped without it, but a class is set up all the same.
        if (Tool.WhyNot(["baresip", "sipp"]) is null)
            _softphone = await Softphone.StartAsync();
    }

    public Task DisposeAsync()
    {
        _softphone?.Dispose();
        return Task.CompletedTask;
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-1")]
    public async Task Baresip_acknowledges_a_call_before_there_is_one_and_that_is_accepted_and_no_more()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var phone = Phone($"127.0.0.1:{((IPEndPoint)silent.Client.LocalEndPoint!).Port}");
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number);

        result.Status.Should().Be(DialStatus.Accepted);
        result.ProviderCallId.Should().NotBeNullOrEmpty();
        var invite = await silent.ReceiveAsync().WaitAsync(TimeSpan.FromSeconds(5));
        System.Text.Encoding.ASCII.GetString(invite.Buffer).Should().Contain($"Call-ID: {result.ProviderCallId}");
        await log.WaitForAsync(result.CallId, CallState.Dispatching);
        await Task.Delay(200);
        log.Of(result.CallId).Should().ContainSingle();

        _time.Advance(TimeSpan.FromSeconds(30));
        var end = await log.EndAsync(result.CallId);
        end.EndReason.Should().Be(CallEndReason.Unknown, "nothing was heard of the other end");
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-1")]
    public async Task A_call_rings_is_answered_and_hung_up_by_the_caller()
    {
        using var peer = SipPeer.Answers();
        await using var phone = Phone(peer.Domain);
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number);
        await log.WaitForAsync(result.CallId, CallState.Connected);
        var hungUp = await phone.HangUpAsync(result.CallId);
        var end = await log.EndAsync(result.CallId);

        hungUp.Should().Be(HangUpStatus.Ended);
        log.Of(result.CallId).Select(static news => news.State)
            .Should().Equal(CallState.Dispatching, CallState.Alerting, CallState.Connected, CallState.Ended);
        end.EndReason.Should().Be(CallEndReason.Completed);
        (await peer.WaitForAsync("BYE")).CallId.Should().Be(result.ProviderCallId);
        peer.Invites.Should().ContainSingle().Which.Uri.Should().Be($"sip:+4722517000@{peer.Domain}");
        (await phone.HangUpAsync(result.CallId)).Should().Be(HangUpStatus.NoCall);
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-2")]
    public async Task What_the_other_end_hangs_up_is_completed()
    {
        using var peer = SipPeer.HangsUp();
        await using var phone = Phone(peer.Domain);
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number);
        var end = await log.EndAsync(result.CallId);

        end.EndReason.Should().Be(CallEndReason.Completed, end.NativeText);
        log.Of(result.CallId).Should().Contain(static news => news.State == CallState.Connected);
    }

    [ToolTheory("baresip", "sipp")]
    [Requirement("SIP-2")]
    [InlineData("486 Busy Here", CallEndReason.Busy)]
    [InlineData("600 Busy Everywhere", CallEndReason.Busy)]
    [InlineData("603 Decline", CallEndReason.Declined)]
    [InlineData("404 Not Found", CallEndReason.InvalidNumber)]
    [InlineData("503 Service Unavailable", CallEndReason.Congestion)]
    [InlineData("480 Temporarily Unavailable", CallEndReason.NoAnswer)]
    [InlineData("403 Forbidden", CallEndReason.NotPermitted)]
    [InlineData("499 Never Heard Of", CallEndReason.Unknown)]
    public async Task Each_refusal_has_its_reason_and_one_invite(string answer, CallEndReason reason)
    {
        using var peer = SipPeer.Refuses(answer);
        await using var phone = Phone(peer.Domain);
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number);
        var end = await log.EndAsync(result.CallId);

        (end.EndReason, end.NativeCode, end.NativeText).Should().Be((reason, int.Parse(answer[..3]), answer));
        peer.Invites.Should().ContainSingle().Which.CallId.Should().Be(result.ProviderCallId);
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-3")]
    public async Task Nobody_answers_in_time_and_the_clock_takes_the_call_back()
    {
        using var peer = SipPeer.RingsOn();
        await using var phone = Phone(peer.Domain);
        var log = new CallLog(phone);

        var result = await phone.DialAsync(new DialRequest(Number) { AnswerTimeout = TimeSpan.FromSeconds(20) });
        await log.WaitForAsync(result.CallId, CallState.Alerting);
        _time.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        await Task.Delay(100);
        log.Of(result.CallId).Should().NotContain(static news => news.State == CallState.Ended);
        _time.Advance(TimeSpan.FromTicks(1));

        (await log.EndAsync(result.CallId)).EndReason.Should().Be(CallEndReason.NoAnswer);
        await peer.WaitForAsync("CANCEL");
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-3")]
    public async Task The_clock_does_not_end_a_call_that_was_answered_and_neither_does_the_token()
    {
        using var peer = SipPeer.Answers();
        using var cancellation = new CancellationTokenSource();
        await using var phone = Phone(peer.Domain);
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number, cancellation.Token);
        await log.WaitForAsync(result.CallId, CallState.Connected);
        _time.Advance(TimeSpan.FromHours(1));
        await cancellation.CancelAsync();
        await Task.Delay(300);

        log.Of(result.CallId)[^1].State.Should().Be(CallState.Connected);
        peer.Requests.Should().NotContain(static request => request.Method == "BYE");
        await phone.HangUpAsync(result.CallId);
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-4")]
    public async Task A_token_that_is_cancelled_while_it_rings_cancels_the_call_on_the_wire()
    {
        using var peer = SipPeer.RingsOn();
        using var cancellation = new CancellationTokenSource();
        await using var phone = Phone(peer.Domain);
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number, cancellation.Token);
        await log.WaitForAsync(result.CallId, CallState.Alerting);
        await cancellation.CancelAsync();

        (await log.EndAsync(result.CallId)).EndReason.Should().Be(CallEndReason.Cancelled);
        (await peer.WaitForAsync("CANCEL")).CallId.Should().Be(result.ProviderCallId);
        result.Status.Should().Be(DialStatus.Accepted);
        peer.Invites.Should().ContainSingle();
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-4")]
    public async Task A_token_that_is_cancelled_before_throws_and_nothing_leaves()
    {
        using var peer = SipPeer.Answers();
        await using var phone = Phone(peer.Domain);

        await phone.Invoking(provider => provider.DialAsync(Number, new CancellationToken(true))).Should().ThrowAsync<OperationCanceledException>();

        await Task.Delay(200);
        peer.Requests.Should().BeEmpty();
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-5")]
    public async Task Of_two_calls_the_first_is_hung_up_and_the_second_stays()
    {
        using var peer = SipPeer.Answers();
        await using var phone = Phone(peer.Domain);
        var log = new CallLog(phone);

        var first = await phone.DialAsync(Number);
        await log.WaitForAsync(first.CallId, CallState.Connected);
        var second = await phone.DialAsync(PhoneNumber.Parse("+47 22 51 70 01"));
        await log.WaitForAsync(second.CallId, CallState.Connected);
        var hungUp = await phone.HangUpAsync(first.CallId);

        hungUp.Should().Be(HangUpStatus.Ended);
        (await log.EndAsync(first.CallId)).EndReason.Should().Be(CallEndReason.Completed);
        (await peer.WaitForAsync("BYE")).CallId.Should().Be(first.ProviderCallId);
        await Task.Delay(200);
        log.Of(second.CallId)[^1].State.Should().Be(CallState.Connected);
        (await phone.HangUpAsync(second.CallId)).Should().Be(HangUpStatus.Ended);
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-6")]
    public async Task Twenty_calls_at_once_find_their_own_events()
    {
        var peers = new List<SipPeer>();
        try
        {
            for (var i = 0; i < 20; i++)
                peers.Add(i % 2 == 1 ? SipPeer.Answers() : SipPeer.Refuses(i % 4 == 0 ? "486 Busy Here" : "603 Decline"));

            await DialAllAsync(peers);
        }
        finally
        {
            peers.ForEach(static peer => peer.Dispose());
        }
    }

    private async Task DialAllAsync(List<SipPeer> peers)
    {
        await using var phone = Phone("127.0.0.1");
        var log = new CallLog(phone);

        var results = await Task.WhenAll(peers.Select(peer => phone.DialAsync(new DialRequest(TelephonyUri.Parse($"sip:100@{peer.Domain}")))));

        for (var i = 0; i < peers.Count; i++)
        {
            results[i].Status.Should().Be(DialStatus.Accepted);
            (await peers[i].WaitForAsync("INVITE")).CallId.Should().Be(results[i].ProviderCallId);
            if (i % 2 == 0)
                (await log.EndAsync(results[i].CallId)).NativeCode.Should().Be(i % 4 == 0 ? 486 : 603);
            else
                await log.WaitForAsync(results[i].CallId, CallState.Connected);
        }

        var hungUp = await Task.WhenAll(results.Where(static (_, i) => i % 2 == 1).Select(result => phone.HangUpAsync(result.CallId)));
        hungUp.Should().OnlyContain(static status => status == HangUpStatus.Ended);
        peers.Should().OnlyContain(static peer => peer.Invites.Count == 1);
    }

    private BaresipTelephonyProvider Phone(string domain) => new(_softphone.Options(domain), _time);
}
