using System.Runtime.Versioning;
using System.Text;
using PhoneLink.Registration;
using PhoneLink.Registration.Engine;

namespace PhoneLink.Tests.Registration;

[UnsupportedOSPlatform("windows")]
public sealed class RegistrationRevertTests
{
    [Fact]
    [Requirement("REG-15")]
    public async Task Reverting_twice_is_harmless()
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        desktop.Desktop.With("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/domycall=gone.desktop;");
        var before = desktop.Snapshot();
        var receipt = await desktop.ApplyAsync();

        await desktop.Registrar.RevertAsync(receipt);
        await desktop.Registrar.RevertAsync(receipt);

        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-16")]
    public async Task Revert_leaves_a_desktop_file_that_another_hand_has_changed_and_says_so()
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        var receipt = await desktop.ApplyAsync();
        await File.AppendAllTextAsync(desktop.Entry, "Comment=mine\n");

        var failure = (await desktop.Registrar.Awaiting(it => it.RevertAsync(receipt)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.Conflict);
        failure.Message.Should().Contain(desktop.Entry).And.NotContain("mimeapps.list");
        File.Exists(desktop.Entry).Should().BeTrue();
        File.Exists(desktop.Lists).Should().BeFalse();
        File.Exists(desktop.Desktop["data/phonelink/phonelink-domycall"]).Should().BeFalse();
    }

    [Fact]
    [Requirement("REG-16")]
    public async Task Revert_keeps_directories_and_lists_that_others_use_by_now()
    {
        using var desktop = new RegisteredDesktop();
        var receipt = await desktop.ApplyAsync();
        desktop.Desktop.WithEntry("data/applications/other.desktop");
        await File.WriteAllTextAsync(desktop.Lists, "[Default Applications]\nx-scheme-handler/domycall=other.desktop;phonelink-domycall.desktop;\n");

        await desktop.Registrar.RevertAsync(receipt);

        (await File.ReadAllTextAsync(desktop.Lists)).Should().Be("[Default Applications]\nx-scheme-handler/domycall=other.desktop;\n");
        Directory.GetFiles(desktop.Desktop["data/applications"]).Should().ContainSingle();
    }

    [Theory]
    [InlineData("file", "../../.ssh/authorized_keys")]
    [InlineData("file", "data/applications/other.desktop")]
    [InlineData("default", "config/user-dirs.dirs")]
    [InlineData("cache", "data/applications/other.desktop")]
    [InlineData("link", "bin/phone")]
    [InlineData("directory", "bin")]
    [InlineData("directory", "data/other")]
    [Requirement("REG-17")]
    public async Task Revert_refuses_a_receipt_that_names_another_path(string kind, string path)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.WithEntry("data/applications/other.desktop").With("config/user-dirs.dirs", "x");
        Directory.CreateDirectory(desktop.Desktop["data/other"]);
        var receipt = await desktop.ApplyAsync();
        var full = desktop.Desktop[path];
        var ours = ((FileWritten)receipt.Document.Changes.First(static change => change is FileWritten)).After;
        ReceiptChange forged = kind switch
        {
            "file" => new FileWritten(full, null, ours),
            "default" => new DefaultPutFirst(full, null, true, true, true, "", []),
            "cache" => new CacheRefreshed(full, Existed: false),
            "link" => new LinkWritten(full, null, "x"),
            _ => new DirectoryCreated(full),
        };
        var before = desktop.Snapshot();

        (await FailureAsync(desktop, receipt.Document with { Changes = [.. receipt.Document.Changes, forged] })).Should().Be(RegistrationFailure.InvalidReceipt);
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-17")]
    public async Task Revert_refuses_a_receipt_that_would_delete_another_programs_file()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.WithEntry("data/applications/org.gnome.Calls.desktop", "MimeType=x-scheme-handler/tel;");
        var path = desktop.Desktop["data/applications/org.gnome.Calls.desktop"];
        var before = desktop.Snapshot();

        var forged = new ReceiptDocument(1, "freedesktop", new("tel", "Calls", "/bin/true") { ApplicationId = "org.gnome.Calls" }, [new FileWritten(path, null, await File.ReadAllBytesAsync(path))]);

        (await FailureAsync(desktop, forged)).Should().Be(RegistrationFailure.InvalidReceipt);
        (await FailureAsync(desktop, forged with { Registration = forged.Registration with { ApplicationId = "../x" }, Changes = [] })).Should().Be(RegistrationFailure.InvalidReceipt);
        (await FailureAsync(desktop, forged with { Platform = "windows", Changes = [] })).Should().Be(RegistrationFailure.InvalidReceipt);
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-17")]
    public async Task A_forged_edit_of_the_list_can_only_take_out_the_registrations_own_id()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/domycall=phonelink-domycall.desktop;a.desktop\nx-scheme-handler/tel=phonelink-domycall.desktop\n");
        var forged = new ReceiptDocument(1, "freedesktop", new("domycall", "x", "/bin/true") { ApplicationId = "phonelink-domycall" },
            [new DefaultPutFirst(desktop.Lists, null, true, true, true, "\n", [-1, int.MaxValue, 0, 0, 0])]);

        await desktop.Registrar.RevertAsync(new(forged));

        (await File.ReadAllTextAsync(desktop.Lists)).Should().Be("[Default Applications]\nx-scheme-handler/domycall=a.desktop\nx-scheme-handler/tel=phonelink-domycall.desktop\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":1}")]
    [InlineData("VERSION2")]
    [InlineData("UNKNOWN")]
    [InlineData("KIND")]
    [InlineData("NULLCHANGE")]
    [InlineData("NULLPATH")]
    [Requirement("REG-18")]
    public async Task TryParse_refuses_what_is_no_receipt(string text)
    {
        using var desktop = new RegisteredDesktop();
        var json = (await desktop.ApplyAsync()).ToJson();
        var broken = text switch
        {
            "VERSION2" => json.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal),
            "UNKNOWN" => json.Replace("\"version\": 1", "\"version\": 1, \"more\": 1", StringComparison.Ordinal),
            "KIND" => json.Replace("\"kind\": \"file\"", "\"kind\": \"shell\"", StringComparison.Ordinal),
            "NULLCHANGE" => json.Replace("\"changes\": [", "\"changes\": [null,", StringComparison.Ordinal),
            "NULLPATH" => json.Replace($"\"path\": \"{desktop.Lists}\"", "\"path\": null", StringComparison.Ordinal),
            _ => text,
        };
        broken.Should().NotBe(json);

        RegistrationReceipt.TryParse(json, out _).Should().BeTrue();
        RegistrationReceipt.TryParse(broken, out var receipt).Should().BeFalse();
        receipt.Should().BeNull();
        FluentActions.Invoking(() => RegistrationReceipt.Parse(broken)).Should().Throw<FormatException>();
    }

    [Fact]
    [Requirement("REG-18")]
    public async Task A_receipt_survives_writing_and_reading()
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        desktop.Desktop.With("data/applications/phonelink-domycall.desktop", "[Desktop Entry]\nMimeType=x-scheme-handler/domycall\nX-PhoneLink-Owner=phonelink-domycall\n#\u00e6");

        var receipt = await desktop.ApplyAsync();
        var read = RegistrationReceipt.Parse(receipt.ToJson());

        read.ToJson().Should().Be(receipt.ToJson());
        read.Should().BeEquivalentTo(new { Version = 1, Scheme = "domycall", ApplicationId = "phonelink-domycall" });
        Encoding.UTF8.GetString(((FileWritten)read.Document.Changes.First(static change => change is FileWritten)).Before!).Should().EndWith("#æ");
    }

    private static async Task<RegistrationFailure> FailureAsync(RegisteredDesktop desktop, ReceiptDocument document) =>
        (await desktop.Registrar.Awaiting(it => it.RevertAsync(new RegistrationReceipt(document))).Should().ThrowAsync<RegistrationException>()).Which.Failure;
}
