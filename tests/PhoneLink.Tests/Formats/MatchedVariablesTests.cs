namespace PhoneLink.Tests.Formats;

/// <summary>What a match knows of its variables, for those who walk through them.</summary>
public class MatchedVariablesTests
{
    [Fact]
    [Requirement("PERF-3")]
    public void The_variables_of_a_match_are_a_dictionary_in_the_order_of_the_format()
    {
        PhoneLinkFormat.Parse("domycall:%p?name=<attn>&again=<attn>&id=<cuid>").TryMatch("domycall:+4722517000?name=A&again=A&id=", out var match).Should().BeTrue();

        var variables = match!.Variables;

        variables.Should().HaveCount(2);
        variables.Keys.Should().Equal("attn", "cuid");
        variables.Values.Should().Equal("A", "");
        variables.Select(static pair => $"{pair.Key}={pair.Value}").Should().Equal("attn=A", "cuid=");
        variables["attn"].Should().Be("A");
        variables.ContainsKey("cuid").Should().BeTrue();
        variables.ContainsKey("ATTN").Should().BeFalse();
        variables.TryGetValue("name", out _).Should().BeFalse();
        variables.Invoking(static v => v["name"]).Should().Throw<KeyNotFoundException>();
        variables.Invoking(static v => v.ContainsKey(null!)).Should().Throw<ArgumentNullException>();
    }
}
