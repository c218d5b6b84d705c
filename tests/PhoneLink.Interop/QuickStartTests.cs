using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The main job as a stranger runs it, without a terminal.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class QuickStartTests : IDisposable
{
    private readonly TemporaryDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [ToolFact("gio")]
    [Requirement("QS-1")]
    public async Task The_loop_closes_and_nothing_is_left()
    {
        _home.Write("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/domycall=mine.desktop\n");
        var before = Files();

        var (code, output, errors) = await RunAsync();

        code.Should().Be(0, output + errors);
        output.Should().ContainAll(
            "HandedOff", "domycall:+4722517000;ext=12?name=Ada%20Lovelace&company=Analytical%20Engines%20%26%20Sons", "the same format", "Accepted",
            "The number that was clicked is the number that was dialled.", "Nothing is left", "a fax is not offered", "no number in it");
        Files().Should().BeEquivalentTo(before, "the user's own files are not touched");
    }

    [ToolTheory("gio")]
    [InlineData("tel:%p", "112", "tel:112")]
    [InlineData("callto:%p+type=phone", "+47 22 51 70 00", "callto:+4722517000+type=phone")]
    [InlineData("MyCall://%p?a=<attn>", "\uFF0B47 (22) 51\u202F70\u202F00", "mycall://+4722517000?a=Ada%20Lovelace")]
    [Requirement("QS-4")]
    public async Task A_format_and_a_number_of_the_users_travel_the_loop(string format, string number, string link)
    {
        var (code, output, errors) = await RunAsync("--format", format, "--number", number, "--verbose");

        code.Should().Be(0, output + errors);
        output.Should().ContainAll(link, "arguments: --phonelink | -- | " + link, "Nothing is left", "\"version\": 1");
    }

    [ToolTheory("gio")]
    [InlineData("--format", "tel%p", "--format|     ^|put the colon after the scheme")]
    [InlineData("--format", "javascript:%p", "may not be used for calls")]
    [InlineData("--format", "tel:%p<nope>", "        ^|no variable of this name")]
    [InlineData("--format", "https://wa.me/%p", "  ^|opened by the browser|--format \"domycall:%p")]
    [InlineData("--number", "ring meg", "There is no telephone number|--number \"+47")]
    [InlineData("--fromat", "tel:%p", "--fromat")]
    [Requirement("QS-2")]
    public async Task A_mistake_gets_a_message_that_says_what_to_do(string option, string value, string expected)
    {
        var (code, output, errors) = await RunAsync(option, value);

        code.Should().Be(2, output + errors);
        errors.Should().ContainAll(expected.Split('|').Where(static part => part != "--format"));
        errors.Should().NotContain("   at ", "a stack trace helps nobody here");
    }

    [ToolTheory("gio")]
    [InlineData("domycall:%p", "+47 22 51 70 00,,123#", 0, "no place for the digits that are keyed after the answer", "no place for the extension")]
    [InlineData("callto:%p", "+47 22 51 70 00 x12", 0, "no place for the extension", "keyed after the answer")]
    [InlineData("domycall:%p", "*21*22517000#", 1, "Blocked (NotAllowed)|Nothing is left", "taken apart by|Accepted|could not")]
    [InlineData("domycall:call?to=tel:%p", "*21*22517000#", 1, "Blocked (NotAllowed)|Nothing is left", "taken apart by|Accepted|could not")]
    [InlineData("domycall:%p<attn>", "22517000", 1, "cannot be taken apart|ForbiddenText|it refused the link", "taken apart by|Accepted")]
    [InlineData("domycall:hello", "22517000", 1, "has no %p|no number in the link", "cannot be taken apart|Accepted")]
    [Requirement("QS-6")]
    public async Task What_a_link_loses_and_what_a_handler_refuses_is_said(string format, string number, int expectedCode, string said, string notSaid)
    {
        var (code, output, errors) = await RunAsync("--format", format, "--number", number);

        code.Should().Be(expectedCode, output + errors);
        output.Should().ContainAll(said.Split('|')).And.Contain("Nothing is left");
        foreach (var text in notSaid.Split('|'))
            output.Should().NotContain(text);
    }

    [ToolFact("gio")]
    [Requirement("QS-3")]
    public async Task Without_an_opener_the_handler_gets_the_link_directly()
    {
        Directory.CreateDirectory(_home["bin"]);

        var (code, output, errors) = await RunAsync(new Dictionary<string, string?> { ["PATH"] = _home["bin"] });

        code.Should().Be(0, output + errors);
        output.Should().ContainAll("NoOpener", "handed to the handler directly", "Accepted", "Nothing is left");
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string?>(), arguments);

    private Task<(int Code, string Output, string Errors)> RunAsync(Dictionary<string, string?> variables, params string[] arguments)
    {
        foreach (var name in new[] { "DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS", "PHONELINK_HOP" })
            variables[name] = null;

        variables["HOME"] = _home.Path;
        variables["XDG_DATA_HOME"] = _home["data"];
        variables["XDG_CONFIG_HOME"] = _home["config"];
        variables["XDG_STATE_HOME"] = _home["state"];
        return Sample.RunAsync(Sample.QuickStart, arguments, variables, _home.Path);
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(_home.Path, "*", SearchOption.AllDirectories).Select(static file => file + Convert.ToHexString(File.ReadAllBytes(file)))];
}
