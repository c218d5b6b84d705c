using System.Diagnostics;
using System.Reflection;

namespace PhoneLink.Interop.Tools;

/// <summary>Programs of this repository, as they were built with the tests.</summary>
internal static class Sample
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string QuickStart { get; } = Program("samples/QuickStart", "QuickStart");

    public static string DialHandler { get; } = Program("samples/DialHandler", "DialHandler");

    public static string Web { get; } = Program("samples/ClickToDial.Web", "ClickToDial.Web");

    public static string Baresip { get; } = Program("samples/BaresipProvider", "BaresipProvider");

    public static string CustomProvider { get; } = Program("samples/CustomProvider", "CustomProvider");

    public static string Crash { get; } = Program("tests/PhoneLink.Crash", "PhoneLink.Crash");

    public static string Forwarder { get; } = Program("tests/PhoneLink.Aot", "PhoneLink.Aot");

    /// <summary>A program for .NET Framework.</summary>
    public static string Net48 { get; } = Path.Combine(Root, "tests/PhoneLink.Net48", "bin", Metadata("Configuration"), "net48", "PhoneLink.Net48.exe");

    /// <summary>Runs a program to its end, without a terminal.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? variables = null, string? directory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? System.IO.Path.GetTempPath(),
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    private static string Program(string project, string name) =>
        Path.Combine(Root, project, "bin", Metadata("Configuration"), "net10.0", OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static string Metadata(string key) =>
        typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
