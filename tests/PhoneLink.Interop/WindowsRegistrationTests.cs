using System.Runtime.Versioning;
using System.Text.Json;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration.Windows;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>Registration in a registry that other programs read, and a shell that starts what is registered.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WindowsRegistrationTests(Wine wine) : IClassFixture<Wine>
{
    private string Program => wine.Path("windows/PhoneLink.Windows.exe");

    private string Command => $"\"{Program}\" --phonelink -- \"%1\"";

    [ToolFact("wine", "wineserver")]
    [Requirement("WREG-20")]
    public async Task A_users_scheme_is_registered_as_reg_sees_it_started_by_the_shell_and_gone_without_a_trace()
    {
        var before = await wine.ExportRegistryAsync();
        await wine.RunAsync("bridge", "domycall");
        try
        {
            (await wine.AdminAsync("register", "domycall", "-e", Program, "-n", "Contoso Phone")).ExitCode.Should().Be(0);

            (await wine.QueryRegistryAsync(@"HKCU\Software\Classes\domycall")).Should().Equal(
                @"HKEY_CURRENT_USER\Software\Classes\domycall",
                "    (Default)    REG_SZ    URL:Contoso Phone",
                "    URL Protocol    REG_SZ    ",
                @"HKEY_CURRENT_USER\Software\Classes\domycall\DefaultIcon",
                $"    (Default)    REG_SZ    {Program},0",
                @"HKEY_CURRENT_USER\Software\Classes\domycall\shell",
                "    (Default)    REG_SZ    open",
                @"HKEY_CURRENT_USER\Software\Classes\domycall\shell\open",
                @"HKEY_CURRENT_USER\Software\Classes\domycall\shell\open\command",
                $"    (Default)    REG_SZ    {Command}");
            (await StatusAsync("domycall")).Should().Be((0, "Default", Program));
            (await wine.AdminAsync("verify", "domycall", "-e", Program, "-n", "Contoso Phone")).ExitCode.Should().Be(0);
            (await wine.RunAsync("shell", "domycall:+4722510000?name=Kari%20%22Q%22")).Should().Equal(
                "accepted domycall:+4722510000?name=Kari%20%22Q%22\t--phonelink|--|domycall:+4722510000?name=Kari%20%22Q%22");

            (await wine.AdminAsync("unregister", "domycall")).ExitCode.Should().Be(0);
            (await StatusAsync("domycall")).Should().Be((1, "NotRegistered", null));
        }
        finally
        {
            await wine.RunAsync("unbridge", "domycall");
        }

        (await wine.ExportRegistryAsync()).Should().Equal(before);
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("WREG-21")]
    public async Task A_hostile_link_is_refused_or_is_one_value()
    {
        var links = new[]
        {
            "domycall:+4722510000", "DOMYCALL:+4722510000", "domycall:%2B4722510000?name=a%26b%3Dc", "domycall:+4722510000\" --evil \"x", "domycall:+4722510000\\\" --evil",
            "domycall:\"quoted\"", "domycall:a\\", "domycall:%SystemRoot%", "domycall:+47 22 51", "domycall:+47%0d%0aEvil", "domycall:--help", "domycall:%1%2", "domycall:%22", "domycall:æøå",
        };
        await wine.RunAsync("machine", "register", "domycall", Program);

        var seen = await wine.RunAsync("shell", links);

        await wine.RunAsync("machine", "unregister", "domycall", Program);
        seen.Should().Equal(
            "accepted domycall:+4722510000\t--phonelink|--|domycall:+4722510000",
            "accepted DOMYCALL:+4722510000\t--phonelink|--|DOMYCALL:+4722510000",
            "accepted domycall:%2B4722510000?name=a%26b%3Dc\t--phonelink|--|domycall:%2B4722510000?name=a%26b%3Dc",
            "refused WrongShape\t--phonelink|--|domycall:+4722510000|--evil|x",
            "refused WrongShape\t--phonelink|--|domycall:+4722510000\" --evil",
            "refused WrongShape\t--phonelink|--|domycall:quoted",
            "refused WrongShape\t--phonelink|--|domycall:a\"",
            "refused ForbiddenText\t--phonelink|--|domycall:C:\\windows",
            "refused ForbiddenText\t--phonelink|--|domycall:+47 22 51",
            "refused ForbiddenText\t--phonelink|--|domycall:+47%0d%0aEvil",
            "refused ForbiddenText\t--phonelink|--|domycall:--help",
            "refused ForbiddenText\t--phonelink|--|domycall:%1%2",
            "refused ForbiddenText\t--phonelink|--|domycall:%22",
            "refused ForbiddenText\t--phonelink|--|domycall:æøå");
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("WREG-20")]
    public async Task A_machines_schemes_are_registered_and_gone_without_a_trace()
    {
        var before = await wine.ExportRegistryAsync();

        (await wine.RunAsync("machine", "register", "domycall", Program)).Should().Equal("Default");
        (await wine.RunAsync("shell", "domycall:+47")).Should().Equal("accepted domycall:+47\t--phonelink|--|domycall:+47");
        (await wine.RunAsync("machine", "register", "tel", Program)).Should().Equal("Registered");
        (await wine.QueryRegistryAsync(@"HKLM\Software\RegisteredApplications")).Should().Contain(@"    Contoso Phone    REG_SZ    Software\Clients\PhoneLink\Contoso Phone\Capabilities");
        (await wine.QueryRegistryAsync(@"HKLM\Software\Clients\PhoneLink")).Should().Contain("    tel    REG_SZ    com.contoso.tel").And.Contain("    ApplicationDescription    REG_SZ    Contoso Phone: opens telephone links");
        (await wine.QueryRegistryAsync(@"HKLM\Software\Classes\com.contoso.tel\shell\open\command")).Should().Contain($"    (Default)    REG_SZ    {Command}");
        (await wine.RunAsync("machine", "unregister", "domycall", Program)).Should().Equal("NotRegistered");
        (await wine.RunAsync("machine", "unregister", "tel", Program)).Should().Equal("NotRegistered");

        (await wine.ExportRegistryAsync()).Should().Equal(before);
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("WREG-12")]
    public async Task A_program_that_a_user_owns_is_not_registered_for_the_machine()
    {
        var before = await wine.ExportRegistryAsync();

        var result = await wine.AdminAsync("register", "domycall", "-e", Program, "-n", "Contoso Phone", "--scope", "machine");

        result.ExitCode.Should().Be(3);
        result.Output.Should().Contain("Others than administrators may write");
        (await wine.ExportRegistryAsync()).Should().Equal(before);
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("WREG-20")]
    public async Task A_users_shared_scheme_is_a_choice_and_gone_without_a_trace()
    {
        var before = await wine.ExportRegistryAsync();

        var registered = await wine.AdminAsync("register", "tel", "-e", Program, "-n", "Contoso Phone", "--id", "com.contoso.phone");
        registered.ExitCode.Should().Be(0, registered.Output);
        registered.Output.Should().Contain("ms-settings:defaultapps");
        (await wine.QueryRegistryAsync(@"HKCU\Software\Clients\PhoneLink")).Should().Contain("    tel    REG_SZ    com.contoso.phone");
        (await StatusAsync("tel")).Status.Should().Be("Registered");
        (await wine.AdminAsync("unregister", "tel", "--id", "com.contoso.phone")).ExitCode.Should().Be(0);

        (await wine.ExportRegistryAsync()).Should().Equal(before);
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("LSTN-15")]
    public async Task Clicks_at_once_come_to_one_process_by_a_pipe()
    {
        Directory.CreateDirectory(wine["listening"]);
        await File.WriteAllTextAsync(wine["windows/listen.txt"], wine.Path("listening"));
        await wine.RunAsync("machine", "register", "domycall", Program);
        var links = Enumerable.Range(0, 5).Select(static i => $"domycall:+472251000{i}").ToArray();

        var codes = await wine.RunAsync("clicks", links);

        await wine.RunAsync("machine", "unregister", "domycall", Program);
        File.Delete(wine["windows/listen.txt"]);
        codes.Should().Equal("0", "0", "0", "0", "0");
        var reader = Directory.GetFiles(wine["listening"], "read.*").Should().ContainSingle("one process listens").Which;
        (await File.ReadAllLinesAsync(reader)).Select(static line => line.Split(' ')[1]).Should().BeEquivalentTo(links);
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("WREG-5")]
    public async Task A_thousand_command_lines_are_split_as_the_system_splits_them()
    {
        var random = new Random(42);
        string Word(string alphabet, int least, int most) => new([.. Enumerable.Range(0, random.Next(least, most)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
        var made = Enumerable.Range(0, 1000).Select(_ => (Program: Word(@"C:\ab ()-", 1, 20), Arguments: Enumerable.Range(0, random.Next(5)).Select(_ => Word(" \t\"\\ab%'", 0, 12)).ToList())).ToList();
        await File.WriteAllLinesAsync(wine["lines.txt"], made.Select(static line => WindowsCommandLine.Join(line.Program, line.Arguments)));

        (await wine.RunAsync("split", wine.Path("lines.txt"))).Should().Equal(made.Select(static line => string.Join('\u0001', [line.Program, .. line.Arguments])));
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("WREG-22")]
    public async Task Two_processes_that_register_at_once_lose_nothing()
    {
        var before = await wine.ExportRegistryAsync();
        var schemes = new[] { "tel", "sip", "callto", "sips" };

        var registered = await Task.WhenAll(schemes.Select(scheme => wine.AdminAsync("register", scheme, "-e", Program, "-n", "Contoso Phone")));
        registered.Should().OnlyContain(static result => result.ExitCode == 0);
        var list = await wine.AdminAsync("list");
        list.Output.Split('\n').Count(static line => line.Contains("Contoso Phone", StringComparison.Ordinal)).Should().Be(schemes.Length, list.Output);
        var removed = await Task.WhenAll(schemes.Select(scheme => wine.AdminAsync("unregister", scheme)));

        removed.Should().OnlyContain(static result => result.ExitCode == 0);
        (await wine.ExportRegistryAsync()).Should().Equal(before);
    }

    private async Task<(int ExitCode, string? Status, string? Executable)> StatusAsync(string scheme)
    {
        var (exitCode, output) = await wine.AdminAsync("status", scheme, "--json");
        using var json = JsonDocument.Parse(output);
        var status = json.RootElement.GetProperty("status");
        return (exitCode, status.GetProperty("status").GetString(), status.TryGetProperty("executable", out var executable) ? executable.GetString() : null);
    }
}
