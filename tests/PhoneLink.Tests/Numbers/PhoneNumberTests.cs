namespace PhoneLink.Tests.Numbers;

public class PhoneNumberTests
{
    [Theory]
    [Requirement("NUM-1")]
    [InlineData("+47 22 51 70 00", "+4722517000")]
    [InlineData("22 51 70 00", "22517000")]
    [InlineData("(22) 51-70.00", "22517000")]
    [InlineData("0221/123456", "0221123456")]
    [InlineData("+47\u00A022\u00A051\u00A070\u00A000", "+4722517000")]
    [InlineData("+47\u202F22\u202F51\u202F70\u202F00", "+4722517000")]
    [InlineData("+47\u200722", "+4722")]
    [InlineData("22\u201051\u201170\u201200", "22517000")]
    [InlineData("22\u201351\u201470\u221200", "22517000")]
    [InlineData("22\u00AD51\u200B70", "225170")]
    [InlineData("\u202A+47 22 51\u202C", "+472251")]
    [InlineData("\u2066+4722\u2069", "+4722")]
    [InlineData("\uFEFF22517000", "22517000")]
    [InlineData("\uFF0B\uFF14\uFF17 \uFF12\uFF12", "+4722")]
    [InlineData("\u0662\u0662\u0665\u0661", "2251")]
    [InlineData("\uD835\uDFD0\uD835\uDFD1", "23")]
    [InlineData("+ (47) 22", "+4722")]
    [InlineData("++47 22", "+4722")]
    [InlineData("112", "112")]
    [InlineData("0047 22 51 70 00", "004722517000")]
    [InlineData("+44 (0)20 8366 1177", "+442083661177")]
    [InlineData("22*5", "22*5")]
    public void Reads_what_people_write(string text, string digits) => PhoneNumber.Parse(text).Digits.Should().Be(digits);

    [Theory]
    [Requirement("NUM-2")]
    [InlineData("Tlf: 22 51 70 00", "22517000")]
    [InlineData("mobil 900 00 000 (privat)", "90000000")]
    [InlineData("22 51 70 00 jobb", "22517000")]
    [InlineData("22 51 70 00 (jobb)", "22517000")]
    [InlineData("22 51 70 00 -jobb", "22517000")]
    [InlineData("22 51 70 00 \u2013mobil", "22517000")]
    [InlineData("22517000 --Ola", "22517000")]
    [InlineData("tel:+47 22 51 70 00", "+4722517000")]
    [InlineData("22 51 70 00, 900 00 000", "22517000")]
    [InlineData("22 51 70 00 / 900 00 000", "22517000")]
    [InlineData("22 51 70 00 +47 900 00 000", "22517000")]
    [InlineData("<22517000>", "22517000")]
    [InlineData("<a href=\"tel:22517000\">22 51 70 00</a>", "22517000")]
    [InlineData("sip:22517000@pbx1.example.com", "22517000")]
    [InlineData("22517000 & 90000000", "22517000")]
    [InlineData("22 51 70 00; privat", "22517000")]
    [InlineData("1-800-FLOWERS", "18003569377")]
    [InlineData("0800 call", "0800")]
    public void Takes_the_first_number_and_leaves_the_words(string text, string digits) => PhoneNumber.Parse(text).Digits.Should().Be(digits);

    [Theory]
    [Requirement("NUM-3")]
    [InlineData("22 51 70 00 x12", "22517000", "12")]
    [InlineData("22 51 70 00x12", "22517000", "12")]
    [InlineData("22 51 70 00 ext. 12", "22517000", "12")]
    [InlineData("22 51 70 00 Ext 12", "22517000", "12")]
    [InlineData("22 51 70 00 extension 1234", "22517000", "1234")]
    [InlineData("22 51 70 00 int. 9", "22517000", "9")]
    [InlineData("22 51 70 00 доб. 9", "22517000", "9")]
    [InlineData("22 51 70 00 ~9", "22517000", "9")]
    [InlineData("22 51 70 00 #1234567", "22517000", "1234567")]
    [InlineData("+47 22 51 70 00 #12 jobb", "+4722517000", "12")]
    [InlineData("+4722517000;ext=12", "+4722517000", "12")]
    [InlineData("+4722517000;ext=1-2;foo=1", "+4722517000", "12")]
    [InlineData("22517000#12|x", "22517000", "12")]
    public void Reads_the_extension(string text, string digits, string extension)
    {
        var number = PhoneNumber.Parse(text);

        number.Digits.Should().Be(digits);
        number.Extension.Should().Be(extension);
    }

    [Theory]
    [Requirement("NUM-4")]
    [InlineData("*21*4722517000#", "*21*4722517000#")]
    [InlineData(" *#06#", "*#06#")]
    [InlineData("#31# 22 51 70 00", "#31#22517000")]
    [InlineData("**61*\uFF12\uFF12#", "**61*22#")]
    [InlineData("*100# saldo", "*100#")]
    public void Keeps_a_service_code_whole(string text, string digits)
    {
        var number = PhoneNumber.Parse(text);

        number.Digits.Should().Be(digits);
        number.IsServiceCode.Should().BeTrue();
    }

    [Theory]
    [Requirement("NUM-5")]
    [InlineData("22517000,,99#", "22517000", ",,99#")]
    [InlineData("22517000p12", "22517000", ",12")]
    [InlineData("22517000w12", "22517000", ";12")]
    [InlineData("22517000;12", "22517000", ";12")]
    [InlineData("22517000,1-2,", "22517000", ",12")]
    public void Keeps_what_is_keyed_after_the_answer(string text, string digits, string postDial)
    {
        var number = PhoneNumber.Parse(text);

        number.Digits.Should().Be(digits);
        number.PostDial.Should().Be(postDial);
        number.ToString(PhoneNumberStyle.Dialable).Should().Be(digits + postDial);
    }

    [Theory]
    [Requirement("NUM-6")]
    [InlineData(null, ParseErrorKind.Empty)]
    [InlineData("", ParseErrorKind.Empty)]
    [InlineData("   ", ParseErrorKind.NoNumber)]
    [InlineData("ring meg", ParseErrorKind.NoNumber)]
    [InlineData("-", ParseErrorKind.NoNumber)]
    [InlineData("?", ParseErrorKind.NoNumber)]
    [InlineData("+", ParseErrorKind.NoNumber)]
    [InlineData("*#", ParseErrorKind.NoNumber)]
    [InlineData("\uD800", ParseErrorKind.NoNumber)]
    public void Gives_no_number_where_there_is_none(string? text, ParseErrorKind kind)
    {
        PhoneNumber.TryParse(text, out var number, out var error).Should().BeFalse();

        number.Should().BeNull();
        error.Kind.Should().Be(kind);
    }

    [Theory]
    [Requirement("NUM-7")]
    [InlineData("22517000a")]
    [InlineData("1-800-GO-FEDEX")]
    [InlineData("22%2051")]
    [InlineData("%2022517000")]
    [InlineData("tel:%20+4722517000")]
    [InlineData("5:22517000")]
    [InlineData("22&nbsp;51&nbsp;70&nbsp;00")]
    [InlineData("22&#160;51&#160;70&#160;00")]
    [InlineData("2\uFE0F\u20E32\uFE0F\u20E3")]
    [InlineData("22\uD83D\uDE0051")]
    [InlineData("22||51")]
    [InlineData("22\r\n51")]
    [InlineData("+47*22")]
    [InlineData("+47#")]
    [InlineData("22517000#12345678")]
    [InlineData("22#12-34")]
    [InlineData("*21*+4722#")]
    public void Refuses_what_might_be_a_number_cut_short(string text) => PhoneNumber.TryParse(text, out _).Should().BeFalse();

    [Fact]
    [Requirement("NUM-8")]
    public void Is_total_and_bounded_on_long_text()
    {
        PhoneNumber.TryParse(new string('1', 65), out _, out var error).Should().BeFalse();
        error.Kind.Should().Be(ParseErrorKind.TooLong);

        PhoneNumber.TryParse(new string('+', 1_000_000), out _, out error).Should().BeFalse();
        error.Kind.Should().Be(ParseErrorKind.TooLong);

        PhoneNumber.Parse(new string('1', 64)).Digits.Should().HaveLength(64);
    }

    [Fact]
    [Requirement("NUM-8")]
    public void Throws_one_exception_that_holds_no_digit()
    {
        var act = () => PhoneNumber.Parse("22517000a");

        var thrown = act.Should().Throw<PhoneLinkParseException>().Which;
        thrown.Error.Should().Be(new ParseError(ParseErrorKind.NoNumber, 8));
        thrown.Message.Should().NotContain("22517000");
    }

    [Fact]
    [Requirement("NUM-9")]
    public void Equality_ignores_separators_and_nothing_that_is_dialled()
    {
        PhoneNumber.Parse("+47 22 51 70 00").Should().Be(PhoneNumber.Parse("tel:+47-22517000"));
        (PhoneNumber.Parse("22 51") == PhoneNumber.Parse("2251")).Should().BeTrue();
        PhoneNumber.Parse("22 51").GetHashCode().Should().Be(PhoneNumber.Parse("2251").GetHashCode());
        PhoneNumber.Parse("2251").Should().NotBe(PhoneNumber.Parse("+2251"));
        PhoneNumber.Parse("2251 x1").Should().NotBe(PhoneNumber.Parse("2251 x2"));
        PhoneNumber.Parse("2251,1").Should().NotBe(PhoneNumber.Parse("2251,2"));
        (PhoneNumber.Parse("1") != null).Should().BeTrue();
    }

    [Theory]
    [Requirement("NUM-10")]
    [InlineData("+47 22 51 70 00 x12", "+********00")]
    [InlineData("22517000", "******00")]
    [InlineData("112", "***")]
    public void Is_masked_when_it_is_printed(string text, string printed) => PhoneNumber.Parse(text).ToString().Should().Be(printed);

    [Theory]
    [Requirement("NUM-11")]
    [InlineData(PhoneNumberStyle.Dialable, "+4722517000")]
    [InlineData(PhoneNumberStyle.Digits, "4722517000")]
    [InlineData(PhoneNumberStyle.Rfc3966, "+4722517000;ext=12")]
    [InlineData(PhoneNumberStyle.AsWritten, "+47 22 51 70 00 x12")]
    public void Is_written_in_four_styles(PhoneNumberStyle style, string expected) =>
        PhoneNumber.Parse("+47 22 51 70 00 x12").ToString(style).Should().Be(expected);

#if NET && !NETSTANDARD_BUILD
    [Fact]
    [Requirement("NUM-11")]
    public void Is_parsable_as_the_framework_has_it()
    {
        Read<PhoneNumber>("+47 22").Digits.Should().Be("+4722");

        static T Read<T>(string text)
            where T : ISpanParsable<T> => T.Parse(text.AsSpan(), null);
    }
#endif
}
