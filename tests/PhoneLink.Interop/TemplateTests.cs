using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The template, as a vendor gets it: installed, a project made, built against the packed package, run.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TemplateTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Program => _directory["made/bin/Debug/net10.0/Contoso.Phone"];

    private Dictionary<string, string?> Variables => new(StringComparer.Ordinal)
    {
        ["HOME"] = _directory.Path,
        ["XDG_DATA_HOME"] = _directory["data"],
        ["XDG_CONFIG_HOME"] = _directory["config"],
        ["XDG_RUNTIME_DIR"] = null,
        ["DISPLAY"] = null,
        ["WAYLAND_DISPLAY"] = null,
    };

    public void Dispose() => _directory.Dispose();

    [ToolFact("script")]
    [Requirement("ACT-9")]
    [Requirement("TMPL-1")]
    public async Task A_handler_of_the_template_refuses_strangers_arguments_and_blocks_without_a_person()
    {
        foreach (var project in new[] { "PhoneLink", "PhoneLink.Templates" })
            await Dotnet.RunAsync("pack", Path.Combine(Sample.Root, "src", project), "-c", "Release", "--artifacts-path", _directory["build"], "-o", _directory["packages"]);

        var hive = new[] { "--debug:custom-hive", _directory["hive"] };
        await Dotnet.RunAsync(["new", "install", Directory.GetFiles(_directory["packages"], "PhoneLink.Templates.*.nupkg").Should().ContainSingle().Which, .. hive]);
        await Dotnet.RunAsync(["new", "phonelink-handler", "-n", "Contoso.Phone", "-o", _directory["made"], "--scheme", "contosocall", "--product", "Contoso Phone", .. hive]);
        Directory.CreateDirectory(_directory["data/applications"]);
        await BuildAsync();

        var hostile = await RunAsync("--phonelink", "--", "contosocall:+4722517000", "--evil");
        (hostile.Code, hostile.Output).Should().Be((2, ""));
        hostile.Errors.Should().StartWith("Contoso Phone: The arguments are not those of an activation");

        var foreign = await RunAsync("--phonelink", "--", "mycompanycall:+4722517000");
        (foreign.Code, foreign.Errors.Trim()).Should().Be((0, "Contoso Phone: The link was refused: ForeignScheme."));

        var good = await RunAsync("--phonelink", "--", "contosocall:+4722517000");
        (good.Code, good.Errors).Should().Be((0, ""));
        good.Output.Should().StartWith("Contoso Phone: Blocked", "nobody is there to ask");

        using (var terminal = new Terminal(Program, ["--phonelink", "--", "contosocall:+4722517000"], Variables))
        {
            await terminal.WaitForAsync("Call +4722517000?");
            await terminal.TypeAsync("y");
            await terminal.WaitForAsync("[y/N] ");
            await terminal.TypeAsync(Terminal.Enter);
            await terminal.WaitForAsync("Contoso Phone: Blocked");
        }

        (await RunAsync("--install")).Output.Should().Contain("contosocall: ");
        Directory.EnumerateFiles(_directory["data/applications"], "*contosocall*").Should().NotBeEmpty();
        (await RunAsync("--uninstall")).Output.Should().Contain("no longer opened");
        Directory.EnumerateFiles(_directory["data/applications"], "*contosocall*").Should().BeEmpty();
    }

    private async Task BuildAsync()
    {
        _directory.Write("made/nuget.config", $"<configuration><packageSources><add key=\"packed\" value=\"{_directory["packages"]}\" /></packageSources></configuration>");
        _directory.Write("made/Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{_directory["restored"]}</RestorePackagesPath>
                <RestoreFallbackFolders>$(NuGetPackageRoot)</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
        await Dotnet.RunAsync("build", _directory["made"], "-p:TreatWarningsAsErrors=true");
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => Sample.RunAsync(Program, arguments, Variables);
}
