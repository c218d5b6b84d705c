using Microsoft.Playwright;

namespace PhoneLink.Interop.Tools;

/// <summary>Pictures for people to look at; taken only where <c>PHONELINK_SHOTS</c> names a folder.</summary>
internal static class Shots
{
    public static string? Folder { get; } = System.Environment.GetEnvironmentVariable("PHONELINK_SHOTS");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is not null)
            await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Folder, name + ".png") });
    }
}
