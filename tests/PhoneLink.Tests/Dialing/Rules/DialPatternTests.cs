namespace PhoneLink.Tests.Dialing.Rules;

public class DialPatternTests
{
    [Theory]
    [Requirement("RULE-10")]
    [InlineData("7XXX", "7042", true)]
    [InlineData("7xxx", "7042", true)]
    [InlineData("7XXX", "704", false)]
    [InlineData("7XXX", "70420", false)]
    [InlineData("7XXX", "8042", false)]
    [InlineData("7XXX", "7*42", false)]
    [InlineData("Z", "0", false)]
    [InlineData("Z", "1", true)]
    [InlineData("N", "1", false)]
    [InlineData("N", "2", true)]
    [InlineData("[13-5]", "1", true)]
    [InlineData("[13-5]", "2", false)]
    [InlineData("[13-5]", "3", true)]
    [InlineData("[13-5]", "5", true)]
    [InlineData("[13-5]", "6", false)]
    [InlineData("[0-9]1", "91", true)]
    [InlineData("+47.", "+4722517000", true)]
    [InlineData("+47.", "+47", false)]
    [InlineData("+47!", "+47", true)]
    [InlineData("+47!", "+4", false)]
    [InlineData(".", "", false)]
    [InlineData(".", "1", true)]
    [InlineData("!", "", true)]
    [InlineData("*21*.", "*21*22517000#", true)]
    [InlineData("#", "#", true)]
    [InlineData("X", "٣", false)]
    [InlineData("X", "a", false)]
    public void A_pattern_takes_what_its_language_says(string pattern, string digits, bool isMatch) =>
        DialPattern.Parse(pattern).IsMatch(digits).Should().Be(isMatch);

    [Theory]
    [Requirement("RULE-10")]
    [InlineData(null, ParseErrorKind.Empty, 0)]
    [InlineData("", ParseErrorKind.Empty, 0)]
    [InlineData("_7XXX", ParseErrorKind.InvalidPattern, 0)]
    [InlineData("7 XXX", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("7+", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("7.X", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("7..", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("7[", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("7[]", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("7[5-3]", ParseErrorKind.InvalidPattern, 2)]
    [InlineData("7[1-]", ParseErrorKind.InvalidPattern, 3)]
    [InlineData("7[1,2]", ParseErrorKind.InvalidPattern, 3)]
    [InlineData("7[12", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("7]", ParseErrorKind.InvalidPattern, 1)]
    [InlineData("７", ParseErrorKind.InvalidPattern, 0)]
    public void A_malformed_pattern_is_refused_with_its_place(string? pattern, ParseErrorKind kind, int position)
    {
        DialPattern.TryParse(pattern, out var parsed, out var error).Should().BeFalse();
        parsed.Should().BeNull();
        error.Should().Be(new ParseError(kind, position));
    }

    [Fact]
    [Requirement("RULE-10")]
    public void A_pattern_has_a_limit() => DialPattern.TryParse(new string('X', 129), out _, out var error).Should().Be(error.Kind is not ParseErrorKind.TooLong);

    [Theory]
    [Requirement("RULE-10")]
    [InlineData("+1NXXNXXXXXX,2,91", "+16502530000", "916502530000")]
    [InlineData("1XXX,0,", "1881", "1881")]
    [InlineData("+47.,3,", "+4722517000", "22517000")]
    [InlineData("+.,1,+00", "+4722517000", "+004722517000")]
    public void A_rule_strips_and_prepends(string rule, string digits, string dialled)
    {
        DialRule.Parse(rule).Apply(digits).Should().Be(dialled);
        DialRule.Parse(rule).ToString().Should().Be(rule);
    }

    [Theory]
    [Requirement("RULE-10")]
    [InlineData(null, ParseErrorKind.Empty, 0)]
    [InlineData("7XXX", ParseErrorKind.InvalidPattern, 4)]
    [InlineData("7XXX,1", ParseErrorKind.InvalidPattern, 4)]
    [InlineData("7XXX,5,", ParseErrorKind.InvalidPattern, 4)]
    [InlineData("7XXX,-1,", ParseErrorKind.InvalidPattern, 4)]
    [InlineData("7XXX,1, 0", ParseErrorKind.InvalidPattern, 7)]
    [InlineData("7XXX,1,0w", ParseErrorKind.InvalidPattern, 7)]
    [InlineData("7XXX,1,0,", ParseErrorKind.InvalidPattern, 8)]
    [InlineData("7Y,1,0", ParseErrorKind.InvalidPattern, 1)]
    public void A_malformed_rule_is_refused_with_its_place(string? rule, ParseErrorKind kind, int position)
    {
        DialRule.TryParse(rule, out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(kind, position));
    }

    [Fact]
    [Requirement("RULE-14")]
    public void A_rule_of_wrong_parts_cannot_be_made()
    {
        FluentActions.Invoking(() => new DialRule(DialPattern.Parse("7."), 2, "")).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new DialRule(DialPattern.Parse("7."), -1, "")).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new DialRule(DialPattern.Parse("7."), 1, "0,")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new DialRule(DialPattern.Parse("7."), 1, "0+")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new DialRule(DialPattern.Parse("7."), 1, new string('0', 33))).Should().Throw<ArgumentException>();
    }
}
