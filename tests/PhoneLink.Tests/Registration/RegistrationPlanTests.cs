using System.Runtime.Versioning;
using PhoneLink.Registration;

namespace PhoneLink.Tests.Registration;

[UnsupportedOSPlatform("windows")]
public sealed class RegistrationPlanTests
{
    [Fact]
    [Requirement("REG-1")]
    public void Plan_tells_every_change_and_makes_none()
    {
        using var desktop = new RegisteredDesktop();
        var before = desktop.Snapshot();

        var plan = desktop.Registrar.Plan(desktop.Wanted with { Scheme = "DoMyCall" });

        plan.Registration.Scheme.Should().Be("domycall");
        plan.Steps.Select(static step => step.Target).Should().Equal(desktop.Entry, desktop.Lists, desktop.Desktop["data/applications/mimeinfo.cache"]);
        plan.ToString().Should().StartWith($"Register domycall: links for Contoso Phone ({desktop.Program})\n1. Write {desktop.Entry}:\n   [Desktop Entry]\n")
            .And.Contain("2. Put phonelink-domycall.desktop first for x-scheme-handler/domycall").And.Contain("3. Run update-desktop-database");
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-2")]
    public async Task The_desktop_file_is_exactly_this()
    {
        using var desktop = new RegisteredDesktop();

        await desktop.ApplyAsync(static wanted => wanted with { DisplayName = " Contoso\\Phöne" });

        (await File.ReadAllTextAsync(desktop.Entry)).Should().Be(
            $"[Desktop Entry]\nType=Application\nName=\\sContoso\\\\Phöne\nExec={desktop.Program} --phonelink -- %u\nTerminal=false\nNoDisplay=true\n" +
            "MimeType=x-scheme-handler/domycall;\nX-PhoneLink-Owner=phonelink-domycall\n");
    }

    [Theory]
    [InlineData("my app/phone")]
    [InlineData("100%/phone")]
    [InlineData("a$b/phone")]
    [InlineData("a=b/phone")]
    [InlineData("a\"b/phone")]
    [InlineData("Büro/phone")]
    [InlineData("a;b'c/pho ne")]
    [Requirement("REG-3")]
    public async Task A_program_under_a_difficult_path_gets_a_plain_launcher(string program)
    {
        using var desktop = new RegisteredDesktop(program);

        await desktop.ApplyAsync();

        var launcher = desktop.Desktop["data/phonelink/phonelink-domycall"];
        new FileInfo(launcher).LinkTarget.Should().Be(desktop.Program);
        (await File.ReadAllTextAsync(desktop.Entry)).Should().Contain($"Exec={launcher} --phonelink -- %u\n");
        desktop.Desktop.Resolver.Resolve("domycall", HandlerRules.Gio)!.ProgramPath.Should().Be(launcher);
        desktop.Desktop.Resolver.Resolve("domycall", HandlerRules.XdgMime)!.ProgramPath.Should().Be(launcher);
    }

    [Fact]
    [Requirement("REG-3")]
    public async Task A_difficult_data_directory_leads_to_quotes_and_the_plan_says_so()
    {
        using var desktop = new RegisteredDesktop("my \"$app\\x/phone");
        desktop.Desktop.Environment["XDG_DATA_HOME"] = desktop.Desktop["da ta"];

        var plan = desktop.Registrar.Plan(desktop.Wanted);
        await desktop.Registrar.ApplyAsync(plan);

        plan.ToString().Should().Contain("Exec is quoted");
        desktop.Desktop.Resolver.Resolve("domycall", HandlerRules.Gio)!.ProgramPath.Should().Be(desktop.Program);
    }

    [Theory]
    [InlineData("da%ta")]
    [InlineData("da=ta")]
    [Requirement("REG-3")]
    public void Plan_refuses_paths_that_no_opener_can_start(string data)
    {
        using var desktop = new RegisteredDesktop("100%/phone");
        desktop.Desktop.Environment["XDG_DATA_HOME"] = desktop.Desktop[data];

        desktop.Invoking(static it => it.Registrar.Plan(it.Wanted)).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.NotSupported);
    }

    [Theory]
    [InlineData("", RegistrationFailure.InvalidScheme)]
    [InlineData("a", RegistrationFailure.InvalidScheme)]
    [InlineData("1ab", RegistrationFailure.InvalidScheme)]
    [InlineData("do my", RegistrationFailure.InvalidScheme)]
    [InlineData("tél", RegistrationFailure.InvalidScheme)]
    [InlineData("https", RegistrationFailure.InvalidScheme)]
    [InlineData("HTTPS", RegistrationFailure.InvalidScheme)]
    [InlineData("javascript", RegistrationFailure.InvalidScheme)]
    [InlineData("ms-settings", RegistrationFailure.InvalidScheme)]
    [InlineData("x\n[y]", RegistrationFailure.InvalidScheme)]
    [Requirement("REG-4")]
    public void Plan_refuses_schemes_that_nobody_may_register(string scheme, RegistrationFailure failure) =>
        FailureOf(wanted => wanted with { Scheme = scheme }).Should().Be(failure);

    [Theory]
    [InlineData("tel")]
    [InlineData("callto")]
    [InlineData("sip")]
    [InlineData("sips")]
    [InlineData("sms")]
    [InlineData("facetime")]
    [InlineData("web+call.v2")]
    [Requirement("REG-4")]
    public async Task Apply_registers_shared_and_private_schemes(string scheme)
    {
        using var desktop = new RegisteredDesktop();

        await desktop.ApplyAsync(wanted => wanted with { Scheme = scheme });

        desktop.Desktop.Resolver.Resolve(scheme, HandlerRules.Gio)!.ProgramPath.Should().Be(desktop.Program);
    }

    [Theory]
    [InlineData("")]
    [InlineData("phone")]
    [InlineData("./phone")]
    [InlineData("/nowhere/phone")]
    [InlineData("/bin")]
    [InlineData("/bin/../bin/true")]
    [InlineData("/bin/sh")]
    [InlineData("/usr/bin/env")]
    [InlineData("ROOT/bin/python3.12")]
    [InlineData("ROOT/bin/phone.cmd")]
    [InlineData("ROOT/bin/phone.BAT")]
    [InlineData("ROOT/bin/link-to-shell")]
    [InlineData("ROOT/bin/not-executable")]
    [InlineData("/bin/true\nExec=/bin/false")]
    [Requirement("REG-5")]
    public void Plan_refuses_what_is_no_program_of_its_own(string executable)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.WithProgram("bin/python3.12").WithProgram("bin/phone.cmd").WithProgram("bin/phone.BAT").With("bin/not-executable", "x");
        File.CreateSymbolicLink(desktop.Desktop["bin/link-to-shell"], "/bin/sh");

        FailureOf(wanted => wanted with { Executable = executable.Replace("ROOT", desktop.Desktop.Root, StringComparison.Ordinal) })
            .Should().Be(RegistrationFailure.InvalidExecutable);
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData(" ", "a")]
    [InlineData("a\nExec=/bin/sh", "a")]
    [InlineData("a\u0085b", "a")]
    [InlineData("a\u2028b", "a")]
    [InlineData("Phone", "")]
    [InlineData("Phone", "../../x")]
    [InlineData("Phone", "a/b")]
    [InlineData("Phone", "a..b")]
    [InlineData("Phone", "com.7up")]
    [InlineData("Phone", "x.desktop")]
    [InlineData("Phone", "a\n")]
    [Requirement("REG-6")]
    public void Plan_refuses_names_that_cannot_be_written(string displayName, string applicationId) =>
        FailureOf(wanted => wanted with { DisplayName = displayName, ApplicationId = applicationId }).Should().Be(RegistrationFailure.InvalidName);

    [Fact]
    [Requirement("REG-7")]
    public void Plan_says_what_is_not_supported()
    {
        FailureOf(static wanted => wanted with { Scope = RegistrationScope.Machine }).Should().Be(RegistrationFailure.NotSupported);

        using var desktop = new RegisteredDesktop();
        desktop.Desktop.Environment["SNAP"] = "/snap/x";
        desktop.Invoking(static it => it.Registrar.Plan(it.Wanted)).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.NotSupported);
    }

    [Fact]
    [Requirement("REG-7")]
    public void Plan_says_when_there_is_no_home()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.Environment["XDG_DATA_HOME"] = "relative/data";
        desktop.Desktop.Environment.Remove("HOME");

        desktop.Invoking(static it => it.Registrar.Plan(it.Wanted)).Should().Throw<RegistrationException>().WithMessage("*neither XDG_DATA_HOME nor HOME*");
    }

    private static RegistrationFailure? FailureOf(Func<ProtocolRegistration, ProtocolRegistration> change)
    {
        using var desktop = new RegisteredDesktop();
        return desktop.Invoking(it => it.Registrar.Plan(change(it.Wanted))).Should().Throw<RegistrationException>().Which.Failure;
    }

    [Theory]
    [InlineData(RegistrationTarget.Windows, @"C:\Contoso\phone.exe", @"HKEY_CURRENT_USER\Software\Classes\domycall")]
    [InlineData(RegistrationTarget.Linux, "/opt/contoso/phone", "~/.local/share/applications/phonelink-domycall.desktop")]
    [InlineData(RegistrationTarget.MacOS, "/Applications/Contoso.app/Contents/MacOS/phone", "CFBundleURLSchemes")]
    [Requirement("WREG-19")]
    public async Task A_plan_for_any_system_can_be_read_and_not_applied(RegistrationTarget target, string executable, string expected)
    {
        using var desktop = new RegisteredDesktop();
        var before = desktop.Snapshot();

        var plan = ProtocolRegistrar.PlanFor(target, new("domycall", "Contoso Phone", executable));

        plan.ToString().Should().Contain(expected);
        await desktop.Registrar.Awaiting(it => it.ApplyAsync(plan)).Should().ThrowAsync<ArgumentException>();
        FluentActions.Invoking(() => ProtocolRegistrar.PlanFor(target, new("domycall", "Contoso Phone", "phone"))).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.InvalidExecutable);
        desktop.Snapshot().Should().Equal(before);
    }
}
