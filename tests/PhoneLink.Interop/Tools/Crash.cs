using System.Runtime.Versioning;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Interop.Tools;

/// <summary>Runs the program that registers and dies, on a test's desktop.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Crash
{
    /// <summary>128 and SIGKILL, as a shell says it too.</summary>
    public const int Killed = 128 + 9;

    /// <summary>Runs a scenario to its end.</summary>
    public static async Task<(int Code, string Errors)> RunAsync(RegisteredDesktop desktop, params string[] arguments)
    {
        var (code, _, errors) = await Sample.RunAsync(Sample.Crash, arguments, VariablesOf(desktop));
        return (code, errors);
    }

    private static Dictionary<string, string?> VariablesOf(RegisteredDesktop desktop) =>
        desktop.Desktop.Environment.Variables.ToDictionary(static pair => pair.Key, static string? (pair) => pair.Value, StringComparer.Ordinal);
}
