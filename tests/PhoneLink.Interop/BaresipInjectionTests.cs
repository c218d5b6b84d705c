using BaresipProvider;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

public sealed class BaresipInjectionTests
{
    private static readonly string[] Texts =
    [
        "sip:a\r\nX-Evil: 1@pbx.example.com",
        "sip:a%0d%0aX-Evil:1@pbx.example.com",
        "sip:%6eobody@pbx.example.com",
        "sip:%23@pbx.example.com",
        "sip:a b@pbx.example.com",
        "sip:a\"b@pbx.example.com",
        "sip:a\\b@pbx.example.com",
        "sip:<a>@pbx.example.com",
        "sip:a@pbx.example.com?Subject=x",
        "sip:a@pbx.example.com?Replaces=x",
        "sip:a:secret@pbx.example.com",
        "sips:a@pbx.example.com",
        "sip:" + new string('1', 1200) + "@pbx.example.com",
        "tel:*21*4722517000%23",
        "callto:alice",
    ];

    public static TheoryData<string> Hostile => new(Texts);

    [Theory]
    [Requirement("SIP-11")]
    [MemberData(nameof(Hostile))]
    public async Task What_baresip_could_take_for_something_else_never_reaches_it(string text)
    {
        using var baresip = new FakeBaresip();
        await using var phone = baresip.Phone();
        if (!TelephonyUri.TryParse(text, UriParsing.Lenient, out var target, out _))
            return;

        var result = await phone.DialAsync(new DialRequest(target));

        (result.Status, result.CallMayExist).Should().Be((DialStatus.Invalid, false), text);
        baresip.Commands.Should().BeEmpty();
    }

    [Theory]
    [Requirement("SIP-11")]
    [InlineData("sip:alice@pbx.example.com", "sip:alice@pbx.example.com")]
    [InlineData("sip:alice@pbx.example.com:5080;transport=tcp", "sip:alice@pbx.example.com:5080;transport=tcp")]
    [InlineData("sip:+4722517000@pbx.example.com;user=phone", "sip:+4722517000@pbx.example.com;user=phone")]
    [InlineData("sip:1@[2001:db8::1]:5080", "sip:1@[2001:db8::1]:5080")]
    [InlineData("sip:pbx.example.com", "sip:pbx.example.com")]
    [InlineData("tel:+47-22-51-70-00;ext=12", "sip:+4722517000@pbx.example.com")]
    [InlineData("tel:7042;phone-context=example.com", "sip:7042@pbx.example.com")]
    public async Task One_command_dials_one_address(string target, string dialled)
    {
        using var baresip = new FakeBaresip();
        await using var phone = baresip.Phone();

        var result = await phone.DialAsync(new DialRequest(TelephonyUri.Parse(target)) { Device = "\r\n/quit", CallerId = PhoneNumber.Parse("22 51 70 09") });

        result.Status.Should().Be(DialStatus.Accepted, result.Message);
        baresip.Commands.Should().Equal(("dial", dialled), ("callstat", null));
    }

    [Theory]
    [Requirement("SIP-11")]
    [InlineData("")]
    [InlineData("pbx.example.com x")]
    [InlineData("pbx.example.com?a=b")]
    [InlineData("pbx.example.com;transport=tcp")]
    [InlineData("pbx.example.com\r\nX: y")]
    public void A_domain_is_a_host(string domain) =>
        FluentActions.Invoking(() => new BaresipTelephonyProvider(new() { Domain = domain })).Should().Throw<ArgumentException>();

    [Theory]
    [Requirement("SIP-11")]
    [InlineData("")]
    [InlineData("sip:alice@example.com\n/quit")]
    [InlineData("sip:alice@example.com x")]
    public void An_account_is_an_address(string account) =>
        FluentActions.Invoking(() => new BaresipTelephonyProvider(new() { Domain = "pbx.example.com", Account = account })).Should().Throw<ArgumentException>();

    [ToolFact("baresip", "sipp")]
    [Requirement("SIP-11")]
    public async Task On_the_wire_there_is_one_invite_with_the_headers_of_any_other()
    {
        using var softphone = await Softphone.StartAsync();
        using var peer = SipPeer.Refuses("486 Busy Here");
        await using var phone = new BaresipTelephonyProvider(softphone.Options(peer.Domain));
        var log = new CallLog(phone);
        foreach (var text in Texts)
            if (TelephonyUri.TryParse(text.Replace("pbx.example.com", peer.Domain, StringComparison.Ordinal), UriParsing.Lenient, out var hostile, out _))
                (await phone.DialAsync(new DialRequest(hostile))).CallMayExist.Should().BeFalse();

        var result = await phone.DialAsync(new DialRequest(TelephonyUri.Parse($"sip:a!b*(c)@{peer.Domain};user=phone;x=y")) { Device = "\r\nX-Evil: 1" });
        await log.EndAsync(result.CallId);

        var invite = peer.Invites.Should().ContainSingle().Subject;
        invite.Uri.Should().Be($"sip:a!b*(c)@{peer.Domain};user=phone;x=y");
        invite.Text.Split("\n\n")[0].Split('\n').Skip(1).Select(static line => line.Split(':')[0]).Should().BeEquivalentTo(
            ["Via", "Contact", "Max-Forwards", "To", "From", "Call-ID", "CSeq", "User-Agent", "Allow", "Supported", "Content-Type", "Content-Length"]);
    }
}
