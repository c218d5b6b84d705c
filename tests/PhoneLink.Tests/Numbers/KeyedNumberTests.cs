namespace PhoneLink.Tests.Numbers;

/// <summary>What is keyed after the answer, and what only looks like it.</summary>
public class KeyedNumberTests
{
    [Theory]
    [Requirement("NUM-25")]
    [InlineData("22517000;90000000", ";90000000")]
    [InlineData("22517000,90 00 00 00", ",90000000")]
    [InlineData("22 51 70 00 ,,99", ",,99")]
    [InlineData("22 51 70 00 , 99", null)]
    [InlineData("22517000,, 99#", ",,99#")]
    [InlineData("22517000,,123 456 789#", ",,123456789#")]
    [InlineData("22517000,,12-34.56", ",,123456")]
    [InlineData("22517000,\u0669", ",9")]
    [InlineData("22517000pp12", ",,12")]
    [InlineData("22517000,12p34;56", ",12,34;56")]
    [InlineData("22517000,99 privat", ",99")]
    [InlineData("22517000,99 p12", ",99")]
    [InlineData("22517000,99 (privat)", ",99")]
    [InlineData("22517000,,99, 900 00 000", ",,99")]
    [InlineData("22517000 p 12", null)]
    [InlineData("22517000;p12", null)]
    [InlineData("22517000,", null)]
    public void What_is_keyed_after_the_answer_is_kept_whole(string text, string? postDial)
    {
        var number = PhoneNumber.Parse(text);

        number.Digits.Should().Be("22517000");
        number.PostDial.Should().Be(postDial);
    }

    [Fact]
    [Requirement("NUM-25")]
    public void A_short_number_may_have_a_code_behind_it()
    {
        PhoneNumber.Parse("7042,,123456#").PostDial.Should().Be(",,123456#");
        PhoneNumber.Parse("7042,,123456").PostDial.Should().Be(",,123456");
        PhoneNumber.Parse("7042,1234").PostDial.Should().Be(",1234");
        PhoneNumber.Parse("7042;1234").PostDial.Should().Be(";1234");
        PhoneNumber.Parse("7042;;123456").PostDial.Should().Be(";;123456");
    }

    [Theory]
    [Requirement("NUM-25")]
    [InlineData("22517000,99privat")]
    [InlineData("22517000,99+47")]
    [InlineData("22517000,99|98")]
    [InlineData("22517000,99\n98")]
    [InlineData("22,51,70,00")]
    [InlineData("1,800,555,0100")]
    [InlineData("800,555,0100")]
    [InlineData("9,22517000")]
    [InlineData("+47,22517000")]
    [InlineData("+47;22517000")]
    [InlineData("+47w22517000")]
    [InlineData("+49;30;1234567")]
    [InlineData("9;22517000")]
    [InlineData("22;51;70;00")]
    [InlineData("0221;123456")]
    [InlineData("7042;123456")]
    public void Keys_that_may_be_cut_short_or_be_the_number_are_refused(string text) => PhoneNumber.TryParse(text, out _).Should().BeFalse();

    [Fact]
    [Requirement("NUM-25")]
    public void What_is_keyed_is_bounded()
    {
        PhoneNumber.Parse("22517000," + new string('9', 63)).PostDial.Should().HaveLength(64);
        PhoneNumber.TryParse("22517000," + new string('9', 64), out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(ParseErrorKind.TooLong, 72));
    }
}
