namespace PhoneLink.Tests.Formats;

/// <summary>Whole links, as somebody expects them who has read the rules and not the code.</summary>
public class FormatCaseTests
{
    private static readonly Values Known = new(
        ("attn", "Ada"), ("name", "Joe & sons"), ("cuid", "42"), ("ser#", "S1"), ("cnt?", "NO"), ("ati.", "A."), ("atpc", "+47 900 00 000"),
        ("avoa", "ada@example.com"), ("cf01", "1,5"), ("as49", "a b"), ("deal", "7"));

    [Theory]
    [Requirement("FMT-5")]
    [InlineData("tel:%p", "tel:+4722517000", "tel:22517000", "tel:+4722517000;ext=12", "tel:*21*22517000%23")]
    [InlineData("sip:%p@h.example", "sip:+4722517000@h.example", "sip:22517000@h.example", "sip:+4722517000;ext=12@h.example", "sip:*21*22517000%23@h.example")]
    [InlineData("sips:%p@h.example", "sips:+4722517000@h.example", "sips:22517000@h.example", "sips:+4722517000;ext=12@h.example", "sips:*21*22517000%23@h.example")]
    [InlineData("sms:%p", "sms:+4722517000", "sms:22517000", "sms:+4722517000;ext=12", "sms:*21*22517000%23")]
    [InlineData("CallTo:%p", "callto:+4722517000", "callto:22517000", "callto:+4722517000", null)]
    [InlineData("facetime:%p", "facetime:+4722517000", "facetime:22517000", "facetime:+4722517000", null)]
    [InlineData("msteams:%p", "msteams:+4722517000", "msteams:22517000", "msteams:+4722517000", null)]
    [InlineData("HTTPS://WA.ME/%p", "https://WA.ME/4722517000", null, "https://WA.ME/4722517000", null)]
    [InlineData("https://wa.me?phone=%p", "https://wa.me?phone=4722517000", null, "https://wa.me?phone=4722517000", null)]
    [InlineData("whatsapp://send?phone=%p", "whatsapp://send?phone=4722517000", null, "whatsapp://send?phone=4722517000", null)]
    [InlineData("domycall://%p", "domycall://+4722517000", "domycall://22517000", "domycall://+4722517000;ext=12", "domycall://*21*22517000%23")]
    [InlineData("domycall:///%p", "domycall:///+4722517000", "domycall:///22517000", "domycall:///+4722517000;ext=12", "domycall:///*21*22517000%23")]
    [InlineData("domycall:a//%p", "domycall:a//+4722517000", "domycall:a//22517000", "domycall:a//+4722517000;ext=12", "domycall:a//*21*22517000%23")]
    [InlineData("domycall:?n=%p", "domycall:?n=%2B4722517000", "domycall:?n=22517000", "domycall:?n=%2B4722517000%3Bext%3D12", "domycall:?n=*21*22517000%23")]
    [InlineData("domycall:#%p", "domycall:#%2B4722517000", "domycall:#22517000", "domycall:#%2B4722517000%3Bext%3D12", "domycall:#*21*22517000%23")]
    [InlineData("my.call+x-1:%p", "my.call+x-1:+4722517000", "my.call+x-1:22517000", "my.call+x-1:+4722517000;ext=12", "my.call+x-1:*21*22517000%23")]
    [InlineData("domycall:%p20", "domycall:+472251700020", "domycall:2251700020", "domycall:+4722517000;ext=1220", "domycall:*21*22517000%2320")]
    [InlineData("domycall:%%%p", "domycall:%25+4722517000", "domycall:%2522517000", "domycall:%25+4722517000;ext=12", "domycall:%25*21*22517000%23")]
    [InlineData("domycall:*%p", null, "domycall:*22517000", null, "domycall:**21*22517000%23")]
    public void Each_kind_of_number_in_each_kind_of_link(string format, string? global, string? local, string? extension, string? serviceCode)
    {
        Expand(format, "+47 22 51 70 00").Should().Be(global);
        Expand(format, "+47 22 51 70 00,,99#").Should().Be(global, "what is keyed is left out");
        Expand(format, "22 51 70 00").Should().Be(local);
        Expand(format, "+47 22 51 70 00 x12").Should().Be(extension);
        Expand(format, "*21*22517000#").Should().Be(serviceCode);
    }

    [Theory]
    [Requirement("FMT-4")]
    [InlineData("domycall:%c3%A5%41%p", "domycall:%c3%A5%4122517000")]
    [InlineData("domycall:%%20", "domycall:%2520")]
    [InlineData("domycall:%%%%", "domycall:%25%25")]
    [InlineData("domycall:%pp", "domycall:22517000p")]
    [InlineData("domycall:%25p", "domycall:%25p")]
    [InlineData("domycall:%p%p%p", "domycall:225170002251700022517000")]
    [InlineData("domycall:-._~:/?#[]@!$&'()*+,;=", "domycall:-._~:/?#[]@!$&'()*+,;=")]
    [InlineData("domycall:/..a/...", "domycall:/..a/...")]
    [InlineData("DoMyCall:ABC/%p", "domycall:ABC/22517000")]
    [InlineData("domycall:{attn}/<name>", "domycall:Ada/Joe%20%26%20sons")]
    [InlineData("domycall:{cnt?}{ati.}<ser#>x#y", "domycall:NOA.S1x#y")]
    [InlineData("domycall:?a=<cf01>&b=<as49>", "domycall:?a=1%2C5&b=a%20b")]
    [InlineData("FAX:<name>@<cuid>", "fax:Joe%20%26%20sons@42")]
    [InlineData("sip:<attn>:<name>@<cuid>.example.com", "sip:Ada:Joe%20%26%20sons@42.example.com")]
    [InlineData("domycall://a@%p/?x=%p", "domycall://a@22517000/?x=22517000")]
    [InlineData("domycall:a?b#c?d=<atpc>", "domycall:a?b#c?d=%2B4790000000")]
    [InlineData("callto:<avoa>", "callto:ada%40example.com")]
    [InlineData("callto:<atpc>", "callto:+4790000000")]
    [InlineData("tel:<atpc>", "tel:+4790000000")]
    [InlineData("tel:%p,,<cuid>", "tel:22517000,,42")]
    [InlineData("tel:%p;phone-context=+47", "tel:22517000;phone-context=+47")]
    [InlineData("sms:%p?body=<name>", "sms:22517000?body=Joe%20%26%20sons")]
    [InlineData("domycall:<pnam>x", "domycall:x")]
    public void Literals_numbers_and_values_stand_where_the_format_puts_them(string format, string link) => Expand(format, "22 51 70 00").Should().Be(link);

    [Theory]
    [Requirement("FMT-1")]
    [InlineData(" tel:%p", ParseErrorKind.InvalidCharacter, 0)]
    [InlineData("t_l:%p", ParseErrorKind.MissingScheme, 1)]
    [InlineData("te l:%p", ParseErrorKind.MissingScheme, 2)]
    [InlineData("t\u00E9l:%p", ParseErrorKind.MissingScheme, 1)]
    [InlineData("+ab:%p", ParseErrorKind.InvalidScheme, 0)]
    [InlineData(@"C:\%p", ParseErrorKind.InvalidScheme, 0)]
    [InlineData("<attn>:%p", ParseErrorKind.MissingScheme, 0)]
    [InlineData("JavaScript:%p", ParseErrorKind.ForbiddenScheme, 0)]
    [InlineData("file:///%p", ParseErrorKind.ForbiddenScheme, 0)]
    [InlineData("ms-msdt:%p", ParseErrorKind.ForbiddenScheme, 0)]
    [InlineData("http://wa.me/%p", ParseErrorKind.ForbiddenScheme, 0)]
    [InlineData("https://wa.me.evil.example/%p", ParseErrorKind.ForbiddenScheme, 8)]
    [InlineData("https://wa.me@evil.example/%p", ParseErrorKind.ForbiddenScheme, 8)]
    [InlineData("https://wa%2Eme/%p", ParseErrorKind.ForbiddenScheme, 8)]
    [InlineData("https://wa.me:443/%p", ParseErrorKind.ForbiddenScheme, 8)]
    [InlineData("https://%p/", ParseErrorKind.HoleInHost, 8)]
    [InlineData("domycall:%x", ParseErrorKind.UnknownDirective, 9)]
    [InlineData("domycall:%n", ParseErrorKind.UnknownDirective, 9)]
    [InlineData("domycall:% p", ParseErrorKind.UnknownDirective, 9)]
    [InlineData("domycall:%<attn>", ParseErrorKind.UnknownDirective, 9)]
    [InlineData("domycall:%\uFF10\uFF10", ParseErrorKind.UnknownDirective, 9)]
    [InlineData("domycall:a%%b%", ParseErrorKind.UnknownDirective, 13)]
    [InlineData("domycall:%p%2", ParseErrorKind.InvalidEscape, 11)]
    [InlineData("domycall:<", ParseErrorKind.UnclosedVariable, 9)]
    [InlineData("domycall:{}", ParseErrorKind.InvalidVariableName, 9)]
    [InlineData("domycall:<<attn>>", ParseErrorKind.InvalidVariableName, 9)]
    [InlineData("domycall:{at%p}", ParseErrorKind.InvalidVariableName, 9)]
    [InlineData("domycall:<\u00E5>", ParseErrorKind.InvalidVariableName, 9)]
    [InlineData("domycall:<Attn>", ParseErrorKind.UnknownVariable, 9)]
    [InlineData("domycall:<cf00>", ParseErrorKind.UnknownVariable, 9)]
    [InlineData("domycall:<cf11>", ParseErrorKind.UnknownVariable, 9)]
    [InlineData("domycall:<cl61>", ParseErrorKind.UnknownVariable, 9)]
    [InlineData("domycall:<cs50>", ParseErrorKind.UnknownVariable, 9)]
    [InlineData("domycall:<xf01>", ParseErrorKind.UnknownVariable, 9)]
    [InlineData("domycall:<cf1>", ParseErrorKind.UnknownVariable, 9)]
    [InlineData("domycall:<usec>", ParseErrorKind.SecretVariable, 9)]
    [InlineData("domycall:a}", ParseErrorKind.InvalidCharacter, 10)]
    [InlineData("domycall:a|b", ParseErrorKind.InvalidCharacter, 10)]
    [InlineData("domycall:a\uD83D", ParseErrorKind.InvalidCharacter, 10)]
    [InlineData("domycall:..", ParseErrorKind.PathTraversal, 9)]
    [InlineData("domycall:/%2E./x", ParseErrorKind.PathTraversal, 10)]
    [InlineData("domycall:?a/../b", ParseErrorKind.PathTraversal, 12)]
    public void What_is_refused_has_its_reason_and_place(string format, ParseErrorKind kind, int position)
    {
        PhoneLinkFormat.TryParse(format, null, out _, out var error).Should().BeFalse();

        error.Should().Be(new ParseError(kind, position));
    }

    [Theory]
    [Requirement("FMT-35")]
    [InlineData("domycall:<attn>/{name}", "domycall:Ada/Joe%20%26%20sons")]
    [InlineData("domycall:{attn}/<name>", "domycall:Ada/Joe%20%26%20sons")]
    [InlineData("domycall:%3Cattn%3E/%7Bname%7D", "domycall:%3Cattn%3E/%7Bname%7D")]
    [InlineData("domycall:<attn}", null)]
    [InlineData("domycall:{attn>", null)]
    public void Either_bracket_opens_a_variable_and_its_partner_ends_it(string format, string? link)
    {
        PhoneLinkFormat.TryParse(format, out var parsed).Should().Be(link is not null);

        parsed?.Expand(PhoneNumber.Parse("1"), Known).Should().Be(link);
    }

    [Theory]
    [Requirement("FMT-36")]
    [InlineData("domycall:%p?n=<attn>&c={name}", "domycall:1?n=&c=")]
    [InlineData("domycall:%p?n=<pnam>&m=<atpc>&f=<cs01>", "domycall:1?n=&m=&f=")]
    public void Without_a_value_nothing_is_left_in_the_link(string format, string link)
    {
        var parsed = PhoneLinkFormat.Parse(format);

        parsed.Expand(PhoneNumber.Parse("1")).Should().Be(link);
        parsed.Expand(PhoneNumber.Parse("1"), new Values()).Should().Be(link);
        parsed.Expand(PhoneNumber.Parse("1"), new CallSubject()).Should().Be(link);
        parsed.Expand(PhoneNumber.Parse("1"), new CallSubject { Person = new(), Company = new() }).Should().Be(link);
    }

    [Theory]
    [Requirement("FMT-10")]
    [Requirement("FMT-11")]
    [InlineData("tel:%p", "tel://+4722/", "+4722")]
    [InlineData("tel:%p", "tel:%34%37", "47")]
    [InlineData("tel:%p", "tel:22;phone-context=+47", "22;phone-context=+47")]
    [InlineData("tel:%p", "tel:+4722//", null)]
    [InlineData("tel:%p", "tel:++47", null)]
    [InlineData("tel:%p", "tel:+47-22", null)]
    [InlineData("tel:%p", "tel:+4722,,99", null)]
    [InlineData("tel:%p", "callto:+4722", null)]
    [InlineData("callto:%p", "callto:+47;ext=1", null)]
    [InlineData("callto:%p", "callto:*21%23", null)]
    [InlineData("domycall:0%p", "domycall:022517000", "22517000")]
    [InlineData("domycall:#%p", "domycall:#+47", "+47")]
    [InlineData("domycall:?n=%p", "domycall:?n=%2B47%3Bext%3D12", "+47;ext=12")]
    [InlineData("domycall:?n=%p", "domycall:?n=%2B47;ext=12", null)]
    [InlineData("domycall:%p", "domycall:+47%3Bext%3D12", null)]
    [InlineData("domycall:%p", "domycall:+47;ext=1;ext=2", null)]
    [InlineData("domycall:%p/%p", "domycall:+47/%2B47", "+47")]
    [InlineData("domycall:%p/%p", "domycall:+47/48", null)]
    [InlineData("sip:%p@h.example;user=phone", "sip:+4722;ext=5@h.example;user=phone", "+4722;ext=5")]
    [InlineData("https://wa.me/%p", "https://WA.me/4722", null)]
    [InlineData("whatsapp://send?phone=%p", "whatsapp://send/?phone=4722", "+4722")]
    public void A_link_says_its_number_or_is_none_of_the_format(string format, string link, string? number)
    {
        PhoneLinkFormat.Parse(format).TryMatch(link, out var match).Should().Be(number is not null);

        (match?.Number?.ToString(PhoneNumberStyle.Rfc3966)).Should().Be(number);
    }

    private static string? Expand(string format, string number) =>
        PhoneLinkFormat.Parse(format).TryExpand(PhoneNumber.Parse(number), Known, out var link, out _) ? link : null;
}
