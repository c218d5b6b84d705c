using System.Runtime.Versioning;
using System.Text.Json;
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

    [ToolFact("plistutil", "python3")]
    [Requirement("MAC-1")]
    public async Task Other_readers_of_property_lists_find_what_was_declared()
    {
        using var desk = new Desk();
        var file = RegistrationExport.ToInfoPlist(Fleet.OnLinux);
        var (text, binary) = (desk[file.FileName], desk["binary.plist"]);
        await File.WriteAllBytesAsync(text, file.ToBytes());
        (await Sample.RunAsync(Tool.Path("plistutil"), ["-i", text, "-o", binary])).Code.Should().Be(0);

        foreach (var path in new[] { text, binary })
        {
            const string Print = "import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], 'rb'))))";
            var (code, output, errors) = await Sample.RunAsync(Tool.Path("python3"), ["-c", Print, path]);
            code.Should().Be(0, errors);
            var types = JsonDocument.Parse(output).RootElement.GetProperty("CFBundleURLTypes").EnumerateArray().ToList();
            types.SelectMany(static type => type.GetProperty("CFBundleURLSchemes").EnumerateArray()).Select(static scheme => scheme.GetString()).Should().Equal("domycall", "tel", "callto");
            types.Select(static type => type.GetProperty("CFBundleURLName").GetString()).Should().Equal("com.contoso.phone", "com.contoso.phone.tel", "com.contoso.phone-callto");
        }
    }

    [ToolFact("plistutil")]
    [Requirement("MAC-3")]
    public async Task A_list_that_plistutil_made_binary_is_refused()
    {
        using var desk = new Desk();
        await File.WriteAllBytesAsync(desk["text.plist"], RegistrationExport.ToInfoPlist(Fleet.OnLinux).ToBytes());
        (await Sample.RunAsync(Tool.Path("plistutil"), ["-i", desk["text.plist"], "-o", desk["binary.plist"]])).Code.Should().Be(0);

        await using var stream = File.OpenRead(desk["binary.plist"]);
        InfoPlist.Check(stream, ["tel"]).Should().ContainSingle().Which.Message.Should().Contain("binary");
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
