using System.Runtime.Versioning;

namespace PhoneLink.Tests.Platform;

/// <summary>The table against the real tools; a case whose tool is missing says so and proves nothing.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HandlerResolverInteropTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(HandlerCases.All), MemberType = typeof(HandlerCases))]
    [Requirement("PLAT-1")]
    public void The_table_agrees_with_the_real_gio(string name, string setup, string? gio, string? xdgMime)
    {
        if (Missing("gio") is not { } program)
            return;

        using var desktop = new Desktop().Apply(setup);
        var (_, text) = desktop.Run(program, "mime", "x-scheme-handler/zz");
        var first = text.Split('\n').FirstOrDefault(static line => line.StartsWith("Default application for", StringComparison.Ordinal));

        first?[(first.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Should().Be(gio is null ? null : $"{gio}.desktop", "{0} (xdg-mime: {1}): {2}", name, xdgMime, text);
        if (gio is null)
            text.Should().Contain("No default applications");
    }

    [Theory]
    [MemberData(nameof(HandlerCases.All), MemberType = typeof(HandlerCases))]
    [Requirement("PLAT-2")]
    public void The_table_agrees_with_the_real_xdg_open(string name, string setup, string? gio, string? xdgMime)
    {
        if (Missing("xdg-open") is not { } program || Missing("xdg-mime") is not { } mime || !File.ReadAllText(mime).Contains("xdg-mime 1.1.3", StringComparison.Ordinal))
            return;

        using var desktop = new Desktop().Apply(setup);
        desktop.Environment["DISPLAY"] = ":77"; // Without a display it tries text browsers only; nothing connects to it.
        desktop.Environment["BROWSER"] = "/bin/false";
        if (desktop.Environment.Variables.GetValueOrDefault("XDG_CURRENT_DESKTOP") is not null)
        {
            var (_, id) = desktop.Run(mime, "query", "default", "x-scheme-handler/zz"); // Under a desktop it knows, xdg-open asks gio.
            id.Trim().Should().Be(xdgMime is null ? "" : $"{xdgMime}.desktop", name);
            return;
        }

        var (code, text) = desktop.Run(program, "zz:1");

        (code == 0).Should().Be(xdgMime is not null, "{0} (gio: {1}): {2}", name, gio, text);
    }

    private string? Missing(string tool)
    {
        var path = ExecutableSearch.Find(tool, PhysicalFileSystem.Instance, SystemEnvironment.Instance);
        if (path is null)
            output.WriteLine($"SKIPPED: {tool} is not installed.");

        return path;
    }
}
