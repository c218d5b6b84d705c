namespace PhoneLink.Tests.Uris;

public class TelephonyUriTests
{
    [Theory]
    [Requirement("URI-1")]
    [InlineData("tel:+47-22-51-70-00", "+4722517000")]
    [InlineData("tel:+4722517000;ext=12", "+4722517000")]
    [InlineData("TEL:+4722517000", "+4722517000")]
    [InlineData("tel:7042;phone-context=example.com", "7042")]
    [InlineData("tel:863-1234;phone-context=+1-914-555", "8631234")]
    [InlineData("tel:*21*4722517000%23;phone-context=+47", "*21*4722517000#")]
    [InlineData("tel:1aB;phone-context=a", "1ab")]
    [InlineData("tel:+47;foo=a/", "+47")]
    public void A_tel_link_of_the_rfc_needs_no_repair(string text, string digits)
    {
        var uri = TelephonyUri.Parse(text).Should().BeOfType<TelUri>().Which;

        uri.Number.Digits.Should().Be(digits);
        uri.Repairs.Should().BeEmpty();
        uri.OriginalText.Should().Be(text);
    }

    [Theory]
    [Requirement("URI-2")]
    [InlineData("tel://+4722517000", "+4722517000", ParseErrorKind.Slashes)]
    [InlineData("tel:///+4722517000/", "+4722517000", ParseErrorKind.Slashes)]
    [InlineData("tel:%2B4722517000", "+4722517000", ParseErrorKind.EscapedNumber)]
    [InlineData("tel:+47%2022%2051", "+472251", ParseErrorKind.Whitespace)]
    [InlineData("tel:+47 22", "+4722", ParseErrorKind.Whitespace)]
    [InlineData("tel:+47%C2%A022", "+4722", ParseErrorKind.Whitespace)]
    [InlineData("tel:+47%E2%80%AF22", "+4722", ParseErrorKind.Whitespace)]
    [InlineData(" tel:+4722 ", "+4722", ParseErrorKind.Whitespace)]
    [InlineData("tel:22517000", "22517000", ParseErrorKind.MissingContext)]
    [InlineData("tel:+4722?name=x", "+4722", ParseErrorKind.UnexpectedQuery)]
    [InlineData("tel:(+47)22", "+4722", ParseErrorKind.InvalidCharacter)]
    [InlineData("tel:-+4722", "+4722", ParseErrorKind.InvalidCharacter)]
    [InlineData("tel:+4722;foo=", "+4722", ParseErrorKind.InvalidParameter)]
    [InlineData("tel:+4722;ext=1;ext=2", "+4722", ParseErrorKind.InvalidParameter)]
    [InlineData("tel:+4722;ext=1;isub=2", "+4722", ParseErrorKind.InvalidParameter)]
    [InlineData("tel:+4722;isub=a#b", "+4722", ParseErrorKind.InvalidParameter)]
    [InlineData("tel:+4722;isub=[a]", "+4722", ParseErrorKind.InvalidParameter)]
    [InlineData("tel:+4722;phone-context=+47", "+4722", ParseErrorKind.InvalidParameter)]
    public void Lenient_repairs_and_says_so_strict_refuses(string text, string digits, ParseErrorKind repair)
    {
        var uri = TelephonyUri.Parse(text);

        uri.Number!.Digits.Should().Be(digits);
        uri.Repairs.Should().Contain(e => e.Kind == repair);
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out var error).Should().BeFalse();
        error.Kind.Should().NotBe(ParseErrorKind.None);
    }

    [Theory]
    [Requirement("URI-2")]
    [InlineData("tel:+4722 ", 9)]
    [InlineData(" tel:+4722 ", 0)]
    [InlineData(" tel:+4722", 0)]
    public void Space_around_a_link_is_reported_where_it_stands(string text, int position) =>
        TelephonyUri.Parse(text).Repairs.Should().Equal(new ParseError(ParseErrorKind.Whitespace, position));

    [Theory]
    [Requirement("URI-3")]
    [InlineData("", ParseErrorKind.Empty, 0)]
    [InlineData("tel", ParseErrorKind.MissingScheme, 0)]
    [InlineData(":+47", ParseErrorKind.MissingScheme, 0)]
    [InlineData("/etc/passwd", ParseErrorKind.MissingScheme, 0)]
    [InlineData(@"C:\x", ParseErrorKind.InvalidScheme, 0)]
    [InlineData("t\u00E9l:1", ParseErrorKind.InvalidScheme, 0)]
    [InlineData("do_my:1", ParseErrorKind.InvalidScheme, 0)]
    [InlineData("tel:", ParseErrorKind.NoNumber, 4)]
    [InlineData("tel:+", ParseErrorKind.NoNumber, 4)]
    [InlineData("tel:-", ParseErrorKind.NoNumber, 4)]
    [InlineData("tel:abcxyz", ParseErrorKind.InvalidCharacter, 7)]
    [InlineData("tel:+47a", ParseErrorKind.InvalidCharacter, 7)]
    [InlineData("tel:1234567890123456789012345678901234567890123456789012345678901234%35", ParseErrorKind.TooLong, 68)]
    [InlineData("tel:+47%", ParseErrorKind.InvalidEscape, 7)]
    [InlineData("tel:+47%4", ParseErrorKind.InvalidEscape, 7)]
    [InlineData("tel:+47%zz", ParseErrorKind.InvalidEscape, 7)]
    [InlineData("tel:\uFF14\uFF17", ParseErrorKind.InvalidCharacter, 4)]
    [InlineData("tel:\u0664\u0667", ParseErrorKind.InvalidCharacter, 4)]
    [InlineData("domycall:+47%", ParseErrorKind.InvalidEscape, 12)]
    [InlineData("domycall:+47%00", ParseErrorKind.InvalidEscape, 12)]
    [InlineData("domycall:+47 22", ParseErrorKind.InvalidCharacter, 12)]
    [InlineData("domycall:+47\"", ParseErrorKind.InvalidCharacter, 12)]
    [InlineData("domycall:+47\n22", ParseErrorKind.InvalidCharacter, 12)]
    [InlineData("domycall:\u202E1", ParseErrorKind.InvalidCharacter, 9)]
    [InlineData("domycall:a#b#c", ParseErrorKind.InvalidCharacter, 12)]
    [InlineData(@"domycall:\\srv\x", ParseErrorKind.PathTraversal, 9)]
    [InlineData("domycall:/../x", ParseErrorKind.PathTraversal, 10)]
    [InlineData("domycall:x?n=../../y", ParseErrorKind.PathTraversal, 16)]
    [InlineData("domycall:/%2e%2E/x", ParseErrorKind.PathTraversal, 10)]
    [InlineData("domycall:..", ParseErrorKind.PathTraversal, 9)]
    [InlineData("tel:+47;x=a/.;om", ParseErrorKind.PathTraversal, 12)]
    [InlineData("tel:+47;x=a/..;b", ParseErrorKind.PathTraversal, 12)]
    [InlineData("tel:7042;phone-context=a;x=/.;b", ParseErrorKind.PathTraversal, 28)]
    [InlineData("tel:+47%C2%4022", ParseErrorKind.InvalidCharacter, 7)]
    [InlineData("tel:+47%C3%A622", ParseErrorKind.InvalidCharacter, 7)]
    public void What_is_no_link_has_an_error_and_a_position(string text, ParseErrorKind kind, int position)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Lenient, out var uri, out var error).Should().BeFalse();

        uri.Should().BeNull();
        error.Should().Be(new ParseError(kind, position));
    }

    [Theory]
    [Requirement("NUM-30")]
    [InlineData("+4722517000;ext=12%233")]
    [InlineData("+4722517000;ext=12,3")]
    [InlineData("+4722517000;ext=a")]
    [InlineData("+4722517000;ext=123456789012345678901")]
    [InlineData("+4722517000;ext=12#3")]
    public void An_extension_that_cannot_be_read_is_not_dropped_in_silence(string number)
    {
        TelephonyUri.Parse("domycall:" + number).Number.Should().BeNull();
        TelephonyUri.Parse("tel:" + number).Repairs.Should().Contain(static repair => repair.Kind == ParseErrorKind.InvalidParameter);
    }

    [Theory]
    [Requirement("NUM-30")]
    [InlineData("tel:+4722517000;isub=1;ext=2")]
    [InlineData("tel:+4722517000;ext=2;isub=1")]
    [InlineData("domycall:+4722517000;isub=1;ext=2")]
    public void An_extension_beside_a_subaddress_is_kept_in_any_order(string text)
    {
        var number = TelephonyUri.Parse(text).Number!;

        (number.Extension, number.Subaddress).Should().Be(("2", null));
    }

    [Theory]
    [Requirement("NUM-30")]
    [InlineData("domycall:+4722517000;ext=12")]
    [InlineData("domycall:+4722517000;ext=12;ext=13")]
    [InlineData("domycall:+4722517000;ext=")]
    [InlineData("domycall:+4722517000;id=a,b")]
    public void A_vendor_link_that_loses_no_extension_has_its_number(string text) => TelephonyUri.Parse(text).Number!.Digits.Should().Be("+4722517000");

    [Theory]
    [Requirement("URI-5")]
    [InlineData("tel:+47-22-51", "TEL:+472251", true)]
    [InlineData("tel:+4722;a=1;b=2", "tel:+4722;B=2;A=1", true)]
    [InlineData("tel:+4722;a=1", "tel:+4722", false)]
    [InlineData("tel:7042;phone-context=Example.com", "tel:7042;phone-context=example.COM", true)]
    [InlineData("tel:7042;phone-context=+47", "tel:7042;phone-context=+4-7", true)]
    [InlineData("tel:*31#12345;phone-context=+47", "tel:*31#99999;phone-context=+47", false)]
    [InlineData("tel:+4722", "callto:+4722", false)]
    [InlineData("DOMYCALL:+47", "domycall:+47", true)]
    [InlineData("domycall:+47?a", "domycall:+47?b", false)]
    public void Links_are_equal_when_they_call_the_same(string left, string right, bool equal)
    {
        TelephonyUri.Parse(left).Equals(TelephonyUri.Parse(right)).Should().Be(equal);
        TelephonyUri.Parse(right).Equals(TelephonyUri.Parse(left)).Should().Be(equal);
        if (equal)
            TelephonyUri.Parse(left).GetHashCode().Should().Be(TelephonyUri.Parse(right).GetHashCode());
    }

    [Theory]
    [Requirement("URI-6")]
    [InlineData("+47 22 51 70 00", "tel:+4722517000")]
    [InlineData("+47 22 51 70 00 x12", "tel:+4722517000;ext=12")]
    [InlineData("*21*22#", "tel:*21*22%23")]
    [InlineData("7042;phone-context=Example.com", "tel:7042;phone-context=example.com")]
    public void A_tel_link_is_made_of_a_number_and_reads_back(string text, string link)
    {
        var number = PhoneNumber.Parse(text);
        var uri = new TelUri(number);

        uri.OriginalText.Should().Be(link);
        TelephonyUri.Parse(link).Number.Should().Be(number);
    }

    [Fact]
    [Requirement("URI-7")]
    public void Links_are_masked_when_they_are_printed()
    {
        TelephonyUri.Parse("tel:+4722517000;ext=12").ToString().Should().Be("tel:+********00");
        TelephonyUri.Parse("domycall:+4722517000?name=Ada").ToString().Should().Be("domycall:+********00");
        TelephonyUri.Parse("callto:alice").ToString().Should().Be("callto:***");
    }

    [Fact]
    [Requirement("URI-8")]
    public void Parsing_is_total_and_bounded()
    {
        TelephonyUri.TryParse(null, out _).Should().BeFalse();
        foreach (var c in new[] { '+', '-', ';', '%', '/', '.', 'a', '\uD800', '\0' })
            TelephonyUri.TryParse(("tel:" + new string(c, 1_000_000)).AsSpan(), UriParsing.Lenient, out _, out _).Should().BeFalse();

        TelephonyUri.TryParse(("tel:+47" + new string('-', 2041)).AsSpan(), UriParsing.Strict, out var uri, out _).Should().BeTrue();
        uri!.Number!.Digits.Should().Be("+47");
    }
}
