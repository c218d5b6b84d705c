using System.Runtime.Versioning;
using System.Text.Json;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Tests;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Interop;

/// <summary>The administrator's command line as a script uses it, published as one file.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class AdminTests(AdminProgram admin) : IClassFixture<AdminProgram>
{
    [ToolFact("dotnet")]
    [Requirement("ADM-1")]
    public async Task It_is_one_file()
    {
        (await RunAsync(null, "--version")).Code.Should().Be(0);

        admin.Files.Should().Equal("phonelink-admin");
    }

    [ToolFact("dotnet")]
    [Requirement("ADM-2")]
    public async Task A_registration_goes_through_all_its_commands_and_leaves_no_trace()
    {
        using var desktop = new RegisteredDesktop();
        var before = desktop.Snapshot();
        string[] wanted = ["domycall", "-e", desktop.Program, "-n", "Contoso Phone"];

        (await RunAsync(desktop, "status", "domycall")).Should().Be((1, "NotRegistered\t\t\t\n"));
        (await RunAsync(desktop, ["plan", .. wanted])).Output.Should().Contain("MimeType=x-scheme-handler/domycall;");
        (await RunAsync(desktop, ["register", .. wanted, "--dry-run"])).Should().Match<(int Code, string Output)>(static result => result.Code == 0 && result.Output.Contains("nothing was changed", StringComparison.Ordinal));
        desktop.Snapshot().Should().Equal(before);

        (await RunAsync(desktop, ["register", .. wanted])).Code.Should().Be(0);
        (await RunAsync(desktop, "status", "domycall")).Code.Should().Be(0);
        (await RunAsync(desktop, "list")).Output.Should().Be($"domycall\tphonelink-domycall\tContoso Phone\tUser\t{desktop.Program}\tDefault\n");
        (await RunAsync(desktop, ["verify", .. wanted])).Should().Be((0, "No problems.\n"));

        File.Delete(desktop.Lists);
        (await RunAsync(desktop, "verify-all")).Should().Match<(int Code, string Output)>(static result => result.Code == 1 && result.Output.Contains("NotInPlace", StringComparison.Ordinal));
        (await RunAsync(desktop, ["repair", .. wanted, "--dry-run"])).Code.Should().Be(1);
        (await RunAsync(desktop, ["repair", .. wanted])).Code.Should().Be(0);
        (await RunAsync(desktop, "verify-all")).Code.Should().Be(0);

        (await RunAsync(desktop, "unregister", "domycall", "--dry-run")).Code.Should().Be(0);
        (await RunAsync(desktop, "unregister", "domycall")).Code.Should().Be(0);
        (await RunAsync(desktop, "unregister", "domycall")).Code.Should().Be(1);
        desktop.Snapshot().Should().Equal(before);
    }

    [ToolTheory("dotnet")]
    [InlineData(2, "register")]
    [InlineData(2, "register", "domycall", "--exe", "/bin/true")]
    [InlineData(2, "frobnicate")]
    [InlineData(2, "plan", "domycall", "-e", "/x", "-n", "x", "--for", "beos")]
    [InlineData(3, "register", "http", "-e", "/bin/true", "-n", "x")]
    [InlineData(3, "register", "domycall", "-e", "true", "-n", "x")]
    [InlineData(3, "register", "domycall", "-e", "/bin/sh", "-n", "x")]
    [InlineData(3, "export", "reg", "domycall", "-e", "/bin/true", "-n", "x")]
    [InlineData(3, "export", "chrome", "domycall", "-e", "/bin/true", "-n", "x", "-o", "*")]
    [InlineData(4, "register", "tel", "-e", "/bin/ls", "-n", "x")]
    [InlineData(5, "register", "domycall", "-e", "/bin/ls", "-n", "x", "--id", "denied")]
    [InlineData(6, "register", "domycall", "-e", "/bin/ls", "-n", "x", "--scope", "machine")]
    [InlineData(7, "export", "plist", "domycall", "-e", "/bin/ls", "-n", "x", "--to", "/nowhere/at/all.plist")]
    [Requirement("ADM-3")]
    public async Task Each_failure_has_its_exit_code_and_changes_nothing(int expected, params string[] arguments)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/tel=other.desktop\n").WithEntry("data/applications/other.desktop", "MimeType=x-scheme-handler/tel;");
        if (arguments.Contains("denied"))
            Deny(desktop, desktop.Desktop["config"]);

        var before = desktop.Snapshot();

        var result = await RunAsync(desktop, arguments);
        var asJson = await RunAsync(desktop, [.. arguments, "--json"]);

        result.Code.Should().Be(expected, result.Output);
        result.Output.Should().NotContain("   at ", "a user wants no stack");
        asJson.Code.Should().Be(expected, asJson.Output);
        if (expected > 2)
            JsonDocument.Parse(asJson.Output).RootElement.GetProperty("error").GetProperty("message").GetString().Should().NotBeNullOrEmpty();

        desktop.Snapshot().Should().Equal(before);
    }

    [ToolFact("dotnet")]
    [Requirement("ADM-4")]
    public async Task With_json_a_script_reads_what_was_found()
    {
        using var desktop = new RegisteredDesktop();
        (await RunAsync(desktop, "register", "domycall", "-e", desktop.Program, "-n", "Contoso Phone", "--json")).Code.Should().Be(0);

        using var status = JsonDocument.Parse((await RunAsync(desktop, "status", "domycall", "--json")).Output);
        using var list = JsonDocument.Parse((await RunAsync(desktop, "list", "--json")).Output);

        status.RootElement.GetProperty("status").GetProperty("status").GetString().Should().Be("Default");
        status.RootElement.GetProperty("status").GetProperty("executable").GetString().Should().Be(desktop.Program);
        list.RootElement.GetProperty("registrations")[0].GetProperty("applicationId").GetString().Should().Be("phonelink-domycall");
    }

    [ToolFact("dotnet")]
    [Requirement("ADM-5")]
    public async Task A_plan_and_an_export_are_made_for_any_system()
    {
        using var desktop = new RegisteredDesktop();
        const string Program = @"C:\Program Files\Contoso\phone.exe";

        (await RunAsync(desktop, "plan", "tel", "--for", "windows", "-e", Program, "-n", "Contoso Phone")).Output.Should().Contain(@"HKEY_CURRENT_USER\Software\RegisteredApplications");
        (await RunAsync(desktop, "plan", "tel", "--for", "macos", "-e", "/Applications/Contoso.app/Contents/MacOS/phone", "-n", "Contoso Phone")).Output.Should().Contain("CFBundleURLTypes");
        (await RunAsync(desktop, "plan", "tel", "--for", "linux", "-e", "/opt/contoso/phone", "-n", "Contoso Phone")).Output.Should().Contain("~/.config/mimeapps.list");
        (await RunAsync(desktop, "export", "reg", "domycall", "-e", Program, "-n", "Contoso Phone", "--to", desktop.Desktop.Root)).Code.Should().Be(0);

        var expected = RegistrationExport.ToRegistryFile([new("domycall", "Contoso Phone", Program)]).ToBytes();
        (await File.ReadAllBytesAsync(desktop.Desktop["phonelink.reg"])).Should().Equal(expected);
    }

    /// <summary>Root may write everywhere, so to it the directory is another user's.</summary>
    private static void Deny(RegisteredDesktop desktop, string directory)
    {
        if (Environment.IsPrivilegedProcess)
            desktop.Desktop.Run("/bin/chown", "65534", directory).Code.Should().Be(0);
        else
            File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private async Task<(int Code, string Output)> RunAsync(RegisteredDesktop? desktop, params string[] arguments)
    {
        var program = await admin.Path;
        if (desktop is not null)
            return desktop.Desktop.Run(program, arguments);

        var (code, output, errors) = await Sample.RunAsync(program, arguments);
        return (code, output + errors);
    }
}
