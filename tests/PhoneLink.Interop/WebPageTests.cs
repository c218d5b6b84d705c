using System.Runtime.Versioning;
using Microsoft.Playwright;
using PhoneLink.Activation;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>The page that calls, all the way: Chromium clicks, the system starts the handler, number and values arrive.</summary>
[Collection("Browser and screen")]
[UnsupportedOSPlatform("windows")]
public sealed class WebPageTests
{
    private const string VendorFormat = "domycall:%p?name=<attn>&company=<name>";

    /// <summary>Of clicks that come faster Chromium itself drops some: a link that is being opened gives way to the next.</summary>
    private static readonly TimeSpan BetweenClicks = TimeSpan.FromMilliseconds(50);

    [ToolTheory("chromium", "xdg-open", "gio")]
    [InlineData("nora", "tel:%p", "tel:+4722517011")]
    [InlineData("liam", "callto:%p", "callto:+4722517011")]
    [InlineData("sofia", VendorFormat, "domycall:+4722517011?name=Ada%20Lovelace&company=Joe%20%26%20Sons%20Shipping")]
    [Requirement("WEB-1")]
    public async Task A_click_on_a_number_opens_the_link_of_the_users_preference_and_the_number_arrives(string user, string format, string link)
    {
        using var desk = await CallDesk.InstallAsync(format);
        await using var web = await WebSample.StartAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, web.Origin, PhoneLinkFormat.Parse(format).Scheme);
        await browser.Page.GotoAsync($"{web.Origin}/?user={user}");
        await Shots.TakeAsync(browser.Page, $"page-{user}");

        await Row(browser.Page, "Ada Lovelace").Locator("td").First.GetByRole(AriaRole.Link).ClickAsync();

        var report = (await desk.WaitForReportsAsync()).Should().ContainSingle().Which;
        (report.Link, report.Number, report.Status).Should().Be((link, "+4722517011", DialStatus.Accepted));
        if (format == VendorFormat)
            report.Values.Should().Equal(new Dictionary<string, string> { ["attn"] = "Ada Lovelace", ["name"] = "Joe & Sons Shipping" });

        web.Output.Should().NotContain("4722517011").And.NotContain("22 51 70").And.NotContain("Ada");
    }

    [ToolFact("chromium", "xdg-open", "gio")]
    [Requirement("WEB-2")]
    public async Task The_phone_button_lists_the_persons_numbers_and_the_chosen_one_is_called()
    {
        using var desk = await CallDesk.InstallAsync(VendorFormat);
        await using var web = await WebSample.StartAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, web.Origin, "domycall");
        await browser.Page.GotoAsync($"{web.Origin}/?user=sofia");
        var menu = browser.Page.Locator(".menu:popover-open");

        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Call Grace O'Hopper: choose a number" }).ClickAsync();

        (await menu.Locator("li").AllInnerTextsAsync()).Select(static text => text.Replace("\n", " ", StringComparison.Ordinal))
            .Should().Equal("Direct +47 22 51 70 00 x12", "Mobile +47 900 00 012", "Private Do not call");
        await Shots.TakeAsync(browser.Page, "phone-button");
        await menu.GetByRole(AriaRole.Link, new() { Name = "Mobile" }).ClickAsync();

        var report = (await desk.WaitForReportsAsync()).Should().ContainSingle().Which;
        (report.Number, report.Status).Should().Be(("+4790000012", DialStatus.Accepted));
        report.Values["attn"].Should().Be("Grace O'Hopper");
        (await menu.CountAsync()).Should().Be(0, "a choice closes the list");
    }

    [ToolTheory("chromium", "xdg-open", "gio")]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("WEB-3")]
    public async Task The_context_menu_calls_by_name_from_mouse_and_keyboard(bool byKeyboard)
    {
        using var desk = await CallDesk.InstallAsync(VendorFormat);
        await using var web = await WebSample.StartAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, web.Origin, "domycall");
        await browser.Page.GotoAsync($"{web.Origin}/?user=sofia");
        var call = browser.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Call Grace O'Hopper" });

        await Row(browser.Page, "Grace O'Hopper").GetByRole(AriaRole.Rowheader).ClickAsync(new() { Button = MouseButton.Right });
        await Assertions.Expect(call).ToBeFocusedAsync();
        await Shots.TakeAsync(browser.Page, "context-menu");
        if (byKeyboard)
            await browser.Page.Keyboard.PressAsync("Enter");
        else
            await call.ClickAsync();

        var report = (await desk.WaitForReportsAsync()).Should().ContainSingle().Which;
        (report.Number, report.Status).Should().Be(("+4722517000;ext=12", DialStatus.Accepted));
        report.Values["attn"].Should().Be("Grace O'Hopper");
        (await call.IsVisibleAsync()).Should().BeFalse("a choice closes the menu");
    }

    [ToolFact("chromium", "xdg-open", "gio")]
    [Requirement("WEB-4")]
    public async Task Three_fast_clicks_are_one_call()
    {
        using var desk = await CallDesk.InstallAsync("tel:%p");
        await using var web = await WebSample.StartAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, web.Origin, "tel");
        await browser.Page.GotoAsync(web.Origin);

        var number = Row(browser.Page, "Ada Lovelace").Locator("td").First.GetByRole(AriaRole.Link);
        for (var i = 0; i < 3; i++)
        {
            await number.ClickAsync();
            await Task.Delay(BetweenClicks);
        }

        (await desk.WaitForReportsAsync(3)).Select(static report => report.Status)
            .Should().Equal([DialStatus.Accepted, DialStatus.Duplicate, DialStatus.Duplicate], "Chromium opens each click, and the handler calls once");
    }

    [ToolFact("chromium", "xdg-open", "gio")]
    [Requirement("WEB-5")]
    public async Task An_origin_to_which_the_user_has_not_agreed_opens_nothing()
    {
        using var desk = await CallDesk.InstallAsync("tel:%p");
        await using var web = await WebSample.StartAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, "http://127.0.0.1:1", "tel");
        await browser.Page.GotoAsync(web.Origin);

        await Row(browser.Page, "Ada Lovelace").Locator("td").First.GetByRole(AriaRole.Link).ClickAsync();

        await Task.Delay(TimeSpan.FromSeconds(2));
        desk.Reports.Should().BeEmpty("Chromium asks first, and nobody answers");
    }

    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
}
