using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Interop;

/// <summary>Beside the desktop files of real telephony clients, as Debian ships them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RealClientTests
{
    private const string Tel = "x-scheme-handler/tel";

    [ToolTheory("gio", "update-desktop-database", "desktop-file-validate", Tool.TelephonyClients)]
    [InlineData("gnome-calls", "org.gnome.Calls.desktop", "gnome-calls", "Calls")]
    [InlineData("linphone-desktop", "linphone.desktop", "linphone", "Linphone")]
    [InlineData("kdeconnect", "org.kde.kdeconnect.handler.desktop", "kdeconnect-handler", "KDE Connect")]
    [Requirement("REG-35")]
    public async Task A_client_keeps_tel_until_it_is_taken_over_and_has_it_again_after_revert(string package, string id, string program, string name)
    {
        using var desktop = With(package);
        desktop.Desktop.WithProgram("bin/" + program);
        var before = desktop.Snapshot();
        var gioBefore = desktop.Desktop.Run(Tool.Path("gio"), "mime", Tel);
        gioBefore.Output.Split('\n')[0].Should().EndWith(id);
        var registrar = RegistrarOf(desktop);
        var wanted = desktop.Wanted with { Scheme = "tel" };

        var refusal = (await registrar.Awaiting(it => it.ApplyAsync(it.Plan(wanted))).Should().ThrowAsync<RegistrationException>()).Which;
        refusal.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        refusal.Message.Should().Contain(name).And.Contain(id);
        desktop.Snapshot().Should().Equal(before);

        var receipt = await registrar.ApplyAsync(registrar.Plan(wanted with { ReplaceOtherHandler = true }));
        var gio = desktop.Desktop.Run(Tool.Path("gio"), "mime", Tel).Output;
        gio.Split('\n')[0].Should().EndWith("phonelink-tel.desktop");
        gio.Should().Contain(id, "it still is a candidate");
        desktop.Desktop.Run(Tool.Path("desktop-file-validate"), desktop.Desktop["data/applications/phonelink-tel.desktop"]).Should().Be((0, ""));
        (await registrar.GetStatusAsync("tel")).Status.Should().Be(RegistrationStatus.Default);

        await registrar.RevertAsync(receipt);
        desktop.Desktop.Run(Tool.Path("gio"), "mime", Tel).Should().Be(gioBefore);
        desktop.Snapshot().Should().Equal(before);
    }

    [ToolTheory("gio", "update-desktop-database", Tool.TelephonyClients)]
    [InlineData("plasma-dialer")]
    [InlineData("gnome-calls")]
    [Requirement("REG-35")]
    public async Task A_client_whose_program_is_missing_has_nothing_to_lose(string package)
    {
        using var desktop = With(package);
        var before = desktop.Snapshot();
        var gioBefore = desktop.Desktop.Run(Tool.Path("gio"), "mime", Tel);
        gioBefore.Output.Should().NotContain("Default application");
        var registrar = RegistrarOf(desktop);

        var receipt = await registrar.ApplyAsync(registrar.Plan(desktop.Wanted with { Scheme = "tel" }));

        desktop.Desktop.Run(Tool.Path("gio"), "mime", Tel).Output.Split('\n')[0].Should().EndWith("phonelink-tel.desktop");
        await registrar.RevertAsync(receipt);
        desktop.Desktop.Run(Tool.Path("gio"), "mime", Tel).Should().Be(gioBefore);
        desktop.Snapshot().Should().Equal(before);
    }

    /// <summary>A desktop with a client's desktop files among the system's, and the user's choice of nothing else.</summary>
    private static RegisteredDesktop With(string package)
    {
        var desktop = new RegisteredDesktop();
        foreach (var file in Directory.GetFiles(Path.Combine(Tool.ClientsDirectory, package)))
            desktop.Desktop.With($"sys1/applications/{Path.GetFileName(file)}", File.ReadAllText(file));

        desktop.Desktop.With("config/mimeapps.list", "# mine\n[Default Applications]\ntext/plain=a.desktop\n");
        desktop.Desktop.Run(Tool.Path("update-desktop-database"), desktop.Desktop["sys1/applications"]).Code.Should().Be(0);
        return desktop;
    }

    private static ProtocolRegistrar RegistrarOf(RegisteredDesktop desktop) =>
        desktop.RegistrarOn(PhysicalFileSystem.Instance, new SystemProcessRunner(TimeProvider.System));
}
