namespace PhoneLink.Tests.Formats;

public class FormatMatchTests
{
    [Theory]
    [Requirement("FMT-9")]
    [InlineData("domycall:%p?name=<attn>&c=<name>", true)]
    [InlineData("domycall:<attn>/<name>", true)]
    [InlineData("domycall:%p;id=<cuid>", true)]
    [InlineData("callto:%p+type=phone", true)]
    [InlineData("callto:%p.x", true)]
    [InlineData("https://wa.me/%p?text=<attn>", true)]
    [InlineData("domycall:x?n=%p%3Bid=<cuid>", true)]
    [InlineData("domycall:%p;", true)]
    [InlineData("domycall:<attn><name>", false)]
    [InlineData("domycall:%p<attn>", false)]
    [InlineData("domycall:<attn>-<name>", false)]
    [InlineData("domycall:<attn>.x", false)]
    [InlineData("domycall:<attn>%20<name>", false)]
    [InlineData("tel:%p20", false)]
    [InlineData("domycall:%p%32", false)]
    [InlineData("domycall:%p*1", false)]
    [InlineData("domycall:%p%23", false)]
    [InlineData("domycall:%p;ext=<cuid>", false)]
    [InlineData("domycall:%p;<cuid>", false)]
    [InlineData("domycall:%p;EXT=1", false)]
    [InlineData("domycall:x?n=%p%3Bext%3D<cuid>", false)]
    [InlineData("domycall:%p;phone-context=<cuid>", false)]
    [InlineData("domycall:%p.x", false)]
    [InlineData("domycall:<atpc>+x", false)]
    [InlineData("domycall:<atpc>*x", false)]
    [InlineData("domycall:<atpc>?x", true)]
    public void A_format_knows_whether_its_links_can_be_taken_apart(string format, bool reversible)
    {
        var parsed = PhoneLinkFormat.Parse(format);

        parsed.IsReversible.Should().Be(reversible);
        var values = new Values(("attn", "a"), ("name", "b"), ("cuid", "1"), ("atpc", "+4790000000"));
        parsed.TryMatch(parsed.Expand(PhoneNumber.Parse("+4722517000"), values), out _).Should().Be(reversible);
    }

    [Theory]
    [Requirement("FMT-10")]
    [InlineData("domycall:+4722?n=a%20b")]
    [InlineData("DomyCall:+4722?n=a%20b")]
    [InlineData("domycall:%2b4722?n=a%20b")]
    [InlineData("domycall:+%34722?n=%61%20b")]
    [InlineData("domycall://+4722?n=a%20b")]
    [InlineData("domycall://+4722/?n=a%20b")]
    [InlineData("domycall:+4722?n=a%20b/")]
    [InlineData("domycall:+4722?%6E=a%20b")]
    public void What_browsers_and_shells_do_to_a_link_is_tolerated(string link)
    {
        PhoneLinkFormat.Parse("domycall:%p?n=<attn>").TryMatch(link, out var match).Should().BeTrue();

        match!.Number!.Digits.Should().Be("+4722");
        match.GetValue("attn").Should().Be("a b");
        PhoneLinkFormat.Parse("domycall:%p?n=<attn>").IsMatch(link.AsSpan()).Should().BeTrue();
    }

    [Theory]
    [Requirement("FMT-12")]
    [InlineData("domycall:<attn>/<name>/x")]
    [InlineData("domycall:<attn>/<name>/<cuid>")]
    [InlineData("domycall:<attn>//%p")]
    [InlineData("domycall:/<attn>/%p")]
    public void Slashes_of_the_format_that_stand_together_are_not_added_ones(string format)
    {
        var parsed = PhoneLinkFormat.Parse(format);
        var link = parsed.Expand(PhoneNumber.Parse("+4722"), new Values(("attn", ""), ("name", ""), ("cuid", "")));

        parsed.IsReversible.Should().BeTrue();
        parsed.TryMatch(link, out var match).Should().BeTrue();
        match!.Variables.Values.Should().OnlyContain(value => value.Length == 0);
        parsed.TryMatch(parsed.Expand(PhoneNumber.Parse("+4722"), new Values(("attn", "a"), ("name", "b"))).Replace(":", "://", StringComparison.Ordinal), out match).Should().BeTrue();
        match!.GetValue("attn").Should().Be("a");
    }

    [Theory]
    [Requirement("FMT-11")]
    [InlineData("")]
    [InlineData("domycall")]
    [InlineData("domycall:")]
    [InlineData("domycal:+4722?n=a")]
    [InlineData("domycall:+4722")]
    [InlineData("domycall:+4722?n=a&x=1")]
    [InlineData("domycall:+4722?m=a")]
    [InlineData("domycall:?n=a")]
    [InlineData("domycall:+?n=a")]
    [InlineData("domycall:*?n=a")]
    [InlineData("domycall:47+22?n=a")]
    [InlineData("domycall:CALL?n=a")]
    [InlineData("domycall:\uFF14\uFF17?n=a")]
    [InlineData("domycall:47-22?n=a")]
    [InlineData("domycall:+4722/?n=a")]
    [InlineData("domycall:+4722?n=a b")]
    [InlineData("domycall:+4722?n=a+b")]
    [InlineData("domycall:+4722?n=%zz")]
    [InlineData("domycall:+4722?n=%00")]
    [InlineData("domycall:+4722?n=%C0%AF")]
    [InlineData("domycall:+4722?n=%ED%A0%80")]
    [InlineData("domycall:+4722?n=%F5%80%80%80")]
    [InlineData("domycall:+4722?n=%E6%97")]
    [InlineData("domycall:+4722?n=a//")]
    [InlineData("domycall:+4722;phone-context=example.com?n=a")]
    [InlineData("domycall:22;phone-context=-?n=a")]
    [InlineData("domycall:22;ext=123456789012345678901?n=a")]
    public void Other_links_do_not_match(string link)
    {
        PhoneLinkFormat.Parse("domycall:%p?n=<attn>").TryMatch(link, out var match).Should().BeFalse();
        match.Should().BeNull();
    }

    [Fact]
    [Requirement("FMT-11")]
    public void A_hole_that_stands_twice_must_say_the_same()
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?n=%p&a=<attn>&b={attn}");

        format.TryMatch("domycall:+47?n=%2B47&a=x&b=x", out _).Should().BeTrue();
        format.TryMatch("domycall:+47?n=%2B48&a=x&b=x", out _).Should().BeFalse();
        format.TryMatch("domycall:+47?n=%2B47&a=x&b=y", out _).Should().BeFalse();
    }

    [Fact]
    [Requirement("FMT-10")]
    public void A_web_target_gives_the_plus_back()
    {
        PhoneLinkFormat.Parse("https://wa.me/%p").TryMatch("https://wa.me/4722517000/", out var match).Should().BeTrue();
        match!.Number!.Digits.Should().Be("+4722517000");
        PhoneLinkFormat.Parse("whatsapp://send?phone=%p").TryMatch("whatsapp://send/?phone=4722517000", out match).Should().BeTrue();
        match!.Number!.Digits.Should().Be("+4722517000");
    }

    [Theory]
    [Requirement("FMT-12")]
    [InlineData("tel:*")]
    [InlineData("tel:#")]
    [InlineData("tel:*1")]
    [InlineData("tel:22#5")]
    [InlineData("tel:1234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("tel:12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("tel:+123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("tel:+1234567890123456789012345678901234567890123456789012345678901234")]
    public void Every_number_of_a_tel_link_that_can_be_written_can_be_read(string link)
    {
        if (TelephonyUri.TryParse(link, out var uri) && PhoneLinkFormat.Default.TryExpand(uri.Number, null, out var made, out _))
        {
            PhoneLinkFormat.Default.TryMatch(made, out var match).Should().BeTrue();
            match!.Number.Should().Be(uri.Number);
        }
    }

    [Fact]
    [Requirement("FMT-11")]
    public void Matching_is_bounded()
    {
        PhoneLinkFormat.Parse("domycall:%p?n=<attn>").TryMatch("domycall:+47?n=" + new string('a', 1_000_000), out _).Should().BeFalse();
        PhoneLinkFormat.Parse("domycall:%p").TryMatch("domycall:" + new string('1', 65), out _).Should().BeFalse();
        PhoneLinkFormat.Parse("domycall:%p").TryMatch(null, out _).Should().BeFalse();
    }

    [Fact]
    [Requirement("FMT-11")]
    public void A_match_is_masked_when_it_is_printed()
    {
        PhoneLinkFormat.Parse("domycall:%p?n=<attn>").TryMatch("domycall:+4722517000?n=Ada", out var match).Should().BeTrue();
        match!.ToString().Should().Be("+********00, 1 variables");
    }
}
