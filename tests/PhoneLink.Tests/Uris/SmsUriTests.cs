namespace PhoneLink.Tests.Uris;

/// <summary>RFC 5724.</summary>
public sealed class SmsUriTests
{
    [Theory]
    [Requirement("URI-36")]
    [InlineData("sms:+15105550101", "+15105550101", null)]
    [InlineData("sms:+15105550101,+15105550102", "+15105550101 +15105550102", null)]
    [InlineData("sms:+15105550101?body=hello%20there", "+15105550101", "hello there")]
    [InlineData("sms:+1-510-555-0101;ext=5,7042;phone-context=example.com?x=1&Body=", "+15105550101 7042", "")]
    [InlineData("sms:+1?body=%C3%A5%2B%2C", "+1", "\u00E5+,")]
    public void What_the_rfc_allows_is_read_without_repair(string text, string recipients, string? body)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out var uri, out var error).Should().BeTrue(error.ToString());

        var sms = uri.Should().BeOfType<SmsUri>().Which;
        string.Join(' ', sms.Recipients.Select(static it => it.Number.Digits)).Should().Be(recipients);
        sms.Body.Should().Be(body);
        sms.Number.Should().Be(sms.Recipients[0].Number);
        sms.Repairs.Should().BeEmpty();
    }

    [Theory]
    [Requirement("URI-37")]
    [InlineData("sms://+4722", ParseErrorKind.Slashes, 4, null)]
    [InlineData("sms:22517000", ParseErrorKind.MissingContext, 4, null)]
    [InlineData("sms:+47%2022", ParseErrorKind.Whitespace, 7, null)]
    [InlineData("sms:+4722&body=hi", ParseErrorKind.UnexpectedQuery, 9, "hi")]
    [InlineData("sms:+4722;body=hi", ParseErrorKind.UnexpectedQuery, 9, "hi")]
    [InlineData("sms:+4722?body=a+b", ParseErrorKind.InvalidCharacter, 10, "a+b")]
    [InlineData("sms:+4722?body=a&body=b", ParseErrorKind.InvalidParameter, 17, "a")]
    [InlineData("sms:+4722?body", ParseErrorKind.InvalidParameter, 10, null)]
    [InlineData("sms:+4722?", ParseErrorKind.InvalidParameter, 10, null)]
    public void Lenient_repairs_and_says_so_strict_refuses(string text, ParseErrorKind repair, int position, string? body)
    {
        var uri = (SmsUri)TelephonyUri.Parse(text);

        uri.Repairs.Should().Contain(new ParseError(repair, position));
        uri.Body.Should().Be(body);
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out _).Should().BeFalse();
    }

    [Theory]
    [Requirement("URI-37")]
    [InlineData("sms:", ParseErrorKind.NoNumber, 4)]
    [InlineData("sms:+47,", ParseErrorKind.NoNumber, 8)]
    [InlineData("sms:+47,,+48", ParseErrorKind.NoNumber, 8)]
    [InlineData("sms:?body=x", ParseErrorKind.NoNumber, 4)]
    [InlineData("sms:alice", ParseErrorKind.InvalidCharacter, 5)]
    [InlineData("sms:+47,+48x", ParseErrorKind.InvalidCharacter, 11)]
    [InlineData("sms:+47?body=%", ParseErrorKind.InvalidEscape, 13)]
    [InlineData("sms:+47\u00A022", ParseErrorKind.InvalidCharacter, 7)]
    public void What_is_no_sms_link_has_an_error_and_a_position(string text, ParseErrorKind kind, int position)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Lenient, out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(kind, position));
    }

    [Theory]
    [Requirement("URI-38")]
    [InlineData("sms:+47-22", "SMS:+4722", true)]
    [InlineData("sms:+47,+48", "sms:+48,+47", false)]
    [InlineData("sms:+47?body=a", "sms:+47?body=%61", true)]
    [InlineData("sms:+47?body=a", "sms:+47?body=A", false)]
    [InlineData("sms:+47?body=a", "sms:+47", false)]
    [InlineData("sms:+47", "tel:+47", false)]
    public void Sms_links_are_equal_when_they_say_the_same_to_the_same(string left, string right, bool equal)
    {
        TelephonyUri.Parse(left).Equals(TelephonyUri.Parse(right)).Should().Be(equal);
        TelephonyUri.Parse(right).Equals(TelephonyUri.Parse(left)).Should().Be(equal);
        if (equal)
            TelephonyUri.Parse(left).GetHashCode().Should().Be(TelephonyUri.Parse(right).GetHashCode());
    }

    [Fact]
    [Requirement("URI-37")]
    public void Recipients_are_bounded()
    {
        TelephonyUri.Parse("sms:+1" + string.Concat(Enumerable.Repeat(",+1", 99))).Should().BeOfType<SmsUri>().Which.Recipients.Should().HaveCount(100);
        TelephonyUri.TryParse("sms:+1" + string.Concat(Enumerable.Repeat(",+1", 100)), out _).Should().BeFalse();
    }
}
