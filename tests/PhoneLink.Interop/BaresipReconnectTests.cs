using BaresipProvider;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

public sealed class BaresipReconnectTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-13")]
    public async Task A_call_outlives_its_control_socket_and_is_ended_by_the_next_one()
    {
        using var softphone = await Softphone.StartAsync();
        using var peer = SipPeer.Answers();
        await using var phone = new BaresipTelephonyProvider(softphone.Options(peer.Domain));
        var log = new CallLog(phone);
        var result = await phone.DialAsync(Number);
        await log.WaitForAsync(result.CallId, CallState.Connected);

        softphone.DriveOutClient();
        await Task.Delay(600);

        log.Of(result.CallId)[^1].State.Should().Be(CallState.Connected);
        (await phone.HangUpAsync(result.CallId)).Should().Be(HangUpStatus.Ended);
        (await log.EndAsync(result.CallId)).EndReason.Should().Be(CallEndReason.Completed);
        (await peer.WaitForAsync("BYE")).CallId.Should().Be(result.ProviderCallId);
        peer.Invites.Should().ContainSingle();
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-13")]
    public async Task Of_two_calls_the_one_that_ended_unheard_is_ended_and_the_other_goes_on()
    {
        using var softphone = await Softphone.StartAsync();
        using var peer = SipPeer.Answers();
        await using var phone = new BaresipTelephonyProvider(softphone.Options(peer.Domain));
        var log = new CallLog(phone);
        var first = await phone.DialAsync(Number);
        await log.WaitForAsync(first.CallId, CallState.Connected);
        var second = await phone.DialAsync(Number);
        await log.WaitForAsync(second.CallId, CallState.Connected);

        await softphone.CommandAsync("hangup");

        var end = await log.EndAsync(second.CallId);
        end.EndReason.Should().Be(CallEndReason.Unknown, "nobody was told why");
        log.Of(first.CallId)[^1].State.Should().Be(CallState.Connected);
        (await phone.HangUpAsync(first.CallId)).Should().Be(HangUpStatus.Ended);
        (await log.EndAsync(first.CallId)).EndReason.Should().Be(CallEndReason.Completed);
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-13")]
    public async Task A_softphone_that_died_takes_its_calls_with_it_when_it_is_back_and_takes_new_ones()
    {
        using var softphone = await Softphone.StartAsync();
        using var peer = SipPeer.Answers();
        await using var phone = new BaresipTelephonyProvider(softphone.Options(peer.Domain));
        var log = new CallLog(phone);
        var lost = await phone.DialAsync(Number);
        await log.WaitForAsync(lost.CallId, CallState.Connected);

        softphone.Kill();
        await Task.Delay(300);
        log.Of(lost.CallId)[^1].State.Should().Be(CallState.Connected, "nobody knows yet");
        await softphone.RestartAsync();

        (await log.EndAsync(lost.CallId)).EndReason.Should().Be(CallEndReason.Unknown);
        var next = await phone.DialAsync(Number);
        await log.WaitForAsync(next.CallId, CallState.Connected);
        await phone.HangUpAsync(next.CallId);
        (await log.EndAsync(next.CallId)).EndReason.Should().Be(CallEndReason.Completed);
    }

    [Fact]
    [Requirement("SIP-13")]
    public async Task A_softphone_that_does_not_come_back_ends_its_calls_after_a_while()
    {
        var time = new ManualTimeProvider();
        using var baresip = new FakeBaresip();
        await using var phone = baresip.Phone(time);
        var log = new CallLog(phone);
        var result = await phone.DialAsync(Number);
        await baresip.SendAsync(FakeBaresip.Event("CALL_ESTABLISHED"));
        await log.WaitForAsync(result.CallId, CallState.Connected);

        baresip.Dispose();
        for (var i = 0; i < 100 && log.Of(result.CallId)[^1].State is not CallState.Ended; i++)
        {
            time.GetUtcNow().Should().BeBefore(DateTimeOffset.UnixEpoch.AddSeconds(60));
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }

        (await log.EndAsync(result.CallId)).EndReason.Should().Be(CallEndReason.Unknown);
        time.GetUtcNow().Should().BeOnOrAfter(DateTimeOffset.UnixEpoch.AddSeconds(30));
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-12")]
    public async Task Disposed_it_leaves_the_call_up()
    {
        using var softphone = await Softphone.StartAsync();
        using var peer = SipPeer.Answers();
        await using var phone = new BaresipTelephonyProvider(softphone.Options(peer.Domain));
        var log = new CallLog(phone);
        var result = await phone.DialAsync(Number);
        await log.WaitForAsync(result.CallId, CallState.Connected);

        await phone.DisposeAsync();
        await log.CompletedAsync();
        await Task.Delay(300);

        peer.Requests.Should().NotContain(static request => request.Method == "BYE");
        log.Of(result.CallId)[^1].State.Should().Be(CallState.Connected);
    }

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-14")]
    public async Task A_reader_dials_and_hangs_up_while_it_reads()
    {
        using var softphone = await Softphone.StartAsync();
        using var peer = SipPeer.Answers();
        await using var phone = new BaresipTelephonyProvider(softphone.Options(peer.Domain));
        var first = await phone.DialAsync(Number);
        DialResult? second = null;
        var ended = new List<CallId>();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await foreach (var news in phone.GetService<ICallEvents>()!.ReadAllAsync(cancellationToken: limit.Token))
        {
            if (news.State is CallState.Connected && news.CallId == first.CallId)
                second = await phone.DialAsync(Number, limit.Token);
            if (news.State is CallState.Connected)
                await phone.HangUpAsync(news.CallId, limit.Token);
            if (news.State is CallState.Ended)
                ended.Add(news.CallId);
            if (ended.Count == 2)
                break;
        }

        ended.Should().BeEquivalentTo([first.CallId, second!.CallId]);
    }
}
