using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The resolver's table against the real tools.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HandlerResolverTests
{
    [ToolTheory("gio")]
    [MemberData(nameof(HandlerCases.All), MemberType = typeof(HandlerCases))]
    [Requirement("PLAT-1")]
    public void The_table_agrees_with_the_real_gio(string name, string setup, string? gio, string? xdgMime)
    {
        using var desktop = new Desktop().Apply(setup);
        var (_, text) = desktop.Run(Tool.Path("gio"), "mime", "x-scheme-handler/zz");
        var first = text.Split('\n').FirstOrDefault(static line => line.StartsWith("Default application for", StringComparison.Ordinal));

        first?[(first.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Should().Be(gio is null ? null : $"{gio}.desktop", "{0} (xdg-mime: {1}): {2}", name, xdgMime, text);
        if (gio is null)
            text.Should().Contain("No default applications");
    }

    [ToolTheory("xdg-open", "xdg-mime", "gio")]
    [MemberData(nameof(HandlerCases.All), MemberType = typeof(HandlerCases))]
    [Requirement("PLAT-2")]
    public void The_table_agrees_with_the_real_xdg_open(string name, string setup, string? gio, string? xdgMime)
    {
        // Later versions deviate; the table is the one of Debian 12.
        if (!File.ReadAllText(Tool.Path("xdg-mime")).Contains("xdg-mime 1.1.3", StringComparison.Ordinal))
            return;

        using var desktop = new Desktop().Apply(setup);
        desktop.Environment["DISPLAY"] = ":77"; // Without a display it tries text browsers only; nothing connects to it.
        desktop.Environment["BROWSER"] = "/bin/false";
        if (desktop.Environment.Variables.GetValueOrDefault("XDG_CURRENT_DESKTOP") is not null)
        {
            var (_, id) = desktop.Run(Tool.Path("xdg-mime"), "query", "default", "x-scheme-handler/zz"); // Under a desktop it knows, xdg-open asks gio.
            id.Trim().Should().Be(xdgMime is null ? "" : $"{xdgMime}.desktop", name);
            return;
        }

        var (code, text) = desktop.Run(Tool.Path("xdg-open"), "zz:1");

        (code == 0).Should().Be(xdgMime is not null, "{0} (gio: {1}): {2}", name, gio, text);
    }
}
