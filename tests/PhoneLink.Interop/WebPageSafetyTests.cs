using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.Playwright;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>What stands on the page, whoever wrote the contacts and the preferences.</summary>
[Collection("Browser and screen")]
[UnsupportedOSPlatform("windows")]
public sealed class WebPageSafetyTests : IDisposable
{
    private const string HostileContacts = """
        {
          "Name": "</h1><script>document.title='x'</script>\u202E", "Business": "\" onmouseover=\"document.title='x'", "Web": "javascript:document.title='x'",
          "Street": "<img src=x onerror=document.title='x'>", "City": "&lt;b&gt;",
          "Phones": [ { "Kind": "Company", "Value": "+47 22 51 70 00", "Label": "<b>Label</b>" }, { "Kind": "Internet", "Value": "javascript:document.title='x'" } ],
          "People": [
            { "FirstName": "\"><script>document.title='x'</script>", "LastName": "' onfocus='x", "Title": "</td></table>",
              "Phones": [ { "Kind": "PersonDirect", "Value": "javascript:document.title='x'" }, { "Kind": "PersonMobile", "Value": "+47 900 00 011" }, { "Kind": "PersonPrivate", "Value": "+47 900 00 012", "DoNotCall": true } ] },
            { "FirstName": "Ada", "LastName": "&name=Eve", "Phones": [ { "Kind": "PersonDirect", "Value": "+47 22 51 70 11" } ] }
          ]
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [ToolFact("chromium")]
    [Requirement("WEB-10")]
    public async Task What_contacts_hold_is_text_and_never_markup_script_or_a_link_of_its_own()
    {
        await using var web = await WebSample.StartAsync(["--Contacts=" + _directory.Write("contacts.json", HostileContacts)]);
        await using var browser = await Browser.StartAsync(Environment(), web.Origin);
        var said = new List<string>();
        browser.Page.Console += (_, message) => said.Add(message.Text);

        await browser.Page.GotoAsync($"{web.Origin}/?user=sofia");
        await browser.Page.GetByRole(AriaRole.Row).Nth(1).HoverAsync();

        (await browser.Page.TitleAsync()).Should().Be("</h1><script>document.title='x'</script>\u202E – Contacts");
        said.Should().BeEmpty("nothing got so far that the policy had to stop it");
        (await browser.Page.Locator("script").CountAsync()).Should().Be(1);
        (await browser.Page.Locator("img, b").CountAsync()).Should().Be(0);
        (await browser.Page.EvaluateAsync<int>("[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length")).Should().Be(0);
        (await browser.Page.Locator("h1").TextContentAsync()).Should().Be("</h1><script>document.title='x'</script>\u202E");
        var links = await browser.Page.EvaluateAsync<string[]>("[...document.links].map(a => a.getAttribute('href')).filter(href => !href.startsWith('/'))");
        links.Distinct().Should().OnlyContain(static href => href.StartsWith("domycall:+47", StringComparison.Ordinal));
        links.Should().Contain("domycall:+4722517011?name=Ada%20%26name%3DEve&company=%3C%2Fh1%3E%3Cscript%3Edocument.title%3D%27x%27%3C%2Fscript%3E%E2%80%AE")
            .And.NotContain(static href => href.Contains("90000012", StringComparison.Ordinal), "who asked not to be called has no link");
    }

    [ToolTheory("chromium")]
    [InlineData("javascript:alert(%p)", "tel:+4722517011")]
    [InlineData("https://evil.example/?to=%p", "tel:+4722517011")]
    [InlineData("skype:%p?call", null)]
    [InlineData("domycall:%P", "domycall:+4722517011")]
    [Requirement("WEB-11")]
    public async Task A_preference_chooses_among_the_schemes_of_the_page_and_adds_none(string format, string? link)
    {
        await using var web = await WebSample.StartAsync(["--PhoneLink:Users:liam:Format=" + format]);
        await using var browser = await Browser.StartAsync(Environment(), web.Origin);

        await browser.Page.GotoAsync($"{web.Origin}/?user=liam");

        var cell = browser.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ada Lovelace" }).Locator("td").First;
        (await cell.InnerTextAsync()).Should().Be("+47 22 51 70 11", "the number is shown either way");
        (await cell.Locator("a").CountAsync()).Should().Be(link is null ? 0 : 1);
        if (link is not null)
            (await cell.Locator("a").GetAttributeAsync("href")).Should().Be(link);

        (await browser.Page.GetByRole(AriaRole.Note).CountAsync()).Should().Be(format.StartsWith("skype", StringComparison.Ordinal) ? 0 : 1, "what is wrong with a preference is said");
    }

    [Fact]
    [Requirement("WEB-12")]
    public async Task The_page_may_load_its_own_files_and_nothing_else_and_is_kept_nowhere()
    {
        await using var web = await WebSample.StartAsync();
        using var client = new HttpClient();

        foreach (var path in new[] { "/", "/site.css", "/menu.js", "/nothing" })
        {
            using var response = await client.GetAsync(new Uri(web.Origin + path));
            response.StatusCode.Should().Be(path == "/nothing" ? HttpStatusCode.NotFound : HttpStatusCode.OK);
            response.Headers.GetValues("Content-Security-Policy").Single().Should()
                .StartWith("default-src 'none'; ").And.Contain("script-src 'self';").And.Contain("frame-ancestors 'none'").And.Contain("base-uri 'none'").And.NotContain("unsafe").And.NotContain("*").And.NotContain("http");
            response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            response.Headers.CacheControl!.NoStore.Should().BeTrue();
        }
    }

    /// <summary>A name that a stranger points at this machine is another host (DNS rebinding), and the usual variables do not open the door.</summary>
    [Fact]
    [Requirement("WEB-12")]
    public async Task It_listens_on_this_machine_only_and_answers_to_its_name_only()
    {
        await using var web = await WebSample.StartAsync(variables: new Dictionary<string, string?> { ["ASPNETCORE_URLS"] = "http://0.0.0.0:0", ["ASPNETCORE_HTTP_PORTS"] = "0" });
        var page = new Uri(web.Origin);
        page.Host.Should().Be("127.0.0.1");
        web.Output.Split("Now listening on").Should().HaveCount(2);

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { Host = "stranger.example" } };
        (await client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        // 127.0.0.2 is this machine too, but not the address that was asked for: a socket on every address would answer.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await FluentActions.Awaiting(() => socket.ConnectAsync(IPAddress.Parse("127.0.0.2"), page.Port)).Should().ThrowAsync<SocketException>();
    }

    [Fact]
    [Requirement("WEB-13")]
    public async Task Nothing_that_the_page_writes_holds_a_number_or_a_name()
    {
        await using var web = await WebSample.StartAsync(["--PhoneLink:Users:liam:Format=22517000"]);
        using var client = new HttpClient();
        foreach (var path in new[] { "/", "/?user=liam", "/?user=4722517000", "/4722517000?to=%2B4722517000", "/?user=a&user=4722517000" })
            using (await client.GetAsync(new Uri(web.Origin + path)))
            {
            }

        web.Output.Should().Contain("Application started").And.NotContainAny("225170", "22 51 70", "Ada", "liam", "?user");
    }

    private Dictionary<string, string> Environment() =>
        new() { ["HOME"] = _directory.Path, ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!, ["XDG_CURRENT_DESKTOP"] = "X-Generic" };
}
