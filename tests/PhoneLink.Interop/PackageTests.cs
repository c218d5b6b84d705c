using System.IO.Compression;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The package, as somebody gets it who knows nothing of this repository.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    [Requirement("LOOP-4")]
    public async Task A_scratch_project_uses_the_packed_package()
    {
        await Dotnet.RunAsync("pack", Path.Combine(Sample.Root, "src", "PhoneLink"), "-c", "Release", "--artifacts-path", _directory["build"], "-o", _directory["packages"]);
        CheckContents(Directory.GetFiles(_directory["packages"], "PhoneLink.*.nupkg").Should().ContainSingle().Which);
        Directory.GetFiles(_directory["packages"], "PhoneLink.*.snupkg").Should().ContainSingle();

        WriteScratchProject();
        await Dotnet.RunAsync("build", _directory["scratch"]);
        var (code, output, errors) = await Sample.RunAsync("dotnet", [_directory["scratch/bin/Debug/net10.0/scratch.dll"]], Dotnet.Variables);

        code.Should().Be(0, errors);
        output.Trim().Should().Be("domycall:+4722517000?name=Joe%20%26%20sons DryRun");

        // What a reader of the README types first must compile.
        var readme = await File.ReadAllTextAsync(Path.Combine(Sample.Root, "README.md"));
        File.Delete(_directory["scratch/Call.cs"]);
        _directory.Write("scratch/Program.cs", readme.Split("```csharp\n")[1].Split("```")[0]);
        await Dotnet.RunAsync("build", _directory["scratch"], "-f", "net10.0", "--no-restore");
    }

    private void WriteScratchProject()
    {
        _directory.Write("scratch/nuget.config", $"<configuration><packageSources><add key=\"scratch\" value=\"{_directory["packages"]}\" /></packageSources></configuration>");
        _directory.Write("scratch/Directory.Build.props", "<Project />");
        _directory.Write("scratch/scratch.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>
                <OutputType Condition="'$(TargetFramework)' == 'netstandard2.0'">Library</OutputType>
                <LangVersion>latest</LangVersion>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{_directory["restored"]}</RestorePackagesPath>
                <RestoreFallbackFolders>$(NuGetPackageRoot)</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PhoneLink" Version="*-*" />
              </ItemGroup>
            </Project>
            """);
        _directory.Write("scratch/Call.cs", """
            using PhoneLink;

            public static class Call
            {
                public static async Task Main()
                {
                    var format = PhoneLinkFormat.Parse("domycall:%p?name=<attn>");
                    var phone = new TelephonyProviderBuilder(new LinkTelephonyProvider(format)).UseDefaults().Build();
                    var subject = new CallSubject { Person = new SubjectPerson { Name = "Joe & sons" } };
                    var result = await phone.DialAsync(new DialRequest(PhoneNumber.Parse("+47 22 51 70 00")) { Subject = subject, DryRun = true });
                    Console.WriteLine($"{result.Link!.OriginalText} {result.Status}");
                }
            }
            """);
    }

    private static void CheckContents(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        var files = archive.Entries.Select(static entry => entry.FullName).ToList();
        files.Should().Contain(["lib/net10.0/PhoneLink.dll", "lib/net10.0/PhoneLink.xml", "lib/netstandard2.0/PhoneLink.dll", "lib/netstandard2.0/PhoneLink.xml", "README.md"]);
        using var reader = new StreamReader(archive.GetEntry("PhoneLink.nuspec")!.Open());
        var manifest = reader.ReadToEnd();
        manifest.Should().Contain("<license type=\"expression\">MIT</license>").And.Contain("<readme>README.md</readme>");
        manifest.Should().NotContain("ApiAnalyzers", "build tools are not shipped");
    }
}
