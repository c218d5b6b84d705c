namespace PhoneLink.Tests.Formats;

public class FormatParseTests
{
    [Theory]
    [Requirement("FMT-1")]
    [InlineData("", ParseErrorKind.Empty, 0)]
    [InlineData("tel", ParseErrorKind.MissingScheme, 3)]
    [InlineData("tel%p", ParseErrorKind.MissingScheme, 3)]
    [InlineData(":%p", ParseErrorKind.InvalidScheme, 0)]
    [InlineData("%p", ParseErrorKind.MissingScheme, 0)]
    [InlineData("t:%p", ParseErrorKind.InvalidScheme, 0)]
    [InlineData("1tel:%p", ParseErrorKind.InvalidScheme, 0)]
    [InlineData("te<attn>l:%p", ParseErrorKind.MissingScheme, 2)]
    [InlineData("javascript:%p", ParseErrorKind.ForbiddenScheme, 0)]
    [InlineData("tel:%P", ParseErrorKind.UnknownDirective, 4)]
    [InlineData("tel:%", ParseErrorKind.UnknownDirective, 4)]
    [InlineData("tel:%2", ParseErrorKind.InvalidEscape, 4)]
    [InlineData("tel:%2G", ParseErrorKind.InvalidEscape, 4)]
    [InlineData("tel:%00%p", ParseErrorKind.InvalidEscape, 4)]
    [InlineData("tel:%1F", ParseErrorKind.InvalidEscape, 4)]
    [InlineData("tel:%7f", ParseErrorKind.InvalidEscape, 4)]
    [InlineData("tel:%p<attn", ParseErrorKind.UnclosedVariable, 6)]
    [InlineData("tel:%p<attn}", ParseErrorKind.UnclosedVariable, 6)]
    [InlineData("tel:%p{attn>", ParseErrorKind.UnclosedVariable, 6)]
    [InlineData("tel:%p<>", ParseErrorKind.InvalidVariableName, 6)]
    [InlineData("tel:%p<at tn>", ParseErrorKind.InvalidVariableName, 6)]
    [InlineData("tel:%p<%p>", ParseErrorKind.InvalidVariableName, 6)]
    [InlineData("tel:%p<nope>", ParseErrorKind.UnknownVariable, 6)]
    [InlineData("tel:%p<ATTN>", ParseErrorKind.UnknownVariable, 6)]
    [InlineData("tel:%p ", ParseErrorKind.InvalidCharacter, 6)]
    [InlineData("tel:%p\"", ParseErrorKind.InvalidCharacter, 6)]
    [InlineData("tel:%p\u00E5", ParseErrorKind.InvalidCharacter, 6)]
    [InlineData("tel:%p\r\n", ParseErrorKind.InvalidCharacter, 6)]
    [InlineData("tel:%p>", ParseErrorKind.InvalidCharacter, 6)]
    [InlineData("tel:%p#a#b", ParseErrorKind.InvalidCharacter, 8)]
    [InlineData(@"domycall:\\srv\%p", ParseErrorKind.PathTraversal, 9)]
    [InlineData("domycall:/../%p", ParseErrorKind.PathTraversal, 10)]
    [InlineData("domycall:%p/./x", ParseErrorKind.PathTraversal, 12)]
    [InlineData("domycall:%%%%%%/../x", ParseErrorKind.PathTraversal, 16)]
    [InlineData("https://evil.example/%p", ParseErrorKind.ForbiddenScheme, 8)]
    [InlineData("https://wa.me%p/", ParseErrorKind.HoleInHost, 13)]
    [InlineData("https://<attn>.wa.me/%p", ParseErrorKind.HoleInHost, 8)]
    [InlineData("https:%p", ParseErrorKind.ForbiddenScheme, 0)]
    public void A_malformed_format_has_a_kind_and_a_position(string format, ParseErrorKind kind, int position)
    {
        PhoneLinkFormat.TryParse(format, null, out var result, out var error).Should().BeFalse();

        result.Should().BeNull();
        error.Should().Be(new ParseError(kind, position));
        error.Message.Should().NotBe("The text is malformed.");
    }

    [Theory]
    [Requirement("FMT-1")]
    [InlineData("tel:%p")]
    [InlineData("callto:%p+type=phone")]
    [InlineData("domycall://%p")]
    [InlineData("domycall:%p?name=<attn>&company={name}#x")]
    [InlineData("callto:<atpc>")]
    [InlineData("https://wa.me/%p")]
    [InlineData("domycall:%%%41%p20")]
    public void A_well_formed_format_keeps_its_text(string format)
    {
        PhoneLinkFormat.Parse(format).ToString().Should().Be(format);
        PhoneLinkFormat.TryParse(format, out _).Should().BeTrue();
    }

    [Fact]
    [Requirement("FMT-1")]
    public void A_message_says_what_to_do()
    {
        var act = () => PhoneLinkFormat.Parse("tel%p");

        act.Should().Throw<PhoneLinkParseException>().WithMessage("*colon*'tel:%p'*position 3*");
    }

    [Fact]
    [Requirement("FMT-2")]
    public void Unknown_variables_follow_the_option()
    {
        Expand(UnknownVariables.Keep).Should().Be("domycall:1%3Cno%3Fpe%3E");
        Expand(UnknownVariables.Empty).Should().Be("domycall:1");

        static string Expand(UnknownVariables policy) =>
            PhoneLinkFormat.Parse("domycall:%p<no?pe>", new() { UnknownVariables = policy }).Expand(PhoneNumber.Parse("1"));
    }

    [Fact]
    [Requirement("FMT-2")]
    public void The_host_can_add_variables()
    {
        var options = new PhoneLinkFormatOptions();
        options.CustomVariables.Add("ticket#");
        var format = PhoneLinkFormat.Parse("domycall:%p?t=<ticket#>", options);

        format.Expand(PhoneNumber.Parse("1"), new Values(("ticket#", "7"))).Should().Be("domycall:1?t=7");
    }

    [Fact]
    [Requirement("FMT-1")]
    public void Long_formats_are_refused()
    {
        PhoneLinkFormat.TryParse("tel:" + new string('a', 2043), null, out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(ParseErrorKind.TooLong, 2046));
        PhoneLinkFormat.TryParse("domycall:" + new string('a', 2037), out _).Should().BeTrue();
        PhoneLinkFormat.TryParse("domycall:<" + new string('a', 65) + ">", null, out _, out error).Should().BeFalse();
        error.Kind.Should().Be(ParseErrorKind.InvalidVariableName);
    }
}
