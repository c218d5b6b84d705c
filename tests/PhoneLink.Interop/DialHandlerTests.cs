using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The listener, as the operating system starts it; mostly with every call confirmed, so that only its own checks stand in the way.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DialHandlerTests : IDisposable
{
    private readonly TemporaryDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [Requirement("ACT-4")]
    [Requirement("ACT-6")]
    [InlineData("domycall:call?to=tel:%p", "domycall:call?to=tel:*21*22517000%23")]
    [InlineData("domycall:call?n=%p!a=<attn>", "domycall:call?n=*21*22517000%23!a=Ada")]
    [InlineData("domycall:say?text=ring%20%p", "domycall:say?text=ring%20%2372")]
    public async Task A_service_code_is_not_dialled_wherever_the_format_finds_it(string format, string link)
    {
        var (code, output, errors) = await StartAsync(format, link);

        (code, output).Should().Be((0, ""));
        errors.Should().Contain("this handler does not dial, such as a service code");
        (await File.ReadAllTextAsync(_home["report.json"])).Should().Contain("NumberNotAllowed").And.NotContain("Accepted");
    }

    [Fact]
    [Requirement("ACT-6")]
    public async Task A_number_and_an_extension_are_dialled_wherever_the_format_finds_them()
    {
        var (code, output, errors) = await StartAsync("domycall:call?to=tel:%p", "domycall:call?to=tel:%2B4722517000%3Bext%3D12");

        code.Should().Be(0, errors);
        output.Should().Contain("DialHandler: Accepted");
        (await File.ReadAllTextAsync(_home["report.json"])).Should().Contain("4722517000;ext=12");
    }

    [Fact]
    [Requirement("ACT-8")]
    public async Task A_report_that_cannot_be_written_is_said_and_ends_nothing()
    {
        var (code, output, errors) = await StartAsync("domycall:%p", "domycall:+4722517000", report: "gone/report.json");

        code.Should().Be(0, errors);
        output.Should().Contain("DialHandler: Accepted");
        errors.Should().Contain("could not write its report").And.NotContain("   at ");
    }

    [ToolTheory("script")]
    [InlineData("y", "DialHandler: Accepted")]
    [InlineData("n", "DialHandler: Blocked")]
    [InlineData("", "DialHandler: Blocked")]
    [Requirement("ACT-7")]
    public async Task The_sample_asks_with_the_number_first(string answer, string expected)
    {
        using var terminal = new Terminal(Sample.DialHandler, ["--phonelink", "--", "domycall:+4722517000;ext=12?name=Mum%0A%E2%80%AE"], Settings("domycall:%p?name=<attn>", confirms: false));
        await terminal.WaitForAsync("[y/N] ");

        terminal.Shown.Should().Contain("Call +4722517000;ext=12?\r\n  the link says attn: Mum\u2423\u2423\r\n[y/N] ");
        await terminal.TypeAsync(answer + Terminal.Enter);

        await terminal.WaitForAsync(expected);
        (await terminal.WaitForExitAsync()).Should().Be(0);
    }

    /// <summary>Keys that were meant for something else: typed before the question, or while nobody can have read it.</summary>
    [ToolTheory("script")]
    [InlineData(false, "y\r")]
    [InlineData(false, "y")]
    [InlineData(true, "y\r")]
    [InlineData(true, "y")]
    [Requirement("ACT-9")]
    public async Task A_yes_typed_ahead_is_none(bool isShown, string keys)
    {
        // On a busy machine the keys may come only after the half second; the terminal's echo tells, and such an attempt says nothing.
        for (var attempt = 1; !await IsRefusedAsync(isShown, keys); attempt++)
            attempt.Should().BeLessThan(10, "the keys should have come before the question's end once");
    }

    private async Task<bool> IsRefusedAsync(bool isShown, string keys)
    {
        using var terminal = new Terminal(Sample.DialHandler, ["--phonelink", "--", "domycall:+4722517000"], Settings("domycall:%p", confirms: false));
        if (isShown)
            await terminal.WaitForAsync("Call +4722517000?");

        await terminal.TypeAsync(keys);
        await terminal.WaitForAsync("[y/N] ");
        if (!terminal.Shown[..terminal.Shown.IndexOf("[y/N] ", StringComparison.Ordinal)].Contains('y', StringComparison.Ordinal))
            return false;

        await terminal.TypeAsync(Terminal.Enter);
        await terminal.WaitForAsync("DialHandler: Blocked");
        (await terminal.WaitForExitAsync()).Should().Be(0);
        terminal.Shown.Should().NotContain("Accepted");
        return true;
    }

    [Fact]
    [Requirement("LSTN-14")]
    public async Task Three_clicks_at_once_are_one_call()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync("domycall:%p", "domycall:+4722517000")));

        results.Should().OnlyContain(static result => result.Code == 0);
        string.Concat(results.Select(static result => result.Output)).Split('\n').Where(static line => line.StartsWith("DialHandler: ", StringComparison.Ordinal)).Select(static line => line.Split(' ')[1])
            .Should().Contain("Accepted", "one call").And.HaveCount(4);
        results.Count(static result => result.Errors.Contains("was given to the program that runs already", StringComparison.Ordinal)).Should().Be(2);
    }

    [ToolFact("gio")]
    [Requirement("LSTN-14")]
    public async Task It_installs_itself_is_started_by_the_system_and_uninstalls_itself()
    {
        using var desk = new Desk();
        var variables = desk.Environment.Variables.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value);
        variables["DIALHANDLER_SETTINGS"] = Settings("domycall:%p")["DIALHANDLER_SETTINGS"];

        (await Sample.RunAsync(Sample.DialHandler, ["--install"], variables)).Should().Match<(int Code, string Output, string Errors)>(static result => result.Code == 0 && result.Output.Contains("domycall: Default", StringComparison.Ordinal));
        (await Sample.RunAsync(Tool.Path("gio"), ["open", "domycall:+4722517000"], variables)).Code.Should().Be(0);
        await Desk.WaitUntilAsync(() => File.Exists(_home["report.json"]));
        (await File.ReadAllTextAsync(_home["report.json"])).Should().Contain("Accepted");

        (await Sample.RunAsync(Sample.DialHandler, ["--uninstall"], variables)).Output.Should().Contain("no longer opened");
        Directory.EnumerateFiles(desk["data/applications"]).Should().BeEmpty();
    }

    [ToolFact("gio")]
    [Requirement("HOST-10")]
    public async Task A_call_goes_on_to_the_telephone_that_the_settings_choose()
    {
        using var desk = new Desk();
        desk.Install("softphone", desk.WriteHandler() + " %u", "tel");
        var variables = desk.Environment.Variables.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value);
        variables["DIALHANDLER_SETTINGS"] = Settings("domycall:%p", forwardTo: "tel:%p")["DIALHANDLER_SETTINGS"];

        var (code, output, errors) = await Sample.RunAsync(Sample.DialHandler, ["--phonelink", "--", "domycall:+4722517000"], variables);

        (code, errors).Should().Be((0, ""));
        output.Should().Contain("DialHandler: HandedOff");
        (await desk.WaitForStartsAsync()).Should().ContainSingle().Which.Should().Contain("tel:+4722517000");
    }

    [Theory]
    [InlineData("domycall:%p?again", "own scheme")]
    [InlineData("tel%p", "no phone-link format")]
    [Requirement("HOST-10")]
    public async Task A_telephone_that_would_come_back_or_is_none_is_said_before_a_link_is_taken(string forwardTo, string problem)
    {
        var (code, output, errors) = await Sample.RunAsync(Sample.DialHandler, ["--phonelink", "--", "domycall:+4722517000"], Settings("domycall:%p", forwardTo: forwardTo));

        (code, output).Should().Be((1, ""));
        errors.Should().Contain(problem).And.NotContain("   at ");
        File.Exists(_home["report.json"]).Should().BeFalse();
    }

    private Task<(int Code, string Output, string Errors)> StartAsync(string format, string link, string report = "report.json") =>
        Sample.RunAsync(Sample.DialHandler, ["--phonelink", "--", link], Settings(format, report: report), _home.Path);

    private Dictionary<string, string?> Settings(string format, bool confirms = true, string report = "report.json", string? forwardTo = null) => new()
    {
        ["DIALHANDLER_SETTINGS"] = _home.Write("settings.json", $$"""
            { "Scheme": "domycall", "PhoneLinkFormat": "{{format}}", "ConfirmEveryCall": {{(confirms ? "true" : "false")}}, "ReportFile": "{{_home[report]}}"{{(forwardTo is null ? "" : $", \"ForwardTo\": \"{forwardTo}\"")}} }
            """),
    };
}
