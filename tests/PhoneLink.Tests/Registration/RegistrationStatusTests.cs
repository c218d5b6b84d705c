using System.Runtime.Versioning;
using PhoneLink.Registration;

namespace PhoneLink.Tests.Registration;

[UnsupportedOSPlatform("windows")]
public sealed class RegistrationStatusTests
{
    private const string Other = "+data/applications/other.desktop";
    private const string OtherFirst = "[Default Applications]\nx-scheme-handler/domycall=other.desktop;phonelink-domycall.desktop;\n";

    [Fact]
    [Requirement("REG-19")]
    public async Task Nobody_has_the_scheme()
    {
        using var desktop = new RegisteredDesktop();

        (await desktop.Registrar.GetStatusAsync("domycall")).Should().Be(new RegistrationInfo(RegistrationStatus.NotRegistered));
    }

    [Fact]
    [Requirement("REG-19")]
    public async Task Another_program_has_the_scheme()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.Apply(Other).With("config/mimeapps.list", OtherFirst);

        (await desktop.Registrar.GetStatusAsync("domycall")).Should().Be(new RegistrationInfo(RegistrationStatus.NotRegistered) { OwnerId = "other.desktop", OwnerName = "other", Executable = "/bin/true" });
    }

    [Fact]
    [Requirement("REG-19")]
    public async Task The_user_has_chosen_another_program()
    {
        using var desktop = new RegisteredDesktop();
        await desktop.ApplyAsync();
        desktop.Desktop.Apply(Other).With("config/mimeapps.list", OtherFirst);

        var info = await desktop.Registrar.GetStatusAsync("domycall");

        info.Status.Should().Be(RegistrationStatus.Candidate);
        info.OwnerId.Should().Be("other.desktop");
    }

    [Fact]
    [Requirement("REG-19")]
    public async Task The_program_is_filed_but_nothing_is_started()
    {
        using var desktop = new RegisteredDesktop();
        await desktop.ApplyAsync();
        File.Delete(desktop.Lists);

        var info = await desktop.Registrar.GetStatusAsync("domycall");

        info.Should().Be(new RegistrationInfo(RegistrationStatus.Registered) { OwnerId = "phonelink-domycall.desktop", OwnerName = "Contoso Phone", Executable = desktop.Program });
    }

    [Theory]
    [InlineData("bin/phone")]
    [InlineData("my app/phone")]
    [Requirement("REG-19")]
    public async Task The_program_is_gone(string program)
    {
        using var desktop = new RegisteredDesktop(program);
        await desktop.ApplyAsync();
        File.Delete(desktop.Program);

        var info = await desktop.Registrar.GetStatusAsync("domycall");

        info.Status.Should().Be(RegistrationStatus.Stale);
        info.Executable.Should().Be(desktop.Program);
    }

    [Fact]
    [Requirement("REG-19")]
    public async Task The_desktops_own_list_decides()
    {
        using var desktop = new RegisteredDesktop();
        await desktop.ApplyAsync();
        desktop.Desktop.Apply($"{Other} | config/gnome-mimeapps.list: [Default Applications]~x-scheme-handler/domycall=other.desktop");

        (await desktop.Registrar.GetStatusAsync("domycall")).Status.Should().Be(RegistrationStatus.Default);
        desktop.Desktop.Environment["XDG_CURRENT_DESKTOP"] = "GNOME";
        (await desktop.Registrar.GetStatusAsync("domycall")).Status.Should().Be(RegistrationStatus.Candidate);
    }

    [Fact]
    [Requirement("REG-19")]
    public async Task The_status_of_what_is_no_scheme_is_refused()
    {
        using var desktop = new RegisteredDesktop();

        (await desktop.Registrar.Awaiting(static it => it.GetStatusAsync("x/../y")).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.InvalidScheme);
    }
}
