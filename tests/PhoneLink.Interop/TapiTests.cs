using System.Runtime.Versioning;
using System.Text;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>The native side of Windows telephony, under Wine: its own library, and one that notes every byte. No real telephony service was seen.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TapiTests(Wine wine) : IClassFixture<Wine>
{
    private const string Compiler = "x86_64-w64-mingw32-gcc-win32";
    private const string Priorities = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Telephony\HandoffPriorities";

    [ToolFact("wine", "wineserver")]
    [Requirement("PROV-60")]
    [Requirement("PROV-63")]
    public async Task Wines_own_library_takes_calls_at_its_ansi_entry()
    {
        await WriteAsync("+4722517000", "+4722517000\tÅse Nordmann\tClick to dial\tContoso", "+4722517000\t日本");

        (await wine.RunAsync("tapi", wine.Path("calls.txt"))).Should().Equal("HandedOff None 0", "HandedOff None 0", "HandedOff None 0 code page");
    }

    [ToolFact("wine", "wineserver", Compiler)]
    [Requirement("PROV-60")]
    [Requirement("PROV-61")]
    [Requirement("PROV-62")]
    public async Task The_systems_library_gets_unicode_and_a_planted_one_nothing()
    {
        await InstallAsync("-DWIDE");
        await wine.RunAsync("tapi-status"); // The program is published now.
        await CompileAsync(wine["windows/tapi32.dll"], "Planted", "-DWIDE");
        await WriteAsync("+4722517000", $"02800\tÅse 日本 \U0001F600\t{new string('ø', 200)}\t{new string('x', 38)}\U0001F600", "+4722517000;12", "+4722517000\t\tBare");

        (await DialAsync()).Should().Equal("HandedOff None 0", "HandedOff None 0", "Invalid NotExpressible ", "HandedOff None 0");

        File.Delete(wine["windows/tapi32.dll"]);
        Calls(Encoding.Unicode).Should().Equal(
            ("System.W", "+4722517000", null, null, null),
            ("System.W", "02800", new('x', 38), "Åse 日本 \U0001F600", new('ø', 79)),
            ("System.W", "+4722517000", null, null, "Bare"));
    }

    [ToolFact("wine", "wineserver", Compiler)]
    [Requirement("PROV-60")]
    [Requirement("PROV-62")]
    [Requirement("PROV-63")]
    public async Task Without_a_unicode_entry_text_is_that_of_the_code_page_or_is_left_out()
    {
        await InstallAsync();
        await WriteAsync($"+4722517000\tÅse Bøe\t{new string('ø', 200)}\tContoso", "+4722517000\tA\uFF02B\tŁ\tContoso", "+4722517000\t\u2018K\u2019");

        (await DialAsync()).Should().Equal("HandedOff None 0", "HandedOff None 0 code page", "HandedOff None 0");

        Calls(Encoding.Latin1).Should().Equal(
            ("System.A", "+4722517000", "Contoso", "Åse Bøe", new('ø', 79)),
            ("System.A", "+4722517000", "Contoso", null, null),
            ("System.A", "+4722517000", null, "\x91K\x92", null));
    }

    [ToolFact("wine", "wineserver", Compiler)]
    [Requirement("PROV-65")]
    public async Task Each_code_comes_back_as_what_it_proves()
    {
        await InstallAsync("-DWIDE");
        await WriteAsync("+4722517000");
        var expected = new Dictionary<string, string>
        {
            ["0"] = "HandedOff None 0",
            ["-2"] = "NotDispatched NoHandler -2",
            ["-3"] = "NotDispatched BackEndBusy -3",
            ["-4"] = "Invalid InvalidNumber -4",
            ["-18"] = "Ambiguous Undecidable -18",
            ["-2147483648"] = "Ambiguous Undecidable -2147483648",
        };

        foreach (var (code, outcome) in expected)
            (await DialAsync(code)).Should().Equal(outcome);

        Calls(Encoding.Unicode).Should().HaveCount(expected.Count).And.OnlyContain(static call => call.Address == "+4722517000");
    }

    [ToolFact("wine", "wineserver", Compiler)]
    [Requirement("PROV-66")]
    public async Task A_library_that_hangs_is_left_behind()
    {
        await InstallAsync("-DWIDE");
        await WriteAsync("+4722517000");

        (await DialAsync(wait: "20000")).Should().Equal("Ambiguous TimedOut ");
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("PROV-68")]
    public async Task The_status_reads_whom_the_user_has_chosen()
    {
        (await wine.RunAsync("tapi-status")).Should().Equal("NoHandler ");
        await wine.AddToRegistryAsync(Priorities, "RequestMakeCall", "contoso.exe,dialer.exe");

        (await wine.RunAsync("tapi-status")).Should().Equal("Ready contoso.exe");
        await wine.DeleteFromRegistryAsync(Priorities);
    }

    private Task WriteAsync(params string[] calls)
    {
        File.Delete(wine["calls.log"]);
        return File.WriteAllLinesAsync(wine["calls.txt"], calls);
    }

    private async Task InstallAsync(params string[] options)
    {
        await CompileAsync(wine["tapi32.dll"], "System", options);
        await wine.InstallLibraryAsync(wine["tapi32.dll"]);
    }

    private static async Task CompileAsync(string library, string name, params string[] options)
    {
        var source = Path.Combine(Sample.Root, "tests", "PhoneLink.Interop", "Tools", "tapi32.c");
        var (code, output, errors) = await Sample.RunAsync(Tool.Path(Compiler), ["-shared", "-O1", "-Wall", "-Werror", $"-DNAME=\"{name}\"", .. options, "-o", library, source], new Dictionary<string, string?>(), Path.GetTempPath());
        code.Should().Be(0, output + errors);
    }

    private Task<IReadOnlyList<string>> DialAsync(string code = "0", string wait = "0") => wine.RunWithAsync(
        new Dictionary<string, string?>
        {
            ["WINEDLLOVERRIDES"] = $"{Wine.Overrides};tapi32=n,b",
            ["TAPI_LOG"] = wine.Path("calls.log"),
            ["TAPI_CODE"] = code,
            ["TAPI_WAIT"] = wait,
        },
        "tapi",
        wine.Path("calls.txt"));

    /// <summary>What the library has noted: its name and the four fields of each call.</summary>
    private List<(string Library, string? Address, string? Application, string? CalledParty, string? Comment)> Calls(Encoding encoding)
    {
        string? Decode(string field) => field == "null" ? null : encoding.GetString(Convert.FromHexString(field));
        return [.. File.ReadAllLines(wine["calls.log"]).Select(static line => line.Split('|')).Select(fields => (fields[0], Decode(fields[1]), Decode(fields[2]), Decode(fields[3]), Decode(fields[4])))];
    }
}
