using System.Globalization;
using CsCheck;

namespace PhoneLink.Tests.Numbers;

/// <summary>The laws of reading, over texts made at random of what stands in a CRM.</summary>
public class PhoneNumberLawTests
{
    private const int Iterations = 40_000;

    private static readonly Gen<string> Piece = Gen.OneOf(
        Pick("22", "51", "7000", "22517000", "0", "1", "900 00 000", "0044", "011", "+47 22 51 70 00", "+44 (0)20 7946", "+39", "\uFF12\uFF12", "\u0662", "\uD835\uDFD0", "112", "800"),
        Pick(" ", " ", "-", ".", "/", "(", ")", "[", "]", "\u00A0", "\u2013", "\u00AD", "\u200E", "\uFF08", "\uFF09", "(0)", "\uFF080\uFF09", ". ", ") ", " / ", " - "),
        Pick("+", "+", "\uFF0B", ",", ", ", ",,", ";", "; ", ":", ": ", "|", " | ", "&", "%", "%20", "&nbsp;", "#", "*", "~", "\n", "\r\n", "\t", "\"", "<", "@", "?", "=", "'", "\0", "\uD800", "\uD83D\uDE00"),
        Pick("x", "ext", " ext. ", "ext#", "x12", "int", "доб", ";ext=", ";ext=12", ";isub=3", ";phone-context=+47", ";foo", "p", "w", "p9", "Ada", " Ada ", " or ", "Mobil ", "FLOWERS", "ABC", "a", " jobb"));

    private static readonly Gen<string> Texts = Piece.Array[1, 9].Select(string.Concat);

    private static readonly Gen<string> Written = Gen.Select(
        Pick("", "+", "(+", "\u202A+"),
        Gen.Char['1', '9'].Array[3, 4].Select(c => new string(c)),
        Pick(" ", "-", ".", "/", "\u00A0", "", ") "),
        Gen.Char['0', '9'].Array[4, 7].Select(c => new string(c)),
        (plus, first, separator, second) => plus + first + separator + second);

    [Fact]
    [Requirement("NUM-27")]
    public void What_is_dialled_stands_in_the_text_in_one_piece() =>
        Texts.Sample(
            text =>
            {
                if (PhoneNumber.TryParse(text, out var number, out var error) && !number.IsServiceCode && !HoldsKeypadLetters(text))
                {
                    IsOnePiece(number.Digits, text).Should().BeTrue("{0} of {1}", number.Digits, text);
                    IsOnePiece(number.Extension, text).Should().BeTrue("{0} of {1}", number.Extension, text);
                    IsOnePiece(number.PostDial, text).Should().BeTrue("{0} of {1}", number.PostDial, text);
                }

                (number is null).Should().Be(error.Kind is not ParseErrorKind.None, text);
                error.Position.Should().BeInRange(0, text.Length);
            },
            iter: Iterations);

    [Fact]
    [Requirement("NUM-27")]
    public void Every_other_digit_of_a_number_stands_in_the_text_in_order() =>
        Texts.Sample(
            text =>
            {
                if (!PhoneNumber.TryParse(text, out var number))
                    return;

                var keys = Keys(text);
                foreach (var part in new[] { number.Digits.TrimStart('+'), number.Extension, number.PostDial?.Replace(",", "", StringComparison.Ordinal).Replace(";", "", StringComparison.Ordinal) })
                    IsSubsequence(part ?? "", keys).Should().BeTrue("{0} of {1}", part, text);
            },
            iter: Iterations);

    [Fact]
    [Requirement("NUM-28")]
    public void A_number_that_is_written_out_reads_back() =>
        Texts.Sample(
            text =>
            {
                if (!PhoneNumber.TryParse(text, out var number))
                    return;

                var dialled = PhoneNumber.Parse(number.ToString(PhoneNumberStyle.Dialable));
                dialled.Digits.Should().Be(number.Digits, text);
                dialled.PostDial.Should().Be(number.PostDial, text);
                PhoneNumber.Parse(dialled.ToString(PhoneNumberStyle.Dialable)).Should().Be(dialled, text);
                PhoneNumber.Parse(number.Text).Should().Be(number, text);

                // RFC 3966 has no post-dial digits and no extension beside a subaddress, and a service code travels as %23.
                if (number.PostDial is null && !number.IsServiceCode && (number.Extension is null || number.Subaddress is null))
                    PhoneNumber.Parse(number.ToString(PhoneNumberStyle.Rfc3966)).Should().Be(number, text);
            },
            iter: Iterations);

    [Fact]
    [Requirement("NUM-28")]
    public void A_tel_link_made_of_a_number_calls_it() =>
        Texts.Sample(
            text =>
            {
                if (PhoneNumber.TryParse(text, out var number) && number.PostDial is null && (number.Extension is null || number.Subaddress is null))
                    TelephonyUri.Parse(new TelUri(number).OriginalText).Number.Should().Be(number, text);
            },
            iter: Iterations);

    [Fact]
    [Requirement("NUM-29")]
    public void A_field_of_labels_numbers_and_remarks_gives_one_of_its_numbers_or_none() =>
        Gen.Select(
            Pick("", "Tlf ", "Direct: ", "Mobil 2: ", "24/7: ", "Office 2 +", "Room 1234: ", "1) ", "1. ", "Floor 3, ", "3. etg. ", "08-16: ", "<", "tel:", "Ring 2 ganger: ", "Nr 2 | ", "A/S 7 / "),
            Written,
            Pick("", ", ", " / ", "\n", "\r\n", " or ", "; ", " | ", " +", "\nMobil: ", " (Ada) ", ": ", " eller +", ";", ",", ",,", "; Mobil 2: ", " & ", " x12 / ", " x12, "),
            Written,
            Pick("", " jobb", " (Ada)", "\n", ", 12", " / 13", ".", " x9", " (Ada 08-16)"))
            .Sample(
                (label, first, between, second, tail) =>
                {
                    // Where nothing stands between them the text is one number; a plus of the label belongs to the first.
                    var text = label + first + between + (between.Length == 0 ? "" : second) + tail;
                    if (!PhoneNumber.TryParse(text, out var number))
                        return;

                    var digits = number.Digits.TrimStart('+');
                    var whole = new[] { first, first + tail, between.Length == 0 ? first : second, second + tail }.Select(DigitsOf);
                    whole.Should().Contain(digits, text);
                },
                iter: Iterations);

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Whether three letters or more are joined to a digit, by nothing or by what joins like nothing.</summary>
    private static bool HoldsKeypadLetters(string text)
    {
        var signs = Signs(text);
        for (var i = 1; i + 2 < signs.Length; i++)
        {
            var before = i - 1;
            while (before > 0 && signs[before] is '-' or '\u2013' or '\u00AD' or '\u200E' or '\u202A')
                before--;

            if (char.IsAsciiDigit(signs[before]) && char.IsAsciiLetter(signs[i]) && char.IsAsciiLetter(signs[i + 1]) && char.IsAsciiLetter(signs[i + 2]))
                return true;
        }

        return false;
    }

    private static readonly string[] Keypad = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

    /// <summary>The digits of a text, of any alphabet, in ASCII; its stars and hashes; and its letters as the keys of a telephone.</summary>
    private static string Keys(string text) =>
        string.Concat(Signs(text).Select(Key).Where(static sign => char.IsAsciiDigit(sign) || sign is '*' or '#'));

    private static string DigitsOf(string text) => string.Concat(Signs(text).Where(char.IsAsciiDigit));

    private static char Key(char c) => Array.FindIndex(Keypad, keys => keys.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)) is >= 0 and var index ? (char)('2' + index) : c;

    /// <summary>The text with each digit of any alphabet as one ASCII digit.</summary>
    private static string Signs(string text)
    {
        var signs = new List<char>();
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            signs.Add(CharUnicodeInfo.GetDecimalDigitValue(text, i) is >= 0 and var digit ? (char)('0' + digit) : text[i]);

        return string.Concat(signs);
    }

    private static bool IsSubsequence(string part, string text)
    {
        var index = 0;
        foreach (var c in text)
            if (index < part.Length && part[index] == c)
                index++;

        return index == part.Length;
    }

    /// <summary>
    /// Whether the keys stand somewhere with nothing but separators between them, and no further digit joined to them but a zero that
    /// brackets put behind a country code.
    /// </summary>
    private static bool IsOnePiece(string? keys, string text)
    {
        if (keys is null)
            return true;

        var signs = Signs(text);
        for (var start = 0; start < signs.Length; start++)
            if (EndOf(keys, signs, start) is > 0 and var end && IsStart(keys[0], signs, start) && ((keys[0] == '+' && keys.Length <= 4) || !IsJoined(signs, end)))
                return true;

        return false;
    }

    private static int EndOf(string keys, string signs, int start)
    {
        var count = keys[0] == '+' ? 1 : 0;
        var i = start;
        for (; i < signs.Length && count < keys.Length; i++)
        {
            if (count is > 1 and <= 4 && keys[0] == '+' && BracketedZero(signs, i) is > 0 and var length && !keys.StartsWith("+39", StringComparison.Ordinal))
                i += length - 1;
            else if (signs[i] == keys[count] || (signs[i] == 'p' && keys[count] == ',') || (signs[i] == 'w' && keys[count] == ';'))
                count++;
            else if (i == start || !IsSeparator(signs[i]))
                return 0;
        }

        return count == keys.Length ? i : 0;
    }

    private static bool IsStart(char key, string signs, int start) =>
        key == '+' ? IsAfterPlus(signs, start) : key is ',' or ';' || !IsAfterDigit(signs, start);

    private static int BracketedZero(string signs, int index)
    {
        if (signs[index] is not ('(' or '[' or '\uFF08'))
            return 0;

        var inner = index + 1;
        while (inner < signs.Length && IsSeparator(signs[inner]) && signs[inner] is not ('(' or ')' or '[' or ']' or '\uFF08' or '\uFF09' or '-' or '.' or '/' or '\u2013'))
            inner++;

        if (inner == signs.Length || signs[inner++] != '0')
            return 0;

        while (inner < signs.Length && IsSeparator(signs[inner]) && signs[inner] is not ('(' or ')' or '[' or ']' or '\uFF08' or '\uFF09' or '-' or '.' or '/' or '\u2013'))
            inner++;

        return inner < signs.Length && signs[inner] is ')' or ']' or '\uFF09' ? inner + 1 - index : 0;
    }

    private static bool IsAfterPlus(string signs, int start)
    {
        while (start > 0 && IsSeparator(signs[start - 1]))
            start--;

        return start > 0 && signs[start - 1] is '+' or '\uFF0B';
    }

    private static bool IsAfterDigit(string signs, int start)
    {
        while (start > 0 && IsSeparator(signs[start - 1]))
            start--;

        return start > 0 && char.IsAsciiDigit(signs[start - 1]);
    }

    /// <summary>Whether a digit or star goes on behind separators; a slash with a space parts numbers, and a spreadsheet's .0 is none.</summary>
    private static bool IsJoined(string signs, int end)
    {
        if (signs.AsSpan(end).SequenceEqual(".0".AsSpan()))
            return false;

        for (; end < signs.Length && IsSeparator(signs[end]); end++)
            if (signs[end] == '/' && end + 1 < signs.Length && signs[end + 1] is ' ' or '\t' or '\u00A0')
                return false;

        return end < signs.Length && (char.IsAsciiDigit(signs[end]) || signs[end] == '*');
    }

    private static bool IsSeparator(char c) =>
        c is ' ' or '\t' or '\u00A0' or '-' or '\u2013' or '\u00AD' or '\u200E' or '\u202A' or '.' or '/' or '(' or ')' or '[' or ']' or '\uFF08' or '\uFF09';
}
