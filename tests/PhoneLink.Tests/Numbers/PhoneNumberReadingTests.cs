namespace PhoneLink.Tests.Numbers;

/// <summary>What the fields of a CRM hold besides a number: labels, lists, lines, extensions in every spelling.</summary>
public class PhoneNumberReadingTests
{
    [Theory]
    [Requirement("NUM-21")]
    [InlineData("+44 (0)20 7946 0018", "+442079460018")]
    [InlineData("+44(0)20 7946 0018", "+442079460018")]
    [InlineData("+44 \uFF080\uFF0920 7946 0018", "+442079460018")]
    [InlineData("+44 \uFF08\uFF10\uFF0920 7946 0018", "+442079460018")]
    [InlineData("+44[0]20 7946 0018", "+442079460018")]
    [InlineData("+44 (0 )20 7946 0018", "+442079460018")]
    [InlineData("+44 (\u200E0\u200E) 20 7946 0018", "+442079460018")]
    [InlineData("+44 (020) 7946 0018", "+4402079460018")]
    [InlineData("+44 (0 20) 7946 0018", "+4402079460018")]
    [InlineData("0044 (0)20 7946 0018", "004402079460018")]
    [InlineData("(0)20 7946 0018", "02079460018")]
    [InlineData("+39 (0)6 1234 5678", "+390612345678")]
    [InlineData("+39 [0]6 1234 5678", "+390612345678")]
    [InlineData("+378 (0)549 882345", "+3780549882345")]
    [InlineData("+225 (0)7 01 23 45 67", "+2250701234567")]
    [InlineData("+229 (0)1 95 12 34 56", "+2290195123456")]
    [InlineData("+242 (0)6 123 4567", "+242061234567")]
    [InlineData("+49 (0)30 123456", "+4930123456")]
    [InlineData("+358 (0)9 123456", "+3589123456")]
    [InlineData("+47 22 51 70 (0)0", "+4722517000")]
    [InlineData("+39 2 (0)6", "+39206")]
    public void A_zero_in_brackets_is_dialled_only_where_it_is_a_part_of_the_number(string text, string digits) =>
        PhoneNumber.Parse(text).Digits.Should().Be(digits);

    [Theory]
    [Requirement("NUM-22")]
    [InlineData("+1 212 555 0100, ext. 12")]
    [InlineData("+1 212 555 0100, x12")]
    [InlineData("+1 212 555 0100,ext12")]
    [InlineData("+1 212 555 0100; ext 12")]
    [InlineData("+1 212 555 0100;ext 12")]
    [InlineData("+1 212 555 0100;x12")]
    [InlineData("+1 212 555 0100;extension=12")]
    [InlineData("+1 212 555 0100 / ext 12")]
    [InlineData("+1 212 555 0100\next 12")]
    [InlineData("+1 212 555 0100\r\n ext 12")]
    [InlineData("+1 212 555 0100 - ext 12")]
    [InlineData("+1 212 555 0100 (ext. 12)")]
    [InlineData("+1 212 555 0100 ext #12")]
    [InlineData("+1 212 555 0100 ext-12")]
    [InlineData("+1 212 555 0100ext-12")]
    [InlineData("+1 212 555 0100 ext(12)")]
    [InlineData("+1 212 555 0100 ext. (12)")]
    [InlineData("+1 212 555 0100 x\uD835\uDFCF\uD835\uDFD0")]
    [InlineData("+1 212 555 0100 x12 Ada")]
    [InlineData("+1 212 555 0100 x12 (Ada)")]
    [InlineData("+1 212 555 0100 x12(Ada)")]
    [InlineData("+1 212 555 0100 x12, Ada")]
    [InlineData("+1 212 555 0100 x12.")]
    [InlineData("+1 212 555 0100 x12, 212 555 0101")]
    [InlineData("+1 212 555 0100 x12 / 212 555 0101")]
    [InlineData("+1 212 555 0100 x12 +1 212 555 0101")]
    [InlineData("+1 212 555 0100 x12\n212 555 0101")]
    [InlineData("+1 212 555 0100 x12\nAda")]
    [InlineData("+1 212 555 0100 #12.")]
    [InlineData("+1 212 555 0100;ext=1-2")]
    [InlineData("+1 212 555 0100;ext=12, Ada")]
    [InlineData("+1 212 555 0100;ext=12;ext=13")]
    [InlineData("+1 212 555 0100 x12;ext=13")]
    [InlineData("+1 212 555 0100 \uFF45\uFF58\uFF54 \uFF11\uFF12")]
    [InlineData("+1 212 555 0100 \uFF5812")]
    [InlineData("+1 212 555 0100 \uFF29\uFF2E\uFF34 12")]
    [InlineData("+1 212 555 0100 \uFF0312")]
    [InlineData("+1 212 555 0100 \u0445 12")]
    [InlineData("+1 212 555 0100 extensi\u00F3n 12")]
    [InlineData("+1 212 555 0100 anexo 12")]
    [InlineData("+1 212 555 0100anexo12")]
    [InlineData("+1 212 555 0100 ramal 12")]
    public void An_extension_is_read_whatever_stands_before_and_behind_it(string text)
    {
        var number = PhoneNumber.Parse(text);

        number.Digits.Should().Be("+12125550100");
        number.Extension.Should().Be("12");
    }

    [Theory]
    [Requirement("NUM-22")]
    [InlineData("22517000x12-13", 8)]
    [InlineData("22517000 ext.12/13", 9)]
    [InlineData("22517000 ext 12 34", 9)]
    [InlineData("22517000 x12 34 56", 9)]
    [InlineData("22517000 x12a", 9)]
    [InlineData("22517000 x12-Ada", 9)]
    [InlineData("22517000 x12#", 9)]
    [InlineData("22517000 x12,34", 9)]
    [InlineData("22517000 x12;34", 9)]
    [InlineData("22517000 x12,,34", 9)]
    [InlineData("22517000 x12|34", 9)]
    [InlineData("22517000 x12\n34", 9)]
    [InlineData("22517000 #12 34", 9)]
    [InlineData("22517000 ~12 34", 9)]
    [InlineData("22517000;ext=1 2", 8)]
    [InlineData("22517000;ext=12,345#", 8)]
    [InlineData("22517000;ext=12%33", 8)]
    [InlineData("22517000;ext=a", 8)]
    [InlineData("22517000;ext=123456789012345678901", 8)]
    [InlineData("22517000 x123456789012345678901", 9)]
    [InlineData("22517000 ext. no. 12", 9)]
    [InlineData("22517000 ext. Ada, 900 00 000", 9)]
    [InlineData("22517000,,99 ext 12", 12)]
    public void An_extension_that_might_be_cut_short_is_refused(string text, int position)
    {
        PhoneNumber.TryParse(text, out _, out var error).Should().BeFalse();

        error.Should().Be(new ParseError(ParseErrorKind.NoNumber, position));
    }

    [Theory]
    [Requirement("NUM-22")]
    [InlineData("22517000 ext")]
    [InlineData("22517000 x")]
    [InlineData("22517000;ext=")]
    [InlineData("22517000 exterior, 2nd floor")]
    [InlineData("22517000 international")]
    public void A_word_without_digits_is_no_extension(string text) => PhoneNumber.Parse(text).Extension.Should().BeNull();

    [Theory]
    [Requirement("NUM-22")]
    [InlineData("22517000ext")]
    [InlineData("22517000-ext")]
    [InlineData("22517000extn")]
    public void The_word_for_an_extension_is_no_keypad_letters(string text) => PhoneNumber.TryParse(text, out _).Should().BeFalse();

    [Fact]
    [Requirement("NUM-22")]
    public void Parameters_stand_behind_any_extension()
    {
        var number = PhoneNumber.Parse("22517000 x12;isub=4;phone-context=+47;foo=1");

        number.Extension.Should().Be("12");
        number.Subaddress.Should().Be("4");
        number.Context.Should().Be("+47");
    }

    [Theory]
    [Requirement("NUM-23")]
    [InlineData("24/7: 22 51 70 00", "22517000")]
    [InlineData("24/7: +47 22 51 70 00", "+4722517000")]
    [InlineData("Mobil nr 2: 900 00 000", "90000000")]
    [InlineData("Mobil nr 2 : 900 00 000", "90000000")]
    [InlineData("Mobil 2\uFF1A 900 00 000", "90000000")]
    [InlineData("Room 1234: 22 51 70 00 x12", "22517000")]
    [InlineData("Tlf (08-16): 22 51 70 00", "22517000")]
    [InlineData("2:+47 22 51 70 00", "+4722517000")]
    [InlineData("24/7: 12345678901234567890", "12345678901234567890")]
    [InlineData("7042 x12 Ada, 900 00 000", "7042")]
    [InlineData("Office 2 +47 22 51 70 00", "+4722517000")]
    [InlineData("2 (+47) 22 51 70 00", "+4722517000")]
    [InlineData("22 51 70 00 +47 900 00 000", "22517000")]
    [InlineData("02800 +47 900 00 000", "02800")]
    [InlineData("112: fire", "112")]
    [InlineData("22 51 70 00: Ada", "22517000")]
    [InlineData("22 51 70 00: Ada, 900 00 000", "22517000")]
    [InlineData("7042 Ada", "7042")]
    [InlineData("7042 Ada, 7043 Bob", "7042")]
    [InlineData("Internal 7042, mobile 900 00 000", "7042")]
    [InlineData("112 (POLITI)", "112")]
    [InlineData("<7042> 900 00 000", "7042")]
    [InlineData("sip:7042@pbx.example.com:50601", "7042")]
    [InlineData("\"7042\" 900 00 000", "7042")]
    [InlineData("tel:7042?body=90000000", "7042")]
    [InlineData("(1) 800 555 0100", "18005550100")]
    [InlineData("1.800.555.0100", "18005550100")]
    [InlineData("06. 12. 34. 56. 78", "0612345678")]
    public void A_label_is_not_dialled_and_a_short_number_is(string text, string digits) => PhoneNumber.Parse(text).Digits.Should().Be(digits);

    [Theory]
    [Requirement("NUM-23")]
    [InlineData("24/7 support 22 51 70 00")]
    [InlineData("24/7 +47 22 51 70 00")]
    [InlineData("Floor 3 reception 22 51 70 00")]
    [InlineData("3. etasje: 22 51 70 00")]
    [InlineData("Mobil 2 privat 900 00 000")]
    [InlineData("Ring 2 ganger")]
    [InlineData("Mobil 2")]
    [InlineData("7042 Ada, 900 00 000")]
    [InlineData("112 +47 22 51 70 00")]
    [InlineData("22: 51")]
    [InlineData("22 51: 70 00")]
    [InlineData("22517000: 90000000")]
    [InlineData("2: 7042")]
    [InlineData("22:51:70:00")]
    [InlineData("+47: 22 51 70 00")]
    [InlineData("+47, 22 51 70 00")]
    [InlineData("+47 22, 51 70 00")]
    [InlineData("+47 Oslo 22 51 70 00")]
    [InlineData("22, 51 70 00")]
    [InlineData("22 | 51")]
    [InlineData("22 51 | 70 00")]
    [InlineData("22 51 & 70 00")]
    [InlineData("22 51 %2070 00")]
    [InlineData("22 51 70 %2000")]
    [InlineData("22+51 70 00")]
    [InlineData("22+51")]
    [InlineData("Office 2 +47")]
    [InlineData("1. 22517000")]
    [InlineData("1) 22517000")]
    [InlineData("Ada, 1) 22517000 2) 90000000")]
    [InlineData("#1 Ada 22517000")]
    [InlineData("* 22 51 70 00")]
    [InlineData("*100# Ada 22517000")]
    [InlineData("+47 \"22517000\"")]
    [InlineData("\"+47\" 22517000")]
    [InlineData("+47 <22517000>")]
    [InlineData("+47 @ 22517000")]
    [InlineData("+47 > 22517000")]
    [InlineData("+1 \"800\" 5550100")]
    [InlineData("0221 \"123456\"")]
    [InlineData("0800 \"123456\"")]
    [InlineData("22 <517000>")]
    [InlineData("+49 <0> 30 1234")]
    [InlineData("+47 ? 22517000")]
    [InlineData("+47@22517000")]
    [InlineData("+47 XX XX XX XX")]
    [InlineData("+47 AB")]
    public void A_label_or_piece_that_cannot_be_told_from_the_number_is_refused(string text) => PhoneNumber.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [Requirement("NUM-24")]
    [InlineData("22 51 70 00 or 900 00 000")]
    [InlineData("22 51 70 00 eller 900 00 000")]
    [InlineData("22 51 70 00\n900 00 000")]
    [InlineData("22 51 70 00\r\n\r\n900 00 000")]
    [InlineData("22 51 70 00 \u2028900 00 000")]
    [InlineData("22 51 70 00\n+47 900 00 000")]
    [InlineData("22 51 70 00\nMobil: 900 00 000")]
    [InlineData("Tlf:\n22 51 70 00\n")]
    [InlineData("22 51 70 00,\n900 00 000")]
    [InlineData("22 51 70 00 / 900 00 000")]
    [InlineData("22 51 70 00 / +47 900 00 000")]
    [InlineData("22 51 70 00 / mob 900 00 000")]
    [InlineData("22 51 70 00 / +47 112")]
    [InlineData("22 51 70 00\n(+47) 112")]
    [InlineData("22 51 70 00 | 900 00 000")]
    [InlineData("22 51 70 00; 900 00 000")]
    [InlineData("22 51 70 00;+47 900 00 000")]
    public void Of_several_numbers_the_first_one_is_read(string text) => PhoneNumber.Parse(text).Should().Be(PhoneNumber.Parse("22517000"));

    [Theory]
    [Requirement("NUM-24")]
    [InlineData("22\r\n51")]
    [InlineData("22 51 70\n00")]
    [InlineData("+49 89 1234\n5678901")]
    [InlineData("+\n47 22 51 70 00")]
    [InlineData("0221 / 123456")]
    [InlineData("+49 221 / 12 34 56")]
    [InlineData("555-0100 / 555-0101")]
    [InlineData("00 44 20 7946\n0018 1234")]
    [InlineData("0011 44 20\n7946 0018")]
    [InlineData("9 011 44 20\n7946 0018")]
    [InlineData("22517000 90000000")]
    [InlineData("22517000/90000000")]
    [InlineData("22517000 - 90000000")]
    [InlineData("+47 22517000 90000000")]
    public void Two_numbers_that_may_be_one_are_refused(string text) => PhoneNumber.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [Requirement("NUM-24")]
    [InlineData("9 011 44 20 7946 0018", "9011442079460018")]
    [InlineData("0011 44 20 7946 0018", "0011442079460018")]
    [InlineData("02 123 45 67 / 02 123 45 68", "021234567")]
    public void A_prefix_makes_a_number_longer(string text, string digits) => PhoneNumber.Parse(text).Digits.Should().Be(digits);

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

    [Theory]
    [Requirement("NUM-4")]
    [InlineData("\uFF0A\uFF12\uFF11\uFF03", "*21#")]
    [InlineData("\uFF0A31", "*31")]
    [InlineData("\uFE6121\uFE5F", "*21#")]
    public void A_star_and_a_hash_of_any_width_make_a_service_code(string text, string digits)
    {
        var number = PhoneNumber.Parse(text);

        number.IsServiceCode.Should().BeTrue();
        number.Digits.Should().Be(digits);
        number.Text.Should().Be(text);
    }

    [Theory]
    [Requirement("NUM-26")]
    [InlineData("1 800 FLOWERS")]
    [InlineData("1(800)FLOWERS")]
    [InlineData("1-800 FLOWERS")]
    [InlineData("1.800.FLOWERS")]
    [InlineData("+1 800 FLOWERS")]
    [InlineData("+44 800 FLOWERS")]
    [InlineData("0800 CALL")]
    [InlineData("22*CALL")]
    public void Keypad_letters_behind_a_space_are_not_cut_off(string text) => PhoneNumber.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [Requirement("NUM-26")]
    [InlineData("22 51 70 00 JOBB", "22517000")]
    [InlineData("0800 call", "0800")]
    [InlineData("112 AS", "112")]
    [InlineData("112 (POLITI)", "112")]
    [InlineData("1-800-FLOWERS", "18003569377")]
    public void Other_words_behind_a_space_end_the_number(string text, string digits) => PhoneNumber.Parse(text).Digits.Should().Be(digits);
}
