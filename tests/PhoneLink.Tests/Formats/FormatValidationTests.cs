using CsCheck;

namespace PhoneLink.Tests.Formats;

public class FormatValidationTests
{
    [Theory]
    [Requirement("FMT-26")]
    [InlineData("tel:%p", "tel:%p")]
    [InlineData("  tel:%p\r\n", "tel:%p")]
    [InlineData("tel:%P", "tel:%p")]
    [InlineData("tel:%p%", "tel:%p%25")]
    [InlineData("domycall:%p?x=100%", "domycall:%p?x=100%25")]
    [InlineData("domycall:%p?x=%2", "domycall:%p?x=%252")]
    [InlineData("domycall:%p?x=%2G", "domycall:%p?x=%252G")]
    [InlineData("domycall:%p?x=%0Ay", "domycall:%p?x=y")]
    [InlineData("domycall:%p?x=a b\"c", "domycall:%p?x=a%20b%22c")]
    [InlineData("domycall:%p?x=å日😀", "domycall:%p?x=%C3%A5%E6%97%A5%F0%9F%98%80")]
    [InlineData("domycall:%p?x=a\tb\nc", "domycall:%p?x=abc")]
    [InlineData("domycall:%p#a#b", "domycall:%p#a%23b")]
    [InlineData(@"domycall:%p?x=a\b", "domycall:%p?x=a%5Cb")]
    [InlineData("domycall:%p?n=<nope>&c=<name>", "domycall:%p?n=&c=<name>")]
    [InlineData("domycall:%p?n=<ATTN>", "domycall:%p?n=<attn>")]
    [InlineData("domycall:%p?n={Attn}", "domycall:%p?n={attn}")]
    [InlineData("domycall:%p?n=<attn", "domycall:%p?n=<attn>")]
    [InlineData("domycall:%p?n=<attn}", "domycall:%p?n=<attn>")]
    [InlineData("domycall:%p?n=<attn&c=<name>", "domycall:%p?n=<attn>&c=<name>")]
    [InlineData("domycall:%p?n=<my name>", "domycall:%p?n=")]
    [InlineData("domycall:%p?n=<>", "domycall:%p?n=")]
    [InlineData("domycall:%p?n=a<b", "domycall:%p?n=a%3Cb")]
    [InlineData("domycall:%p?n=a>b", "domycall:%p?n=a%3Eb")]
    [InlineData("domycall:<%p>", "domycall:%3C%p%3E")]
    [InlineData("domycall:%p?s=<usec>", "domycall:%p?s=")]
    public void A_stored_format_is_read_as_it_was_meant(string stored, string meant)
    {
        var lenient = new PhoneLinkFormatOptions { Parsing = FormatParsing.Lenient };
        var number = PhoneNumber.Parse("+47 22");
        var values = new Values(("attn", "a"), ("name", "n"), ("usec", "secret"));

        var format = PhoneLinkFormat.Parse(stored, lenient);

        format.ToString().Should().Be(stored);
        format.TryExpand(number, values, out var link, out _);
        PhoneLinkFormat.Parse(meant).TryExpand(number, values, out var expected, out _);
        link.Should().Be(expected);
        (format.Repairs.Count == 0).Should().Be(stored == meant);
        PhoneLinkFormat.TryParse(stored, out _).Should().Be(stored == meant, "what was corrected is an error to a strict parser");
        PhoneLinkFormat.Validate(stored).RepairedText.Should().Be(stored == meant ? null : meant);
    }

    [Fact]
    [Requirement("FMT-26")]
    public void Half_a_surrogate_pair_is_corrected_to_the_replacement_character() =>
        A_stored_format_is_read_as_it_was_meant("domycall:%p?x=\uD83D", "domycall:%p?x=%EF%BF%BD");

    [Theory]
    [Requirement("FMT-27")]
    [InlineData("", ParseErrorKind.Empty, 0)]
    [InlineData("   ", ParseErrorKind.MissingScheme, 3)]
    [InlineData("tel%p", ParseErrorKind.MissingScheme, 3)]
    [InlineData("%p", ParseErrorKind.MissingScheme, 0)]
    [InlineData("t:%p", ParseErrorKind.InvalidScheme, 0)]
    [InlineData(" javascript:%p<x y", ParseErrorKind.ForbiddenScheme, 1)]
    [InlineData("https://evil.example/%p", ParseErrorKind.ForbiddenScheme, 8)]
    [InlineData("https://<attn>/%p", ParseErrorKind.HoleInHost, 8)]
    [InlineData("domycall:/../%p", ParseErrorKind.PathTraversal, 10)]
    [InlineData("domycall:/.<nope>./%p", ParseErrorKind.PathTraversal, 10)]
    public void What_has_no_usable_scheme_or_no_meaning_is_refused_leniently_too(string stored, ParseErrorKind kind, int position)
    {
        PhoneLinkFormat.TryParse(stored, new() { Parsing = FormatParsing.Lenient }, out var format, out var error).Should().BeFalse();

        format.Should().BeNull();
        error.Should().Be(new ParseError(kind, position));
    }

    [Theory]
    [Requirement("FMT-28")]
    [InlineData("tel%p", "tel:%p")]
    [InlineData("callto%p", "callto:%p")]
    [InlineData("%p", "tel:%p")]
    [InlineData("domycall%p", null)]
    [InlineData("javascript%p", null)]
    [InlineData("https%p", null)]
    [InlineData("https://evil.example/%p", null)]
    [InlineData("domycall:/../%P", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_missing_scheme_is_proposed_where_it_is_clear_and_never_guessed(string? text, string? proposal)
    {
        var validation = PhoneLinkFormat.Validate(text);

        validation.IsValid.Should().BeFalse();
        validation.RepairedText.Should().Be(proposal);
    }

    [Fact]
    [Requirement("FMT-26")]
    public void Every_problem_is_listed_with_its_place_and_a_sentence()
    {
        var validation = PhoneLinkFormat.Validate("tel:%P?n=<nope>&c=a b%2");

        validation.Problems.Select(problem => (problem.Error.Kind, problem.Error.Position, problem.Length)).Should().Equal(
            (ParseErrorKind.UnknownDirective, 4, 2), (ParseErrorKind.UnknownVariable, 9, 6), (ParseErrorKind.InvalidCharacter, 19, 1), (ParseErrorKind.InvalidEscape, 21, 1));
        validation.Problems.Should().OnlyContain(problem => problem.Severity == FormatProblemSeverity.Error && problem.Message.Length > 20);
    }

    [Theory]
    [Requirement("FMT-29")]
    [InlineData("callto:<atpc>", ParseErrorKind.MissingNumber, 13, 0)]
    [InlineData("domycall:<attn>-%p", ParseErrorKind.NotReversible, 9, 6)]
    [InlineData("tel:%p20", ParseErrorKind.NotReversible, 4, 2)]
    [InlineData("tel:0%p", ParseErrorKind.NotExpressible, 5, 0)]
    public void A_format_that_works_gets_warnings(string format, ParseErrorKind kind, int position, int length)
    {
        var validation = PhoneLinkFormat.Validate(format);

        validation.IsValid.Should().BeTrue();
        validation.RepairedText.Should().BeNull();
        validation.Problems.Should().ContainEquivalentOf(new FormatProblem(FormatProblemSeverity.Warning, new(kind, position)) { Length = length });
    }

    [Fact]
    [Requirement("FMT-29")]
    public void A_good_format_has_no_problems() => PhoneLinkFormat.Validate("domycall:%p?name=<attn>&company=<name>").Problems.Should().BeEmpty();

    [Theory]
    [Requirement("FMT-30")]
    [InlineData(UnknownVariables.Error)]
    [InlineData(UnknownVariables.Keep)]
    [InlineData(UnknownVariables.Empty)]
    public void No_option_lets_a_secret_into_a_link(UnknownVariables unknown)
    {
        var options = new PhoneLinkFormatOptions { UnknownVariables = unknown, CustomVariables = { "usec" }, CaseFromVariable = true };

        foreach (var text in new[] { "tel:%p;s=<usec>", "tel:%p;s={USEC}" })
        {
            PhoneLinkFormat.TryParse(text, options, out _, out var error).Should().BeFalse();
            error.Should().Be(new ParseError(ParseErrorKind.SecretVariable, 9));
        }

        options.Parsing = FormatParsing.Lenient;
        PhoneLinkFormat.Parse("domycall:%p?s=<usec>", options).Expand(PhoneNumber.Parse("1"), new Values(("usec", "secret"))).Should().Be("domycall:1?s=");
    }

    [Fact]
    [Requirement("FMT-31")]
    public void Correcting_validating_and_parsing_agree_on_any_text() =>
        Gen.Select(Pick("tel:", "domycall:", "https://wa.me/", "callto//", " tel:", "te l:", "", "javascript:"), Pieces.Array[0, 8], (start, pieces) => start + string.Concat(pieces))
            .Sample(
                text =>
                {
                    var validation = PhoneLinkFormat.Validate(text);
                    var isFormat = PhoneLinkFormat.TryParse(text, null, out var strict, out var error);
                    var isReadable = PhoneLinkFormat.TryParse(text, new() { Parsing = FormatParsing.Lenient }, out var lenient, out _);

                    validation.IsValid.Should().Be(isFormat, text);
                    if (!isFormat)
                        validation.Problems.Select(problem => problem.Error).Should().Contain(error, text);

                    if (isFormat)
                        lenient!.Repairs.Should().BeEmpty(text);

                    if (validation.RepairedText is { } repaired)
                    {
                        PhoneLinkFormat.TryParse(repaired, out strict).Should().BeTrue($"{text} was repaired to {repaired}");
                        if (isReadable)
                            Link(lenient!).Should().Be(Link(strict!), text);
                    }

                    (isReadable && !isFormat).Should().Be(isReadable && validation.RepairedText is not null, text);
                },
                iter: 30_000);

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Pick("%p", "%P", "%", "%%", "%2", "%zz", "%41", "%00", "<attn>", "{name}", "<ATTN>", "<nope>", "<usec>", "<attn", "<attn}", "<", ">", "{", "}", "<>", "<a b>", "/", "//", "/./", "/../", ".", "?", "#", "&x=", " ", "å", "\\", "\"", ":", "tel"),
        Gen.String[0, 3]);

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string? Link(PhoneLinkFormat format) =>
        format.TryExpand(PhoneNumber.Parse("+47 22"), new Values(("attn", "a"), ("name", "b")), out var link, out _) ? link : null;
}
