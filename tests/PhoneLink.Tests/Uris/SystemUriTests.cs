namespace PhoneLink.Tests.Uris;

/// <summary>What <see cref="System.Uri"/> makes of a link, for interfaces that take nothing else.</summary>
public sealed class SystemUriTests
{
    [Theory]
    [Requirement("URI-43")]
    [InlineData("tel:+47-22-51-70-00;ext=12", SystemUriLoss.None, "tel:+47-22-51-70-00;ext=12")]
    [InlineData("TEL:+4722517000", SystemUriLoss.None, "tel:+4722517000")]
    [InlineData("tel:///+4722517000", SystemUriLoss.None, "tel:///+4722517000")]
    [InlineData("tel:*21*22517000%23", SystemUriLoss.None, "tel:*21*22517000%23")]
    [InlineData("tel:%2B4722517000", SystemUriLoss.None, "tel:%2B4722517000")]
    [InlineData("sip:+4722517000@PBX.example.com;user=phone", SystemUriLoss.None, "sip:+4722517000@PBX.example.com;user=phone")]
    [InlineData("sms:+4722517000?body=Hi%20Ada", SystemUriLoss.None, "sms:+4722517000?body=Hi%20Ada")]
    [InlineData("https://wa.me/4722517000", SystemUriLoss.None, "https://wa.me/4722517000")]
    [InlineData("tel:*#06#", SystemUriLoss.Fragment, "tel:*#06#")]
    [InlineData("tel:*31#22517000;phone-context=+47", SystemUriLoss.Fragment, "tel:*31#22517000;phone-context=+47")]
    [InlineData("domycall:+4722517000?x#y", SystemUriLoss.Fragment, "domycall:+4722517000?x#y")]
    [InlineData("tel:+47 22517000", SystemUriLoss.Text, "tel:+47%2022517000")]
    [InlineData("tel:+4722517000;x=%41", SystemUriLoss.Text, "tel:+4722517000;x=A")]
    [InlineData("sip:%61da@example.com", SystemUriLoss.Text, "sip:ada@example.com")]
    [InlineData("facetime://14085551234", SystemUriLoss.Text, "facetime://14085551234/")]
    [InlineData("whatsapp://send?phone=4722517000", SystemUriLoss.Text, "whatsapp://send/?phone=4722517000")]
    [InlineData("domycall://Desk/%7E?x#y", SystemUriLoss.Text | SystemUriLoss.Fragment, "domycall://desk/~?x#y")]
    [InlineData("callto://22517000", SystemUriLoss.Text, "callto://22517000/")]
    public void A_link_becomes_a_system_uri_that_says_what_it_changes(string text, SystemUriLoss expected, string absolute)
    {
        TelephonyUri.Parse(text).TryGetSystemUri(out var uri, out var loss).Should().BeTrue();

        (loss, uri!.AbsoluteUri).Should().Be((expected, absolute));
        TelephonyUri.Parse(uri.OriginalString).Should().Be(TelephonyUri.Parse(text), "nothing is lost of the original text");
    }

    [Theory]
    [Requirement("URI-43")]
    [InlineData("tel://+4722517000")]
    [InlineData("sms://+4722517000")]
    [InlineData("callto://+4722517000")]
    [InlineData("facetime://+14085551234")]
    [InlineData("zoomphonecall://+14085551234?callerid=1")]
    [InlineData("domycall://+4722517000")]
    [InlineData("domycall://desk:99999/1")]
    public void A_link_whose_number_would_be_a_host_becomes_none(string text)
    {
        TelephonyUri.Parse(text).TryGetSystemUri(out var uri, out var loss).Should().BeFalse();

        (uri, loss).Should().Be((null, SystemUriLoss.None));
    }

    [Theory]
    [Requirement("URI-43")]
    [InlineData("tel:*31#22517000;phone-context=+47", "tel:*31#22517999;phone-context=+47", false, true)]
    [InlineData("tel:+47-22517000", "tel:+4722517000", true, false)]
    [InlineData("tel:+4722517000;EXT=1", "tel:+4722517000;ext=1", true, false)]
    public void Two_system_uris_are_equal_where_links_are_not_and_the_other_way_round(string left, string right, bool links, bool systems)
    {
        var (one, other) = (TelephonyUri.Parse(left), TelephonyUri.Parse(right));
        one.TryGetSystemUri(out var first, out _).Should().BeTrue();
        other.TryGetSystemUri(out var second, out _).Should().BeTrue();

        (one.Equals(other), first!.Equals(second)).Should().Be((links, systems));
    }
}
