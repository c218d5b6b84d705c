using System.Runtime.Versioning;
using PhoneLink.Registration;
using PhoneLink.Registration.Engine;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Registration;

/// <summary>An application id may be another program's: neither apply nor a receipt may act in its name.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationOwnershipTests
{
    private const string Calls = "MimeType=x-scheme-handler/tel;";

    [Theory]
    [InlineData("sys1/applications/org.gnome.Calls.desktop", "org.gnome.Calls", "tel")]
    [InlineData("sys1/applications/org.gnome.Calls.desktop", "org.gnome.Calls", "domycall")]
    [InlineData("sys1/applications/contoso/phone.desktop", "contoso-phone", "domycall")]
    [InlineData("data/applications/contoso/phone.desktop", "contoso-phone", "domycall")]
    [Requirement("REG-10")]
    public async Task Apply_does_not_take_the_id_of_another_program_silently(string path, string id, string scheme)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.WithEntry(path, Calls).With("sys1/applications/mimeinfo.cache", "[MIME Cache]\nx-scheme-handler/tel=org.gnome.Calls.desktop;\n");
        var before = desktop.Snapshot();
        ProtocolRegistration Wanted(ProtocolRegistration wanted) => wanted with { Scheme = scheme, ApplicationId = id };

        var failure = (await desktop.Awaiting(it => it.ApplyAsync(Wanted)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        failure.Message.Should().Contain(desktop.Desktop[path]);
        desktop.Snapshot().Should().Equal(before);
        var receipt = await desktop.ApplyAsync(wanted => Wanted(wanted) with { ReplaceOtherHandler = true });
        await desktop.Registrar.RevertAsync(receipt);
        desktop.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("data/applications/org.gnome.Calls.desktop", "x-scheme-handler/tel=org.gnome.Calls.desktop;")]
    [InlineData("sys1/applications/org.gnome.Calls.desktop", "x-scheme-handler/tel=a.desktop;org.gnome.Calls.desktop")]
    [Requirement("REG-17")]
    public async Task A_forged_receipt_takes_no_scheme_from_another_program(string path, string line)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.WithEntry(path, Calls).With("config/mimeapps.list", $"[Default Applications]\n{line}\n");
        var before = desktop.Snapshot();
        var forged = new ReceiptDocument(1, "freedesktop", new("tel", "Calls", "/bin/true") { ApplicationId = "org.gnome.Calls" }, [new DefaultPutFirst(desktop.Lists, null, true, true, true, "", [0])]);

        var failure = (await desktop.Awaiting(it => it.Registrar.RevertAsync(new(forged))).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.Conflict);
        failure.Message.Should().Contain(desktop.Lists);
        desktop.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("config/mimeapps.list")]
    [InlineData("data/applications")]
    [InlineData("data/applications/phonelink-domycall.desktop")]
    [Requirement("REG-14")]
    public async Task Apply_refuses_another_users_files_in_directories_of_its_own(string path)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "# list\n").WithEntry("data/applications/phonelink-domycall.desktop");
        var before = desktop.Snapshot();
        var registrar = desktop.RegistrarOn(new FaultyFileSystem { Foreign = desktop.Desktop[path] });

        var failure = (await registrar.Awaiting(it => it.ApplyAsync(it.Plan(desktop.Wanted))).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.WrongUser);
        failure.Message.Should().Contain(desktop.Desktop[path]);
        desktop.Snapshot().Should().Equal(before);
    }
}
