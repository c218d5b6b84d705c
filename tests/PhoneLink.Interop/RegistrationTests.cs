using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Interop;

/// <summary>The real tools read what registration wrote.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationTests
{
    private const string Recorder = "#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\" >> \"$PHONELINK_RECORD.tmp\"; done\nmv \"$PHONELINK_RECORD.tmp\" \"$PHONELINK_RECORD\"\n";

    [ToolTheory("desktop-file-validate")]
    [InlineData("bin/phone", "Contoso Phone")]
    [InlineData("my $app/pho ne%", "Contöso \\ \"Phone\" & 100%")]
    [Requirement("REG-2")]
    public async Task Desktop_file_validate_finds_nothing(string program, string name)
    {
        using var desktop = new RegisteredDesktop(program);
        await desktop.ApplyAsync(wanted => wanted with { DisplayName = name });

        desktop.Desktop.Run(Tool.Path("desktop-file-validate"), desktop.Entry).Should().Be((0, ""));
    }

    [ToolTheory("gio", "xdg-open")]
    [InlineData("gio", "open", "bin/phone")]
    [InlineData("gio", "open", "my $app/pho ne%")]
    [InlineData("xdg-open", "", "bin/phone")]
    [InlineData("xdg-open", "", "my $app/pho ne%")]
    [Requirement("REG-22")]
    public async Task The_opener_starts_the_program_with_the_registered_arguments(string opener, string verb, string program)
    {
        using var desktop = new RegisteredDesktop(program);
        await File.WriteAllTextAsync(desktop.Program, Recorder);
        await desktop.ApplyAsync();
        var record = desktop.Desktop["record"];
        desktop.Desktop.Environment["PHONELINK_RECORD"] = record;
        desktop.Desktop.Environment["DISPLAY"] = ":77";

        desktop.Desktop.Run(Tool.Path(opener), [.. verb.Length == 0 ? Array.Empty<string>() : [verb], "domycall:+4722517000?name=A%20B"]).Code.Should().Be(0);

        for (var i = 0; i < 100 && !File.Exists(record); i++) // gio does not wait for what it starts.
            await Task.Delay(TimeSpan.FromMilliseconds(20));

        (await File.ReadAllLinesAsync(record)).Should().Equal("--phonelink", "--", "domycall:+4722517000?name=A%20B");
    }

    [ToolTheory("update-desktop-database")]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("REG-23")]
    public async Task The_cache_is_made_anew_and_goes_when_it_was_made_for_us_alone(bool existed)
    {
        using var desktop = new RegisteredDesktop();
        var cache = desktop.Desktop["data/applications/mimeinfo.cache"];
        if (existed)
            desktop.Desktop.WithEntry("data/applications/other.desktop", "MimeType=text/plain;").With("data/applications/mimeinfo.cache", "[MIME Cache]\ntext/plain=other.desktop;\n");

        var before = desktop.Snapshot();
        var registrar = desktop.RegistrarOn(PhysicalFileSystem.Instance, new SystemProcessRunner(TimeProvider.System));
        var receipt = await registrar.ApplyAsync(registrar.Plan(desktop.Wanted));

        (await File.ReadAllTextAsync(cache)).Should().Contain("x-scheme-handler/domycall=phonelink-domycall.desktop;");
        await registrar.RevertAsync(receipt);
        desktop.Snapshot().Should().Equal(before);
    }
}
