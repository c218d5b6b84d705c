using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>The handler's question in a window of the desktop, answered with real keys and buttons.</summary>
[Collection("Browser and screen")]
[UnsupportedOSPlatform("windows")]
public sealed class ConsentWindowTests
{
    private const string Format = "domycall:%p?name=<attn>&company=<name>";
    private const string Title = "Call this number";

    /// <summary>Enter is pressed without a look; it must not be a yes.</summary>
    [ToolTheory("Xvfb", "zenity", "xdotool", "import")]
    [InlineData("Return", DialStatus.Blocked)]
    [InlineData("space", DialStatus.Blocked)]
    [InlineData("Escape", DialStatus.Blocked)]
    [InlineData("Call", DialStatus.Accepted)]
    [Requirement("WEB-8")]
    public async Task Only_the_button_that_says_so_calls(string answer, DialStatus expected)
    {
        using var screen = await Screen.StartAsync();
        using var desk = await CallDesk.InstallAsync(Format, confirms: false, screen.Variables);
        var handler = StartAsync(desk.Variables, "domycall:+4722517000;ext=12?name=Ada%20Lovelace&company=Joe%20%26%20Sons%20Shipping");
        var (window, width, height) = await screen.WaitForWindowAsync(Title, handler);
        await screen.TakeAsync(window, "consent");

        if (answer == "Call")
            await screen.ClickAsync(window, width - 60, height - 25);
        else
            await screen.PressAsync(window, answer);

        (await handler).Code.Should().Be(0);
        desk.Reports.Should().ContainSingle().Which.Status.Should().Be(expected);
    }

    /// <summary>Names that try to be markup, line ends or a second question: the window is as high as with a name that does not try.</summary>
    [ToolTheory("Xvfb", "zenity", "xdotool", "import")]
    [InlineData("markup", "%3Cspan%20size=%2220000%22%3ECall%3C/span%3E")]
    [InlineData("broken-markup", "%3C/span%3E%3Cb%26")]
    [InlineData("c-escapes", "%5Cn%5Cn%5Cn%5Cn%5Cn%5C74big%5C76Call")]
    [InlineData("lines", "Ada%0A%0D%0A%E2%80%A8%E2%80%A9%0ACall")]
    [InlineData("controls", "%01%1B%5B2J%7F%C2%85")]
    [Requirement("WEB-9")]
    public async Task Words_of_a_link_are_only_words(string name, string value)
    {
        using var screen = await Screen.StartAsync();
        using var desk = await CallDesk.InstallAsync(Format, confirms: false, screen.Variables);
        var heights = new List<int>();
        foreach (var words in new[] { "Ada", value })
        {
            var handler = StartAsync(desk.Variables, $"domycall:+4722517000?name={words}&company=Joe");
            var (window, _, height) = await screen.WaitForWindowAsync(Title, handler);
            heights.Add(height);
            await screen.TakeAsync(window, $"consent-{name}");
            await screen.PressAsync(window, "Escape");
            (await handler).Code.Should().Be(0);
        }

        heights[1].Should().Be(heights[0], "the words take one line");
        desk.Reports.Select(static report => report.Status).Should().Equal(DialStatus.Blocked, DialStatus.Blocked);
    }

    /// <summary>The whole way with a person in it: a click in the browser, the question on the screen, a click on Call.</summary>
    [ToolFact("chromium", "xdg-open", "gio", "Xvfb", "zenity", "xdotool", "import")]
    [Requirement("WEB-8")]
    public async Task A_click_in_the_browser_asks_on_the_screen_and_a_click_there_calls()
    {
        using var screen = await Screen.StartAsync();
        using var desk = await CallDesk.InstallAsync(Format, confirms: false, screen.Variables);
        await using var web = await WebSample.StartAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, web.Origin, "domycall");
        await browser.Page.GotoAsync($"{web.Origin}/?user=sofia");

        await browser.Page.GetByText("+47 22 51 70 11").First.ClickAsync();
        var (window, width, height) = await screen.WaitForWindowAsync(Title);
        desk.Reports.Should().BeEmpty("nobody has answered");
        await screen.ClickAsync(window, width - 60, height - 25);

        var report = (await desk.WaitForReportsAsync()).Should().ContainSingle().Which;
        (report.Number, report.Status, report.Values["attn"]).Should().Be(("+4722517011", DialStatus.Accepted, "Ada Lovelace"));
    }

    private static Task<(int Code, string Output, string Errors)> StartAsync(IReadOnlyDictionary<string, string> variables, string link) =>
        Sample.RunAsync(Sample.DialHandler, ["--phonelink", "--", link], variables.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value));
}
