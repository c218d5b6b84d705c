using System.Runtime.Versioning;
using PhoneLink.Registration;
using Xunit.Abstractions;

namespace PhoneLink.Tests.Registration;

/// <summary>The real tools read what was written; a test whose tool is missing says so and proves nothing.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationInteropTests(ITestOutputHelper output)
{
    private const string Recorder = "#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\" >> \"$PHONELINK_RECORD.tmp\"; done\nmv \"$PHONELINK_RECORD.tmp\" \"$PHONELINK_RECORD\"\n";

    [Theory]
    [InlineData("bin/phone", "Contoso Phone")]
    [InlineData("my $app/pho ne%", "Contöso \\ \"Phone\" & 100%")]
    [Requirement("REG-2")]
    public async Task Desktop_file_validate_finds_nothing(string program, string name)
    {
        if (Find("desktop-file-validate") is not { } validate)
            return;

        using var desktop = new RegisteredDesktop(program);
        await desktop.ApplyAsync(wanted => wanted with { DisplayName = name });

        desktop.Desktop.Run(validate, desktop.Entry).Should().Be((0, ""));
    }

    [Theory]
    [InlineData("gio", "open", "bin/phone")]
    [InlineData("gio", "open", "my $app/pho ne%")]
    [InlineData("xdg-open", "", "bin/phone")]
    [InlineData("xdg-open", "", "my $app/pho ne%")]
    [Requirement("REG-22")]
    public async Task The_opener_starts_the_program_with_the_registered_arguments(string opener, string verb, string program)
    {
        if (Find(opener) is not { } path)
            return;

        using var desktop = new RegisteredDesktop(program);
        await File.WriteAllTextAsync(desktop.Program, Recorder);
        await desktop.ApplyAsync();
        var record = desktop.Desktop["record"];
        desktop.Desktop.Environment["PHONELINK_RECORD"] = record;
        desktop.Desktop.Environment["DISPLAY"] = ":77";

        desktop.Desktop.Run(path, [.. verb.Length == 0 ? Array.Empty<string>() : [verb], "domycall:+4722517000?name=A%20B"]).Code.Should().Be(0);

        for (var i = 0; i < 100 && !File.Exists(record); i++) // gio does not wait for what it starts.
            await Task.Delay(TimeSpan.FromMilliseconds(20));

        (await File.ReadAllLinesAsync(record)).Should().Equal("--phonelink", "--", "domycall:+4722517000?name=A%20B");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("REG-23")]
    public async Task The_cache_is_made_anew_and_goes_when_it_was_made_for_us_alone(bool existed)
    {
        if (Find("update-desktop-database") is null)
            return;

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

    [Fact]
    [Requirement("REG-13")]
    public async Task Against_a_racing_writer_the_list_stays_whole_and_the_result_is_done_or_conflict()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "[Default Applications]\n");
        for (var round = 0; round < 50; round++)
        {
            var foreign = Task.Run(() => File.AppendAllText(desktop.Lists, $"foreign{round}=x.desktop\n"));
            try
            {
                await desktop.Registrar.RevertAsync(await desktop.ApplyAsync());
            }
            catch (RegistrationException exception)
            {
                exception.Failure.Should().Be(RegistrationFailure.Conflict);
            }

            await foreign;
        }

        var lines = await File.ReadAllLinesAsync(desktop.Lists);
        output.WriteLine($"{lines.Length - 1} of 50 foreign lines are there; the window between comparison and rename is not ours to close.");
        lines[0].Should().Be("[Default Applications]");
        lines.Skip(1).Should().OnlyHaveUniqueItems().And.OnlyContain(static line => line.StartsWith("foreign", StringComparison.Ordinal) && line.EndsWith("=x.desktop", StringComparison.Ordinal));
    }

    private string? Find(string tool)
    {
        var path = ExecutableSearch.Find(tool, PhysicalFileSystem.Instance, SystemEnvironment.Instance);
        if (path is null)
            output.WriteLine($"SKIPPED: {tool} is not installed.");

        return path;
    }
}
