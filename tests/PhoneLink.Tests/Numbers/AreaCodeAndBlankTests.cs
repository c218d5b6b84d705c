namespace PhoneLink.Tests.Numbers;

/// <summary>What a CRM holds between the digits of one number, and for digits that it does not know.</summary>
public class AreaCodeAndBlankTests
{
    /// <summary>As it is written in Germany and Austria: the area code, which begins as no number within it does, a slash, the rest.</summary>
    [Theory]
    [Requirement("NUM-30")]
    [InlineData("0221 / 123456", "0221123456")]
    [InlineData("030 / 1234567", "0301234567")]
    [InlineData("033765 / 12345", "03376512345")]
    [InlineData("(0221) / 12 34-56", "0221123456")]
    [InlineData("+49 221 / 12 34 56", "+49221123456")]
    [InlineData("+49 (0) 221 / 12 34 56 - 78", "+4922112345678")]
    [InlineData("+43 (0) 1 / 51 51 0", "+43151510")]
    [InlineData("0221 / 123456 / 0172 1234567", "0221123456")]
    [InlineData("0221 / 123456 privat", "0221123456")]
    public void An_area_code_before_a_slash_belongs_to_the_number(string text, string digits) => PhoneNumber.Parse(text).Digits.Should().Be(digits);

    [Theory]
    [Requirement("NUM-31")]
    [InlineData("+47 22 XX XX 00")]
    [InlineData("+47 22 51 70 xx")]
    [InlineData("22 51 70 XX")]
    [InlineData("+1 (___) ___-____")]
    [InlineData("+47 22 51 70 __")]
    [InlineData("\u00B2\u00B222517000")]
    [InlineData("225\u00B217000")]
    [InlineData("2251700\u2460")]
    [InlineData("\u2163 22\u00BD")]
    public void A_number_with_digits_that_nobody_can_dial_is_refused(string text) => PhoneNumber.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [Requirement("NUM-31")]
    [InlineData("22517000 x12", "12")]
    [InlineData("22517000_privat", null)]
    [InlineData("22517000 \u00B9", null)]
    [InlineData("\u2460 22517000", null)]
    public void One_letter_or_a_mark_apart_is_no_blank(string text, string? extension)
    {
        var number = PhoneNumber.Parse(text);

        (number.Digits, number.Extension).Should().Be(("22517000", extension));
    }
}
