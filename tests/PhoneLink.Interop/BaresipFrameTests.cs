using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>The frames of the control socket: cut, merged, broken, and one batch after the other.</summary>
public sealed class BaresipFrameTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [Theory]
    [Requirement("SIP-7")]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public async Task Frames_are_read_however_they_are_cut(int pieceLength)
    {
        using var baresip = new FakeBaresip { PieceLength = pieceLength };
        await using var phone = baresip.Phone();
        var log = new CallLog(phone);

        var result = await phone.DialAsync(Number);
        await baresip.SendAsync(FakeBaresip.Event("CALL_RINGING") + FakeBaresip.Event("CALL_ESTABLISHED", "tëxt: 1:{},") + FakeBaresip.Event("CALL_CLOSED", "486 Busy Here"));
        var end = await log.EndAsync(result.CallId);

        log.Of(result.CallId).Select(static news => news.State)
            .Should().Equal(CallState.Dispatching, CallState.Alerting, CallState.Connected, CallState.Ended);
        end.NativeText.Should().Be("486 Busy Here");
    }

    [Theory]
    [Requirement("SIP-7")]
    [InlineData("999999:")]
    [InlineData("99999999999999999999:")]
    [InlineData("hello")]
    [InlineData(":,")]
    [InlineData("-1:,")]
    [InlineData("3:abcd")]
    public async Task What_is_no_frame_closes_the_socket_and_makes_no_call_certain(string garbage)
    {
        using var baresip = new FakeBaresip((command, _, _) => command == "dial" ? garbage : null);
        await using var phone = baresip.Phone();

        var result = await phone.DialAsync(Number);

        (result.Status, result.Reason).Should().Be((DialStatus.Ambiguous, DialReason.Undecidable));
        baresip.Commands.Count(static command => command.Command == "dial").Should().Be(1, "a dial is never repeated");
    }

    [Fact]
    [Requirement("SIP-7")]
    public async Task A_frame_that_is_no_message_is_left_out()
    {
        FakeBaresip baresip = null!;
        using var made = baresip = new FakeBaresip((command, parameters, token) =>
            FakeBaresip.Frame("{") + FakeBaresip.Frame("[]") + FakeBaresip.Frame("null") + FakeBaresip.Frame("""{"event":"x"}""") + baresip.Works(command, parameters, token));
        await using var phone = baresip.Phone();

        (await phone.DialAsync(Number)).Status.Should().Be(DialStatus.Accepted);
    }

    [Fact]
    [Requirement("SIP-7")]
    public async Task One_batch_is_under_way_at_a_time()
    {
        var shown = new TaskCompletionSource<string>();
        FakeBaresip baresip = null!;
        using var made = baresip = new FakeBaresip((command, parameters, token) =>
            command == "callstat" && shown.TrySetResult(token) ? null : baresip.Works(command, parameters, token));
        await using var phone = baresip.Phone();

        var first = phone.DialAsync(Number);
        var token = await shown.Task;
        var second = phone.DialAsync(Number);
        await Task.Delay(200);
        baresip.Commands.Should().HaveCount(2);
        await baresip.SendAsync(baresip.Works("callstat", null, token)!);

        (await first).Status.Should().Be(DialStatus.Accepted);
        (await second).Status.Should().Be(DialStatus.Accepted);
    }
}
