using System.Runtime.Versioning;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop.Tools;

/// <summary>What every <see cref="Wine"/> begins with: a prefix and the programs, made once a run since each takes longer than most tests.</summary>
[UnsupportedOSPlatform("windows")]
internal static class WineImage
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TemporaryDirectory Made = OfThisRun();
    private static readonly Lazy<Task<string>> MadePrefix = new(MakePrefixAsync);
    private static readonly Lazy<Task<string>> MadeWindows = new(static () => PublishAsync(Path.Combine("tests", "PhoneLink.Windows"), "windows"));
    private static readonly Lazy<Task<string>> MadeAdmin = new(MakeAdminAsync);

    /// <summary>Gets the prefix, a Windows 10 in which nothing runs.</summary>
    public static Task<string> Prefix => MadePrefix.Value;

    /// <summary>Gets the directory of tests/PhoneLink.Windows, published.</summary>
    public static Task<string> Windows => MadeWindows.Value;

    /// <summary>Gets the directory of samples/PhoneLink.Admin, published as one file.</summary>
    public static Task<string> Admin => MadeAdmin.Value;

    /// <summary>Copies a part as it is, links and times included.</summary>
    public static async Task CopyAsync(Task<string> part, string to)
    {
        var (code, output, errors) = await Sample.RunAsync("cp", ["-a", await part, to], new Dictionary<string, string?>(), Path.GetTempPath());
        code.Should().Be(0, output + errors);
    }

    private static TemporaryDirectory OfThisRun()
    {
        var directory = new TemporaryDirectory();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => directory.Dispose();
        return directory;
    }

    private static async Task<string> MakePrefixAsync()
    {
        Directory.CreateDirectory(Made["prefix"]);
        // Without Mono and Gecko; later runs of .NET need mscoree again.
        await RunAsync("wineboot", ["-i"], "mscoree=;mshtml=");
        await RunAsync("wineserver", ["-w"]);
        await RunAsync("winecfg", ["-v", "win10"]);
        await RunAsync("wineserver", ["-w"]); // Until then the registry is in its memory only.
        return Made["prefix"];
    }

    private static async Task<string> MakeAdminAsync()
    {
        await Windows; // One after the other: both build the library, in one place.
        return await PublishAsync(Path.Combine("samples", "PhoneLink.Admin"), "admin"); // Compressed: Wine 8 cannot map what lies uncompressed in one file.
    }

    /// <summary>Builds apart from the solution's own output, which other tests are running from.</summary>
    private static async Task<string> PublishAsync(string project, string output)
    {
        await Dotnet.RunAsync("publish", Path.Combine(Sample.Root, project), "-c", "Release", "-r", "win-x64", "--self-contained", "--artifacts-path", Made["build"], "-o", Made[output], "-p:RunAnalyzers=false");
        return Made[output];
    }

    private static async Task RunAsync(string tool, string[] arguments, string overrides = Wine.Overrides)
    {
        var (exitCode, text) = await WineTool.RunAsync(Made.Path, Limit, tool, arguments, overrides);
        exitCode.Should().Be(0, $"{tool} said: {text}");
    }
}
