namespace PhoneLink.Tests.Uris;

public class VendorUriTests
{
    private static readonly UriParsing[] Modes = [UriParsing.Lenient, UriParsing.Strict];

    [Theory]
    [Requirement("URI-4")]
    [InlineData("callto:+4722517000", "+4722517000")]
    [InlineData("callto://+4722517000/", "+4722517000")]
    [InlineData("callto:+4722517000+type=phone", "+4722517000")]
    [InlineData("CALLTO:+4722517000+Gateway=gw.example.com+TYPE=Phone", "+4722517000")]
    [InlineData("callto:+4722517000+type=phone+gateway=gw.example.com", "+4722517000")]
    [InlineData("callto:10.0.0.5+type=ip", null)]
    [InlineData("callto:4722517000+type=directory", null)]
    [InlineData("callto:+47225+17000", null)]
    [InlineData("callto:ils.example.com/4722517000", null)]
    [InlineData("facetime://+19995551234", "+19995551234")]
    [InlineData("facetime:+19995551234", "+19995551234")]
    [InlineData("facetime-audio://+19995551234", "+19995551234")]
    [InlineData("facetime-prompt:ada@example.com", null)]
    [InlineData("telprompt://+19995551234", "+19995551234")]
    [InlineData("domycall:%2B4722?name=x", "+4722")]
    [InlineData("domycall:22(51)-70.00", "22517000")]
    [InlineData("domycall:*21*22%23", "*21*22#")]
    [InlineData("callto:alice", null)]
    [InlineData("callto:alice@example.com", null)]
    [InlineData("domycall:CALLPOLICE", null)]
    [InlineData("domycall:%41%42", null)]
    [InlineData("domycall:call/+47", null)]
    [InlineData("domycall:*21#", null)]
    [InlineData("domycall:+47?x#y", "+47")]
    [InlineData("domycall:+47/#y", "+47")]
    [InlineData("domycall:22%2051", null)]
    [InlineData("domycall:22%0951", null)]
    [InlineData("domycall:", null)]
    [InlineData("domycall:+47%C2%A022", null)]
    public void A_vendor_link_has_the_number_of_its_path(string text, string? digits) => NumberShouldBe(text, digits);

    [Theory]
    [Requirement("URI-44")]
    [InlineData("skype:+4722517000?call", "+4722517000")]
    [InlineData("skype:+4722517000?call&video=true&topic=%20", "+4722517000")]
    [InlineData("skype:+4722517000;+4722517001?call", null)]
    [InlineData("skype:echo123?call", null)]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:%2B4722517000", "+4722517000")]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:+4722517000&withVideo=true", "+4722517000")]
    [InlineData("https://TEAMS.microsoft.com/L/Call/0/0?Users=4:+4722517000", "+4722517000")]
    [InlineData("https://teams.microsoft.com/l/call/0/0?withVideo=true&users=4:7042", "7042")]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=%2B4722517000", null)]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:+4722517000,ada@example.com", null)]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=ada@example.com", null)]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:*21#", null)]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:*21%23", "*21#")]
    [InlineData("https://teams.microsoft.com/l/chat/0/0?users=4:+4722517000", null)]
    [InlineData("https://teams.microsoft.com/l/callers?users=4:+4722517000", null)]
    [InlineData("https://teams.microsoft.com/l/call/0/0", null)]
    [InlineData("https://teams.microsoft.com", null)]
    [InlineData("msteams:/l/call/0/0?users=4:+4722517000", "+4722517000")]
    [InlineData("msteams://teams.microsoft.com/l/call/0/0?users=4:%2B4722517000", "+4722517000")]
    [InlineData("ms-sfb://call?id=+1-425-555-0123", "+14255550123")]
    [InlineData("ms-sfb://call?id=sip:ada@example.com&video=true", null)]
    [InlineData("ms-sfb://chat?id=+14255550123", null)]
    [InlineData("zoomphonecall://+4722517000?callerid=+4722517001", "+4722517000")]
    [InlineData("zoomphonecall://7042", "7042")]
    [InlineData("zoomphonesms://+4722517000", "+4722517000")]
    [InlineData("rcmobile://call?number=4722517000", "4722517000")]
    [InlineData("rcmobile://call?number=*67#", null)]
    [InlineData("rcmobile://sms?number=4722517000", null)]
    [InlineData("ciscotel:7042", "7042")]
    [InlineData("ciscotel://+4722517000", "+4722517000")]
    [InlineData("dialpad://+4722517000?fromNumber=+4722517001", "+4722517000")]
    [InlineData("phone:+4722517000", "+4722517000")]
    [InlineData("https://wa.me/4722517000", "+4722517000")]
    [InlineData("https://wa.me/4722517000?text=hello", "+4722517000")]
    [InlineData("https://WA.me/4722517000/", "+4722517000")]
    [InlineData("https://wa.me/+47-22517000", "+4722517000")]
    [InlineData("https://wa.me/%2B4722517000", "+4722517000")]
    [InlineData("https://wa.me/004722517000", null)]
    [InlineData("https://wa.me/message/ABCDEF", null)]
    [InlineData("https://wa.me/4722517000;ext=12", null)]
    [InlineData("https://wa.me/4722517000,99", null)]
    [InlineData("https://wa.me/*21", null)]
    [InlineData("https://wa.me/", null)]
    [InlineData("https://wa.me/?text=4722517000", null)]
    [InlineData("https://wa.me.example.com/4722517000", null)]
    [InlineData("wa.me:4722517000", "4722517000")]
    [InlineData("whatsapp://send?phone=4722517000", "+4722517000")]
    [InlineData("whatsapp://send/?text=hi&phone=4722517000", "+4722517000")]
    [InlineData("whatsapp://send?text=4722517000", null)]
    [InlineData("h323:+4722517000@gk.example.com", "+4722517000")]
    [InlineData("h323:7042", "7042")]
    [InlineData("h323:7042;ext-param=1", "7042")]
    [InlineData("h323:@gk.example.com", null)]
    [InlineData("h323:ada@gk.example.com", null)]
    [InlineData("iax:pbx.example.com/7042", "7042")]
    [InlineData("iax:ada@pbx.example.com:4569/+4722517000?internal", "+4722517000")]
    [InlineData("iax2:[2001:db8::1]:4569/7042", "7042")]
    [InlineData("iax:7042", null)]
    [InlineData("iax:pbx.example.com/ada", null)]
    [InlineData("ymsgr:call?+4722517000", "+4722517000")]
    [InlineData("ymsgr:sendIM?4722517000", null)]
    [InlineData("https://pbx.example.com/4722517000", null)]
    [InlineData("https://pbx.example.com/call?number=4722517000", null)]
    public void A_vendor_link_has_its_number_where_the_vendor_puts_it(string text, string? digits) => NumberShouldBe(text, digits);

    [Theory]
    [Requirement("URI-44")]
    [InlineData("skype:ada;+4722517000?call", "ada|+4722517000")]
    [InlineData("skype:ada;;?call", "ada")]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:%2B47,8:orgid:1,ada%40example.com", "4:+47|8:orgid:1|ada@example.com")]
    [InlineData("callto:ils.example.com/ada@example.com+type=directory", "ils.example.com/ada@example.com")]
    [InlineData("callto:10.0.0.5+type=ip", "10.0.0.5")]
    [InlineData("facetime://ada%40example.com", "ada@example.com")]
    [InlineData("domycall:+4722;ext=12", "+4722;ext=12")]
    [InlineData("domycall:%252B", "%2B")]
    [InlineData("h323:7042;x=1", "7042")]
    [InlineData("h323:@gk.example.com", "")]
    [InlineData("https://pbx.example.com/4722517000", "")]
    [InlineData("domycall:", "")]
    public void Whom_a_vendor_link_calls_is_told_as_it_is_written(string text, string targets) =>
        string.Join("|", ((VendorUri)TelephonyUri.Parse(text)).Targets).Should().Be(targets);

    [Fact]
    [Requirement("URI-44")]
    public void A_link_made_by_a_preset_gives_back_its_number()
    {
        var number = PhoneNumber.Parse("+47 22 51 70 00");
        foreach (var preset in PhoneLinkPreset.All)
        {
            var link = PhoneLinkFormat.Parse(preset.Format).Expand(number);

            // RingCentral's numbers have no plus, so that it cannot be told afterwards.
            TelephonyUri.Parse(link.ToString()).Number?.Digits.TrimStart('+').Should().Be("4722517000", preset.Format);
            TelephonyUri.Parse(link.ToString()).Number.Should().NotBeNull(preset.Format);
        }
    }

    [Fact]
    [Requirement("URI-44")]
    public void What_is_keyed_after_the_answer_is_told_wherever_the_number_stands()
    {
        const string text = "rcmobile://call?number=4722517000,99";

        TelephonyUri.Parse(text).Number!.PostDial.Should().Be(",99");
        TelephonyUri.Parse(text).Repairs.Should().ContainSingle().Which.Should().Be(new ParseError(ParseErrorKind.PostDial, 33));
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(ParseErrorKind.InvalidCharacter, 33));
    }

    [Fact]
    [Requirement("URI-4")]
    public void A_vendor_link_has_its_query_decoded_once_in_order()
    {
        var uri = (VendorUri)TelephonyUri.Parse("domycall:+47?name=Joe%20%26%20sons&x=%252B&plus=1+1&flag&bad=%FF");

        string.Join("|", uri.Query.Select(p => p.Key + "=" + p.Value)).Should().Be("name=Joe & sons|x=%2B|plus=1+1|flag=|bad=\uFFFD");
    }

    private static void NumberShouldBe(string text, string? digits)
    {
        foreach (var mode in Modes)
        {
            TelephonyUri.TryParse(text.AsSpan(), mode, out var uri, out _).Should().BeTrue();
            var number = uri.Should().BeOfType<VendorUri>().Which.Number;
            (number?.Digits).Should().Be(digits);
        }
    }
}
