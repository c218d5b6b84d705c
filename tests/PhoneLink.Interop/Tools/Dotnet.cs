namespace PhoneLink.Interop.Tools;

/// <summary>Runs the SDK as a stranger would.</summary>
internal static class Dotnet
{
    /// <summary>The test host's own build must not leak into the builds that are started here.</summary>
    public static IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBuildSDKsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
    };

    public static async Task RunAsync(params string[] arguments)
    {
        var (code, output, errors) = await Sample.RunAsync("dotnet", arguments, Variables, Path.GetTempPath());
        code.Should().Be(0, output + errors);
    }
}
