using System.Runtime.Versioning;

namespace PhoneLink.Tests.Platform;

[UnsupportedOSPlatform("windows")]
public sealed class HandlerResolverTests
{
    [Theory]
    [MemberData(nameof(HandlerCases.All), MemberType = typeof(HandlerCases))]
    [Requirement("PLAT-1")]
    public void Resolve_finds_what_gio_opens(string name, string setup, string? gio, string? xdgMime)
    {
        using var desktop = new Desktop().Apply(setup);

        IdOf(desktop.Resolver.Resolve("zz", HandlerRules.Gio)).Should().Be(gio, "{0} (xdg-mime: {1})", name, xdgMime);
    }

    [Theory]
    [MemberData(nameof(HandlerCases.All), MemberType = typeof(HandlerCases))]
    [Requirement("PLAT-2")]
    public void Resolve_finds_what_the_generic_xdg_open_opens(string name, string setup, string? gio, string? xdgMime)
    {
        using var desktop = new Desktop().Apply(setup);

        IdOf(desktop.Resolver.Resolve("zz", HandlerRules.XdgMime)).Should().Be(xdgMime, "{0} (gio: {1})", name, gio);
    }

    [Fact]
    [Requirement("PLAT-1")]
    public void Resolve_tells_file_program_and_name_and_takes_the_scheme_in_any_case()
    {
        using var desktop = new Desktop().WithProgram("bin/phone").With("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/zz=p.desktop\n");
        desktop.With("sys2/applications/p.desktop", "[Desktop Entry]\nType=Application\nName=A\\sphone\nExec=phone --call %u\nDBusActivatable=true\n\n[Desktop Action x]\nExec=other\nName=Other\n");

        var handler = desktop.Resolver.Resolve("ZZ", HandlerRules.Gio);

        handler.Should().Be(new ResolvedHandler("p.desktop", desktop["sys2/applications/p.desktop"])
        {
            ProgramPath = desktop["bin/phone"],
            Exec = "phone --call %u",
            IsDBusActivatable = true,
            Name = "A phone",
        });
    }

    [Fact]
    [Requirement("PLAT-1")]
    public void Resolve_keeps_symbolic_links_of_the_program()
    {
        using var desktop = new Desktop().Apply("+data/applications/a.desktop | config/mimeapps.list: [Default Applications]~x-scheme-handler/zz=a.desktop");
        Directory.CreateDirectory(desktop["bin"]);
        File.CreateSymbolicLink(desktop["bin/true-link"], "/bin/true");
        desktop.WithEntry("data/applications/a.desktop", exec: desktop["bin/true-link"] + " %u");

        desktop.Resolver.Resolve("zz", HandlerRules.Gio)!.ProgramPath.Should().Be(desktop["bin/true-link"]);
    }

    [Fact]
    [Requirement("PLAT-1")]
    public void Resolve_looks_at_the_system_only_when_there_is_no_home()
    {
        using var desktop = new Desktop().Apply("+sys1/applications/s.desktop | sys1/applications/mimeinfo.cache: [MIME Cache]~x-scheme-handler/zz=s.desktop");
        foreach (var variable in new[] { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME" })
            desktop.Environment.Remove(variable);

        IdOf(desktop.Resolver.Resolve("zz", HandlerRules.Gio)).Should().Be("s");
    }

    [Theory]
    [InlineData(HandlerRules.Gio)]
    [InlineData(HandlerRules.XdgMime)] // The real xdg-open follows the path; refusing it only means that no opener is run.
    [Requirement("PLAT-3")]
    public void Resolve_takes_no_path_for_an_id(object rules)
    {
        using var desktop = new Desktop().Apply("+data/applications/a.desktop | config/mimeapps.list: [Default Applications]~x-scheme-handler/zz=../applications/a.desktop");

        desktop.Resolver.Resolve("zz", (HandlerRules)rules).Should().BeNull();
    }

    private static string? IdOf(ResolvedHandler? handler) => handler?.DesktopId.Replace(".desktop", "", StringComparison.Ordinal);
}
