using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>What QuickStart says of formats without a call.</summary>
public sealed class QuickStartFormatTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    [Requirement("QS-7")]
    public async Task Every_problem_stands_under_its_place()
    {
        var (code, output, _) = await RunAsync("--validate", "domycall:%P?name=<atn>&a b");

        code.Should().Be(2);
        output.ReplaceLineEndings("\n").Should()
            .Contain("  domycall:%P?name=<atn>&a b\n           ^^\n").And.Contain("\n                   ^^^^^\n  error: There is no variable")
            .And.Contain("Corrected: domycall:%p?name=&a%20b");
    }

    [Theory]
    [InlineData("tel:%p", 0, "without problems")]
    [InlineData("domycall:%p?b=<abdt>", 0, "warning: This variable holds personal data")]
    [InlineData("domycall:/../%p", 2, "This is no phone-link format.")]
    [InlineData("", 2, "error: The text is empty")]
    [Requirement("QS-7")]
    public async Task A_format_is_judged(string format, int expectedCode, string said)
    {
        var (code, output, errors) = await RunAsync("--validate", format);

        code.Should().Be(expectedCode, output + errors);
        output.Should().Contain(said);
    }

    [Fact]
    [Requirement("QS-7")]
    public async Task The_presets_are_listed_each_on_its_line()
    {
        var (code, output, _) = await RunAsync("--presets");

        code.Should().Be(0);
        output.Should().ContainAll(PhoneLinkPreset.All.Select(preset => preset.Format));
    }

    [Theory]
    [InlineData("42", "sales", "NotAllowed", "domycall:+4722517000?name=Ada%20Lovelace")]
    [InlineData("7", "sales", "Corrected: ", "callto:+4722517000")]
    [InlineData("1", "none", "LessSpecific", "tel:+4722517000")]
    [Requirement("QS-7")]
    public async Task It_is_told_where_a_users_format_comes_from(string user, string group, string said, string link)
    {
        var (code, output, errors) = await RunAsync("--explain", "--user", user, "--group", group);

        code.Should().Be(0, output + errors);
        output.Should().ContainAll(said, "Serves", "A click opens " + link);
    }

    [Theory]
    [InlineData(null, "Missing")]
    [InlineData("{ not json", "Malformed at character")]
    [Requirement("QS-7")]
    public async Task Preferences_that_cannot_be_read_are_an_error(string? text, string said)
    {
        if (text is not null)
            _directory.Write("p.json", text);

        var (code, _, errors) = await RunAsync("--explain", "--preferences", _directory["p.json"]);

        code.Should().Be(2);
        errors.Should().Contain(said);
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        Sample.RunAsync(Sample.QuickStart, arguments, new Dictionary<string, string?>(), _directory.Path);
}
