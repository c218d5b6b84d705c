using System.Net;
using System.Runtime.Versioning;
using PhoneLink.Activation;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>Pages of strangers in a browser whose user lets them open the handler: only its own checks and its question stand in the way.</summary>
[Collection("Browser and screen")]
[UnsupportedOSPlatform("windows")]
public sealed class HostilePageTests
{
    /// <summary>An origin of which the test itself serves the pages; Chromium remembers "always allow" for https and this machine only.</summary>
    private const string Stranger = "http://127.0.0.1:40999";
    private const string Good = "domycall:+4722517000";

    /// <summary>What stands in <c>href</c>, what Chromium makes of it, and why the handler does not act; no refusal where it finds no number.</summary>
    private static readonly (string Href, string Arrives, ActivationRefusal Refusal)[] Hostile =
    [
        ("domycall:\" --install", "domycall:%22%20--install", ActivationRefusal.ForbiddenText),
        ("domycall:' ; touch x", "domycall:'%20;%20touch%20x", ActivationRefusal.ForbiddenText),
        ("domycall:--install", "domycall:--install", ActivationRefusal.ForbiddenText),
        ("domycall:%2D%2Duninstall", "domycall:%2D%2Duninstall", ActivationRefusal.ForbiddenText),
        ("domycall:+4722517000%00", "domycall:+4722517000%00", ActivationRefusal.ForbiddenText),
        ("domycall:+4722517000%0A--install", "domycall:+4722517000%0A--install", ActivationRefusal.ForbiddenText),
        ("domycall:\u202E0007152274+", "domycall:%E2%80%AE0007152274+", ActivationRefusal.ForbiddenText),
        ("domycall:%ff%fe", "domycall:%ff%fe", ActivationRefusal.ForbiddenText),
        ("domycall:$(touch x)", "domycall:$(touch%20x)", ActivationRefusal.ForbiddenText),
        ("domycall:`touch x`", "domycall:%60touch%20x%60", ActivationRefusal.ForbiddenText),
        (@"domycall:\\srv\share", "domycall:%5C%5Csrv%5Cshare", ActivationRefusal.ForbiddenText),
        ("domycall:a/../+4722517000", "domycall:a/../+4722517000", ActivationRefusal.ForbiddenText),
        ("domycall:tel:+4722517000", "domycall:tel:+4722517000", ActivationRefusal.ForbiddenText),
        ("domycall:javascript:alert(1)", "domycall:javascript:alert(1)", ActivationRefusal.ForbiddenText),
        ("domycall:#06#", "domycall:#06#", ActivationRefusal.ForbiddenText),
        ("domycall:*21*22517000%23", "domycall:*21*22517000%23", ActivationRefusal.NumberNotAllowed),
        ("DOMYCALL:*%2306%23", "domycall:*%2306%23", ActivationRefusal.NumberNotAllowed),
        ("domycall:call?to=tel:*21*22517000%23", "domycall:call?to=tel:*21*22517000%23", ActivationRefusal.NumberNotAllowed),
        ("domycall:" + new string('1', 2100), "domycall:" + new string('1', 2100), ActivationRefusal.TooLong),
        ("domycall:\u0661\u0661\u0662", "domycall:%D9%A1%D9%A1%D9%A2", ActivationRefusal.None),
        ("domycall:0800CALLNOW", "domycall:0800CALLNOW", ActivationRefusal.None),
        ("domycall:", "domycall:", ActivationRefusal.None),
    ];

    [ToolFact("chromium", "xdg-open", "gio")]
    [Requirement("WEB-6")]
    public async Task Hostile_links_that_are_clicked_reach_the_handler_and_none_is_dialled()
    {
        using var desk = await CallDesk.InstallAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, Stranger, "domycall");
        await browser.ServeAsync(Stranger + "/", "<meta charset=utf-8>" + string.Concat(Hostile.Select(static link => link.Href).Append(Good).Select(Link)));
        await browser.VisitAsync(Stranger + "/");

        for (var i = 0; i < Hostile.Length; i++)
        {
            await browser.Page.ClickAsync($"#link{i}");
            await Desk.WaitUntilAsync(() => desk.Reports.Count > i);
        }

        desk.Reports.Select(static report => (CallDesk.LinkOf(report), report.Refusal)).Should().Equal(Hostile.Select(static link => (link.Arrives, link.Refusal)));
        desk.Reports.Should().OnlyContain(static report => report.Status == null, "nothing came to a dial, though every call was confirmed");
        await browser.Page.ClickAsync($"#link{Hostile.Length}");
        (await desk.WaitForReportsAsync(Hostile.Length + 1))[^1].Status.Should().Be(DialStatus.Accepted, "an honest link still is a call");
    }

    [ToolTheory("chromium", "xdg-open", "gio")]
    [InlineData("location", "<script>location.href = '" + Good + "'</script>")]
    [InlineData("script click", "<a id=x href='" + Good + "'></a><script>x.click()</script>")]
    [InlineData("window.open", "<script>window.open('" + Good + "')</script>")]
    [InlineData("form", "<form id=x action='" + Good + "'></form><script>x.submit()</script>")]
    [InlineData("refresh", "<meta http-equiv=refresh content='0;url=" + Good + "'>")]
    [InlineData("frame", "<iframe src='" + Good + "'></iframe>")]
    [InlineData("redirect", "")]
    [Requirement("WEB-7")]
    public async Task Where_Chromium_opens_a_link_without_a_click_the_handlers_question_stands_in_the_way(string how, string body)
    {
        using var desk = await CallDesk.InstallAsync(confirms: false);
        await using var browser = await Browser.StartAsync(desk.Variables, Stranger, "domycall");
        await browser.ServeAsync(Stranger + "/", body, how == "redirect" ? new Dictionary<string, string> { ["Location"] = Good } : null);

        await browser.VisitAsync(Stranger + "/");

        var report = (await desk.WaitForReportsAsync()).Should().ContainSingle().Which;
        report.Link.Should().StartWith(Good);
        (report.Number, report.Status).Should().Be(("+4722517000", DialStatus.Blocked));
    }

    [ToolTheory("chromium", "xdg-open", "gio")]
    [InlineData("<iframe sandbox src='" + Good + "9'></iframe>")]
    [InlineData("<img src='" + Good + "9'><link rel=stylesheet href='" + Good + "9'><script src='" + Good + "9'></script>")]
    [InlineData("<script>fetch('" + Good + "9').catch(() => {})</script>")]
    [Requirement("WEB-7")]
    public async Task What_is_no_navigation_of_a_page_opens_nothing(string body)
    {
        using var desk = await CallDesk.InstallAsync(confirms: false);
        await using var browser = await Browser.StartAsync(desk.Variables, Stranger, "domycall");
        await browser.ServeAsync(Stranger + "/", Link(Good, 0) + body);
        await browser.VisitAsync(Stranger + "/");
        await Task.Delay(TimeSpan.FromSeconds(1));

        await browser.Page.ClickAsync("#link0");

        (await desk.WaitForReportsAsync()).Should().ContainSingle("only the click was").Which.Link.Should().Be(Good);
    }

    /// <summary>Whoever sits in the network can write into a page without https; Chromium asks each time then, whatever the profile says.</summary>
    [ToolFact("chromium", "xdg-open", "gio")]
    [Requirement("WEB-5")]
    public async Task Always_allow_does_not_hold_for_a_page_without_https()
    {
        const string Plain = "http://stranger.test";
        using var desk = await CallDesk.InstallAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, Plain, "domycall");
        await browser.ServeAsync(Plain + "/", Link(Good, 0));
        await browser.VisitAsync(Plain + "/");

        await browser.Page.ClickAsync("#link0");

        await Task.Delay(TimeSpan.FromSeconds(2));
        desk.Reports.Should().BeEmpty("Chromium asks first, and nobody answers");
    }

    private static string Link(string href, int index) => $"<p><a id=link{index} href=\"{WebUtility.HtmlEncode(href)}\">link {index}</a>";
}
