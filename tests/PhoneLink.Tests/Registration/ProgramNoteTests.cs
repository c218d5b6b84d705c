using System.Runtime.Versioning;
using PhoneLink.Registration;
using PhoneLink.Registration.Freedesktop;

namespace PhoneLink.Tests.Registration;

/// <summary>A plan tells of a program that may go, move, or be changed by others.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ProgramNoteTests
{
    [Fact]
    [Requirement("REG-37")]
    public void A_good_program_needs_no_note()
    {
        using var desktop = new RegisteredDesktop("opt/contoso-phone/bin/phone");

        Notes(desktop).Should().BeEmpty();
    }

    [Theory]
    [InlineData("tmp/phone", true)]
    [InlineData("tmp/unpacked/bin/phone", true)]
    [InlineData("tmpx/phone", false)]
    [Requirement("REG-37")]
    public void A_program_in_a_directory_for_temporary_files_is_noted(string program, bool isNoted)
    {
        using var desktop = new RegisteredDesktop(program);

        Notes(desktop).Count(note => note.Contains($"'{desktop.Desktop["tmp"]}', a directory for temporary files", StringComparison.Ordinal)).Should().Be(isNoted ? 1 : 0);
        Notes(desktop).Should().HaveCount(isNoted ? 1 : 0);
    }

    [Fact]
    [Requirement("REG-37")]
    public void A_link_to_a_temporary_program_is_noted_and_without_TMPDIR_it_is_tmp()
    {
        using var desktop = new RegisteredDesktop("tmp/phone");
        Directory.CreateDirectory(desktop.Desktop["bin"]);
        File.CreateSymbolicLink(desktop.Desktop["bin/link"], desktop.Program);
        var link = desktop.Wanted with { Executable = desktop.Desktop["bin/link"] };

        Notes(desktop, link).Should().ContainSingle().Which.Should().Contain("temporary");
        desktop.Desktop.Environment.Remove("TMPDIR");
        if (Path.GetTempPath() == "/tmp/")
            Notes(desktop, link).Should().ContainSingle().Which.Should().Contain("'/tmp', a directory for temporary files");
    }

    [Theory]
    [InlineData("app-1.2.3", true)]
    [InlineData("1.0", true)]
    [InlineData("v2.10", true)]
    [InlineData("phone_2.0-beta", true)]
    [InlineData("Phone-1.2-x86_64.AppImage", true)]
    [InlineData("phone-1.2.AppImage", true)]
    [InlineData("current", false)]
    [InlineData("net10.0", false)]
    [InlineData("x86_64", false)]
    [InlineData("3cx", false)]
    [InlineData("3cx.phone", false)]
    [InlineData("2024", false)]
    [InlineData("v1", false)]
    [InlineData("1.", false)]
    [InlineData(".5", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [Requirement("REG-37")]
    public void A_part_of_a_path_is_a_version_or_is_none(string part, bool expected) => FreedesktopPrograms.IsVersioned(part).Should().Be(expected);

    [Fact]
    [Requirement("REG-37")]
    public void A_path_with_a_version_is_noted()
    {
        using var desktop = new RegisteredDesktop("opt/app-1.2.3/phone");

        Notes(desktop).Should().ContainSingle().Which.Should().Contain("'app-1.2.3'").And.Contain("RepairAsync");
    }

    [Theory]
    [InlineData("opt/phone", UnixFileMode.OtherWrite, true)]
    [InlineData("opt", UnixFileMode.OtherWrite, true)]
    [InlineData("opt", UnixFileMode.OtherWrite | UnixFileMode.StickyBit, false)]
    [InlineData("opt", UnixFileMode.None, false)]
    [Requirement("REG-37")]
    public void A_program_that_others_may_write_or_replace_is_noted(string what, UnixFileMode more, bool isNoted)
    {
        using var desktop = new RegisteredDesktop("opt/phone");
        var path = desktop.Desktop[what];
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | more);

        Notes(desktop).Count(note => note.Contains($"others may write '{path}'", StringComparison.Ordinal)).Should().Be(isNoted ? 1 : 0);
        Notes(desktop).Should().HaveCount(isNoted ? 1 : 0);
    }

    [Fact]
    [Requirement("REG-37")]
    public void A_users_private_group_is_nobody_else_and_another_group_is()
    {
        using var desktop = new RegisteredDesktop("opt/phone");
        File.SetUnixFileMode(desktop.Program, File.GetUnixFileMode(desktop.Program) | UnixFileMode.GroupWrite);
        var hasOwnGroup = desktop.Desktop.Run("/usr/bin/stat", "-c", "%u=%g", desktop.Program).Output.Trim().Split('=') is [var user, var group] && user == group;

        Notes(desktop).Should().HaveCount(hasOwnGroup ? 0 : 1);
        if (desktop.Desktop.Run("/bin/chgrp", "12345", desktop.Program).Code == 0) // Only root may.
            Notes(desktop).Should().ContainSingle();
    }

    [Fact]
    [Requirement("REG-38")]
    public async Task In_an_AppImage_the_image_is_registered()
    {
        using var desktop = new RegisteredDesktop("mount/usr/bin/phone");
        desktop.Desktop.WithProgram("home/Phone.AppImage");
        desktop.Desktop.Environment["APPDIR"] = desktop.Desktop["mount"];
        desktop.Desktop.Environment["APPIMAGE"] = desktop.Desktop["home/Phone.AppImage"];

        var plan = desktop.Registrar.Plan(desktop.Wanted);
        await desktop.Registrar.ApplyAsync(plan);

        plan.Registration.Executable.Should().Be(desktop.Desktop["home/Phone.AppImage"]);
        plan.ToString().Should().Contain("Note:").And.Contain("mount of an AppImage");
        (await File.ReadAllTextAsync(desktop.Entry)).Should().Contain($"Exec={desktop.Desktop["home/Phone.AppImage"]} --phonelink -- %u");
        (await desktop.Registrar.VerifyAsync(desktop.Wanted)).Problems.Should().BeEmpty();
        (await desktop.Registrar.UnregisterAsync(desktop.Wanted)).Should().BeTrue();
    }

    [Fact]
    [Requirement("REG-38")]
    public void A_program_beside_the_image_and_an_image_that_is_gone_are_what_they_are()
    {
        using var desktop = new RegisteredDesktop("mount/usr/bin/phone");
        desktop.Desktop.WithProgram("mounted/phone");
        desktop.Desktop.Environment["APPDIR"] = desktop.Desktop["mount"];
        desktop.Desktop.Environment["APPIMAGE"] = desktop.Desktop["home/gone.AppImage"];

        desktop.Registrar.Plan(desktop.Wanted with { Executable = desktop.Desktop["mounted/phone"] }).Registration.Executable.Should().Be(desktop.Desktop["mounted/phone"]);
        desktop.Registrar.Invoking(it => it.Plan(desktop.Wanted)).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.InvalidExecutable);
    }

    private static IEnumerable<string> Notes(RegisteredDesktop desktop, ProtocolRegistration? wanted = null) =>
        desktop.Registrar.Plan(wanted ?? desktop.Wanted).Steps.OfType<NoteStep>().Select(static step => step.Description);
}
