namespace PhoneLink.Tests.Formats;

public class TemplateValuesTests
{
    [Fact]
    [Requirement("CAT-5")]
    public void Values_are_given_by_name()
    {
        var values = new TemplateValues { ["deal"] = "4711", ["none"] = null, ["blank"] = "" };

        values["deal"].Should().Be("4711");
        values.GetValue("deal").Should().Be("4711");
        values.GetValue("blank").Should().BeEmpty();
        values.GetValue("none").Should().BeNull();
        values.GetValue("DEAL").Should().BeNull();
        PhoneLinkFormat.Parse("domycall:%p?deal=<deal>", new() { CustomVariables = { "deal" } }).Expand(PhoneNumber.Parse("112"), values)
            .Should().Be("domycall:112?deal=4711");
    }

    [Fact]
    [Requirement("CAT-5")]
    public void Values_known_at_run_time_are_copied_and_the_last_of_a_name_serves()
    {
        var source = new List<KeyValuePair<string, string?>> { new("a", "1"), new("b", "2"), new("a", "3") };
        var values = new TemplateValues(source) { ["b"] = "4" };
        source.Clear();

        (values["a"], values["b"]).Should().Be(("3", "4"));
        values.ToString().Should().Be("2 variables");
    }

    [Fact]
    [Requirement("CAT-5")]
    public void Null_is_no_name()
    {
        FluentActions.Invoking(() => new TemplateValues { [null!] = "" }).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TemplateValues().GetValue(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TemplateValues()[null!]).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TemplateValues(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TemplateValues([new(null!, "")])).Should().Throw<ArgumentException>();
    }
}
