using System.Runtime.Versioning;
using PhoneLink.Activation;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>Pages of strangers in a browser whose user lets them open the handler: only its own checks and its question stand in the way.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HostilePageTests
{
    private const string Stranger = "http://127.0.0.1:40999";
    private const string Good = "domycall:+4722517000";

    [ToolFact("chromium", "xdg-open", "gio")]
    [Requirement("WEB-6")]
    public async Task Probe()
    {
        string[] links =
        [
            "domycall:\" --install", "domycall:' ; touch x", "domycall:%22%20--install", "domycall:+47%0022517000", "domycall:+4722517000%00", "domycall:%E2%80%AE0007152274+", "domycall:\u202E0007152274+",
            "domycall:--install", "domycall:%2D%2Dinstall", "--install", "domycall:*21*22517000%23", "domycall:*%2306%23", "domycall:#06#", "domycall:call?to=tel:*21*22517000%23",
            "domycall:tel:+4722517000", "domycall:javascript:alert(1)", "domycall:$(touch x)", "domycall:`touch x`", "domycall:\\\\srv\\share", "domycall:../../etc/passwd", "domycall:a/../+4722517000", "domycall:+4722517000\nfoo", "domycall:+47225\t17000", "domycall:+4722517000%0A--install", "domycall:%ff%fe", "domycall:", "domycall:+47%zz",
            "domycall:+4722517000,,1234", "domycall:0800CALLNOW", "domycall:\u0661\u0662\u0663", "DOMYCALL:*21%23", "domycall:" + new string('1', 2100), "domycall://*21*1%23", "javascript:void(0)", "file:///etc/passwd", "tel:+4722517000", 
        ];
        using var desk = await CallDesk.InstallAsync("domycall:%p");
        await using var browser = await Browser.StartAsync(desk.Variables, Stranger, "domycall", "tel");
        await browser.ServeAsync(Stranger + "/", "<meta charset=utf-8>" + string.Concat(links.Select((link, i) => $"<p><a id=a{i} href=\"{System.Net.WebUtility.HtmlEncode(link)}\">link {i}</a>")));
        await browser.VisitAsync(Stranger + "/");
        foreach (var (link, i) in links.Select((l, i) => (l, i)))
        {
            var n = desk.Reports.Count;
            await browser.Page.ClickAsync($"#a{i}");
            for (var t = 0; t < 40 && desk.Reports.Count == n; t++) await Task.Delay(50);
            var r = desk.Reports.Skip(n).ToList();
            Console.WriteLine($"PROBE {link[..Math.Min(50, link.Length)].Replace("\n", "\\n", StringComparison.Ordinal)} => " + (r.Count == 0 ? "nothing " + browser.Page.Url : string.Join(" | ", r.Select(x => $"{x.Refusal} {x.Status} {(CallDesk.LinkOf(x) is { Length: < 100 } s ? s : "long")}"))));
            if (!browser.Page.Url.StartsWith(Stranger, StringComparison.Ordinal)) await browser.VisitAsync(Stranger + "/");
        }
    }

    [Theory]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'")]
    [InlineData("Referrer-Policy", "no-referrer")]
    [InlineData("sample", "/")]
    [InlineData("sample-slow", "/")]
    [Requirement("WEB-7")]
    public async Task Probe3(string header, string value)
    {
        using var desk = await CallDesk.InstallAsync("tel:%p");
        await using var web = await WebSample.StartAsync();
        await using var browser = await Browser.StartAsync(desk.Variables, web.Origin, "tel");
        if (!header.StartsWith("sample", StringComparison.Ordinal))
            await browser.ServeAsync(web.Origin + "/", "<table><tr><td><a href='tel:+4722517000'>x</a></table>", new Dictionary<string, string> { [header] = value });
        await browser.Page.GotoAsync(web.Origin + "/");
        for (var i = 0; i < 3; i++)
        {
            await browser.Page.ClickAsync("td a >> nth=0");
            await Task.Delay(header == "sample-slow" ? 1000 : 300);
        }

        await Task.Delay(4000);
        Console.WriteLine($"PROBE3 {header} => {string.Join(" | ", desk.Reports.Select(x => $"{x.Refusal} {x.Status}"))}");
    }

    [ToolTheory("chromium", "xdg-open", "gio")]
    [InlineData("<script>location.href = '" + Good + "'</script>")]
    [InlineData("<iframe src='" + Good + "'></iframe>")]
    [InlineData("<iframe sandbox src='" + Good + "'></iframe>")]
    [InlineData("<script>window.open('" + Good + "')</script>")]
    [InlineData("<meta http-equiv=refresh content='0;url=" + Good + "'>")]
    [InlineData("<a id=x href='" + Good + "'>x</a><script>x.click()</script>")]
    [InlineData("<form id=f action='" + Good + "'></form><script>f.submit()</script>")]
    [InlineData("<img src='" + Good + "'>")]
    [InlineData("302")]
    [Requirement("WEB-7")]
    public async Task Probe2(string body)
    {
        using var desk = await CallDesk.InstallAsync(confirms: false);
        await using var browser = await Browser.StartAsync(desk.Variables, Stranger, "domycall");
        await browser.ServeAsync(Stranger + "/", body, body == "302" ? new Dictionary<string, string> { ["Location"] = Good } : null);
        await browser.VisitAsync(Stranger + "/");
        for (var t = 0; t < 60 && desk.Reports.Count == 0; t++) await Task.Delay(50);
        Console.WriteLine($"PROBE2 {body} => {string.Join(" | ", desk.Reports.Select(x => $"{x.Refusal} {x.Status}"))}");
    }
}
