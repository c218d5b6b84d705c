using System.Runtime.Versioning;
using System.Text.Json;
using Microsoft.Playwright;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>Debian's Chromium on a desktop of its own, with a new profile in which the user has agreed that an origin opens some schemes.</summary>
/// <remarks>The profile has the setting that Chromium writes for "always allow"; without it Chromium asks, and nobody answers.</remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly TemporaryDirectory _profile = new();
    private readonly IPlaywright _playwright;
    private IBrowserContext? _context;

    private Browser(IPlaywright playwright) => _playwright = playwright;

    public IPage Page { get; private set; } = null!;

    /// <summary>Starts a browser whose openers see the variables of a desktop.</summary>
    public static async Task<Browser> StartAsync(IReadOnlyDictionary<string, string> variables, string origin, params string[] schemes)
    {
        var browser = new Browser(await Playwright.CreateAsync());
        var allowed = new Dictionary<string, Dictionary<string, bool>> { [origin] = schemes.ToDictionary(static scheme => scheme, static _ => true) };
        browser._profile.Write("Default/Preferences", JsonSerializer.Serialize(new { protocol_handler = new { allowed_origin_protocol_pairs = allowed } }));
        browser._context = await browser._playwright.Chromium.LaunchPersistentContextAsync(browser._profile.Path, new()
        {
            ExecutablePath = Tool.Path("chromium"),
            Headless = true,
            ChromiumSandbox = false,
            Args = Arguments,
            Env = variables,
            ViewportSize = new() { Width = 1200, Height = 760 },
        });
        browser.Page = browser._context.Pages[0];
        browser._context.SetDefaultTimeout(15_000);
        return browser;
    }

    /// <summary>Answers for an address with a page of the test's own, without any network.</summary>
    public Task ServeAsync(string address, string body, IReadOnlyDictionary<string, string>? headers = null) =>
        _context!.RouteAsync(address, route => route.FulfillAsync(new()
        {
            Status = headers?.ContainsKey("Location") == true ? 302 : 200,
            ContentType = "text/html; charset=utf-8",
            Body = body,
            Headers = headers,
        }));

    /// <summary>Opens a page and does not mind that a link on it takes over before it is loaded.</summary>
    public async Task VisitAsync(string address)
    {
        try
        {
            await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit, Timeout = 5_000 });
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            // net::ERR_ABORTED: the navigation became a link to another program.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.CloseAsync();

        _playwright.Dispose();
        for (var i = 0; i < 20; i++)
        {
            try
            {
                _profile.Dispose();
                return;
            }
            catch (IOException)
            {
                // Helpers of the browser may still write as they end.
                await Task.Delay(100);
            }
        }
    }
}
