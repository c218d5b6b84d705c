using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Tests;
using PhoneLink.Tests.Registration.Export;

namespace PhoneLink.Interop;

/// <summary>The real readers read what was exported.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ExportTests
{
    [ToolFact("desktop-file-validate")]
    [Requirement("EXP-12")]
    public async Task Desktop_file_validate_finds_nothing_in_an_exported_file()
    {
        using var desk = new Desk();
        foreach (var registration in Fleet.OnLinux)
        {
            var file = RegistrationExport.ToDesktopFile(registration);
            await File.WriteAllBytesAsync(desk[file.FileName], file.ToBytes());

            (await Sample.RunAsync(Tool.Path("desktop-file-validate"), [desk[file.FileName]])).Should().Be((0, "", ""));
        }
    }

    [ToolTheory("gio", "xdg-open")]
    [InlineData("gio")]
    [InlineData("xdg-open")]
    [Requirement("EXP-12")]
    public async Task Exported_files_put_in_place_make_the_system_start_the_program(string opener)
    {
        using var desk = new Desk();
        ProtocolRegistration registration = new("domycall", "Contoso Phone", desk.WriteHandler());
        var (entry, list) = (RegistrationExport.ToDesktopFile(registration), RegistrationExport.ToMimeAppsList([registration]));
        await File.WriteAllBytesAsync(desk["data/applications/" + entry.FileName], entry.ToBytes());
        await File.WriteAllBytesAsync(desk["config/" + list.FileName], list.ToBytes());

        await desk.Launcher(opener).LaunchAsync(TelephonyUri.Parse("domycall:+4722517000?name=A%20B"), TimeSpan.FromSeconds(15));

        (await desk.WaitForStartsAsync()).Should().ContainSingle().Which.Should().Equal("--phonelink", "--", "domycall:+4722517000?name=A%20B");
    }
}
