namespace PhoneLink.Tests.Numbers;

public class WithDigitsTests
{
    [Theory]
    [Requirement("PLAN-14")]
    [InlineData("22 51 70 00", "+4722517000", "+4722517000")]
    [InlineData("22 51 70 00 x12", "+4722517000", "+4722517000 x12")]
    [InlineData("22 51 70 00,,1234#", "022517000", "022517000,,1234#")]
    [InlineData("+47 22 51 70 00;isub=7", "22517000", "22517000")]
    [InlineData("22517000", "*31#22517000", "*31#22517000")]
    public void Other_digits_keep_what_is_behind_them(string text, string digits, string written)
    {
        var number = PhoneNumber.Parse(text);
        var other = number.WithDigits(digits);

        other.Digits.Should().Be(digits);
        other.Extension.Should().Be(number.Extension);
        other.PostDial.Should().Be(number.PostDial);
        other.Subaddress.Should().Be(number.Subaddress);
        other.Text.Should().Be(written);
        PhoneNumber.Parse(other.Text).Digits.Should().Be(digits);
    }

    [Fact]
    [Requirement("PLAN-14")]
    public void A_global_number_has_no_context_and_a_local_one_keeps_it()
    {
        var number = PhoneNumber.Parse("7042;phone-context=example.com");

        number.WithDigits("+477042").Context.Should().BeNull();
        number.WithDigits("7043").Context.Should().Be("example.com");
    }

    [Fact]
    [Requirement("PLAN-14")]
    public void The_same_digits_are_the_same_number() =>
        PhoneNumber.Parse("22 51 70 00 x12").WithDigits("22517000").Should().Be(PhoneNumber.Parse("22517000 x12"));

    [Theory]
    [Requirement("PLAN-14")]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+47 22")]
    [InlineData("22 51")]
    [InlineData("+47*21")]
    [InlineData("++47")]
    [InlineData("47+")]
    [InlineData("abc")]
    [InlineData("２２")]
    [InlineData("tel:22")]
    [InlineData("22\0")]
    [InlineData("\uD800")]
    public void What_cannot_be_dialled_is_a_wrong_call(string digits) =>
        FluentActions.Invoking(() => PhoneNumber.Parse("22").WithDigits(digits)).Should().Throw<ArgumentException>().WithParameterName(nameof(digits));

    [Fact]
    [Requirement("PLAN-14")]
    public void Too_many_digits_are_a_wrong_call_and_are_not_repeated()
    {
        PhoneNumber.Parse("22").WithDigits(new string('9', 64)).Digits.Should().HaveLength(64);

        FluentActions.Invoking(static () => PhoneNumber.Parse("22").WithDigits(new string('9', 65))).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("99");
        FluentActions.Invoking(static () => PhoneNumber.Parse("22").WithDigits(null!)).Should().Throw<ArgumentNullException>().WithParameterName("digits");
    }
}
