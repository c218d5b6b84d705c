using PhoneLink.Registration;
using PhoneLink.Registration.Windows;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>Handlers, receipts and names that look like something else than they are.</summary>
public sealed class WindowsHuntTests
{
    private const string Class = User + @"Classes\domycall";
    private const string Command = Class + @"\shell\open\command";
    private const string Other = @"C:\Program Files\Other\other.exe";
    private const string OtherCommand = $"\"{Other}\" \"%1\"";

    [Theory]
    [InlineData(User, @"\shell\open\command", "DelegateExecute", "{00000000-0000-0000-0000-000000000001}")]
    [InlineData(Machine, @"\shell\open\command", "DelegateExecute", "{00000000-0000-0000-0000-000000000001}")]
    [InlineData(User, @"\shell\call\command", "", OtherCommand)]
    [InlineData(User, @"\shell\open\DropTarget", "CLSID", "{00000000-0000-0000-0000-000000000001}")]
    [Requirement("WREG-8")]
    public async Task A_program_that_is_started_otherwise_than_by_the_open_command_is_not_replaced_silently(string root, string below, string name, string text)
    {
        var registry = new FakeWindowsRegistry().With(root + @"Classes\domycall" + below, name, text);
        if (below.Contains("call\\", StringComparison.Ordinal))
            registry.With(root + @"Classes\domycall\shell", "", "call");

        var windows = new FakeWindows(registry);
        var before = registry.Snapshot();

        (await windows.Awaiting(static it => it.ApplyAsync(it.Wanted)).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.OwnedByOther);

        registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData(@"""%ProgramFiles%\Other\phone.exe"" --phonelink -- ""%1""", RegistryData.ExpandTextType)]
    [InlineData(@"phone.exe --phonelink -- ""%1""", RegistryData.TextType)]
    [InlineData(@"""\\server\share\phone.exe"" --phonelink -- ""%1""", RegistryData.TextType)]
    [Requirement("WREG-8")]
    public async Task A_program_whose_absence_cannot_be_told_is_not_gone(string command, uint type)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "", new RegistryData(type, RegistryData.OfText(command).Bytes)));
        var before = windows.Registry.Snapshot();

        (await windows.Awaiting(static it => it.ApplyAsync(it.Wanted)).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.OwnedByOther);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("unregister")]
    [InlineData("revert")]
    [Requirement("WREG-16")]
    [Requirement("REG-39")]
    public async Task Who_once_took_an_id_that_nobody_chose_does_not_unregister_its_next_owner(string how)
    {
        var windows = new FakeWindows();
        windows.Files.Add(Other);
        var first = windows.Wanted with { ReplaceOtherHandler = true };
        var receipt = await windows.ApplyAsync(first);
        await windows.ApplyAsync(new("domycall", "Other Phone", Other) { ReplaceOtherHandler = true });
        var before = windows.Registry.Snapshot();

        var act = windows.Awaiting(it => how == "revert" ? it.Registrar.RevertAsync(receipt) : it.Registrar.UnregisterAsync(first));
        (await act.Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.OwnedByOther);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-25")]
    public async Task A_product_that_changed_only_the_case_of_its_name_is_still_unregistered()
    {
        var windows = new FakeWindows();
        var before = windows.Registry.Snapshot();
        var wanted = windows.Wanted with { Scheme = "tel", ApplicationId = "com.contoso.phone" };
        await windows.ApplyAsync(wanted);
        await windows.ApplyAsync(wanted with { DisplayName = "CONTOSO Phone" });

        (await windows.Registrar.UnregisterAsync(wanted with { DisplayName = "CONTOSO Phone" })).Should().BeTrue();

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData(RegistrationScope.User, "Browser", @"Software\Clients\Browser\Capabilities")]
    [InlineData(RegistrationScope.Machine, "Browser", @"Software\Clients\Browser\Capabilities")]
    [Requirement("WREG-14")]
    public async Task A_forged_receipt_cannot_take_another_program_off_the_registered_applications(RegistrationScope scope, string name, string path)
    {
        var windows = new FakeWindows();
        var receipt = await windows.ApplyAsync(windows.Wanted with { Scheme = "tel", Product = name, ApplicationId = "a.b", Scope = scope });
        var forged = receipt.ToJson().Replace(Base64(@"Software\Clients\PhoneLink\" + name + @"\Capabilities"), Base64(path), StringComparison.Ordinal);
        await windows.Registrar.RevertAsync(receipt);
        windows.Registry.With((scope is RegistrationScope.User ? User : Machine) + "RegisteredApplications", name, path);
        var before = windows.Registry.Snapshot();

        (await windows.Awaiting(it => it.Registrar.RevertAsync(RegistrationReceipt.Parse(forged))).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.InvalidReceipt);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData(RegistrationScope.User, false)]
    [InlineData(RegistrationScope.User, true)]
    [InlineData(RegistrationScope.Machine, false)]
    [InlineData(RegistrationScope.Machine, true)]
    [Requirement("WREG-14")]
    public async Task A_receipt_of_another_vendors_scheme_does_not_break_it(RegistrationScope scope, bool saysBefore)
    {
        // The receipt as for an empty registry; the command that it notes may be missing, or say that it was the other's before.
        var windows = new FakeWindows();
        var json = (await windows.ApplyAsync(windows.Wanted with { Scope = scope })).ToJson();
        var forgery = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        var changes = forgery["changes"]!.AsArray();
        var command = changes.Single(static change => ((string)change!["path"]!).EndsWith("command", StringComparison.Ordinal) && change["name"] is not null);
        if (saysBefore)
            command!["before"] = new System.Text.Json.Nodes.JsonObject { ["type"] = 1, ["bytes"] = Base64(OtherCommand) };
        else
            changes.Remove(command);

        await windows.Registrar.RevertAsync(RegistrationReceipt.Parse(json));
        var key = (scope is RegistrationScope.User ? User : Machine) + @"Classes\domycall";
        windows.Registry.With(key, "URL Protocol", "").With(key + @"\shell", "", "open").With(key + @"\shell\open\command", "", OtherCommand);
        var before = windows.Registry.Snapshot();

        await windows.Awaiting(it => it.Registrar.RevertAsync(RegistrationReceipt.Parse(forgery.ToJsonString()))).Should().ThrowAsync<RegistrationException>();

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-9")]
    public async Task A_class_whose_command_stood_already_is_left_to_the_program_that_took_it_since()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "", WindowsCommandLine.Register(Program)));
        var receipt = await windows.ApplyAsync(windows.Wanted);
        windows.Registry.With(Command, "", OtherCommand);

        await windows.Awaiting(it => it.Registrar.RevertAsync(receipt)).Should().ThrowAsync<RegistrationException>();

        windows.Registry.TextOf(Class, "URL Protocol").Should().NotBeNull();
    }

    [Theory]
    [InlineData(@"C:\Program Files\..\Windows\System32\cmd.exe /c calc")]
    [InlineData(@"C:\a.exe \..\Windows\System32\cmd.exe /c calc")]
    [InlineData(@"C:\Windows\System32\WINDOW~1\v1.0\POWERS~1.EXE -enc AAAA")]
    [InlineData(@"C:\Python\pythonw.exe C:\x.py")]
    [Requirement("WREG-14")]
    public async Task A_forged_receipt_cannot_put_a_script_host_back_by_another_spelling(string evil)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "", OtherCommand));
        var json = (await windows.ApplyAsync(windows.Wanted with { ReplaceOtherHandler = true })).ToJson();
        windows.Registry.Remove(User + "PhoneLink");
        var before = windows.Registry.Snapshot();

        var forged = RegistrationReceipt.Parse(json.Replace(Base64(OtherCommand), Base64(evil), StringComparison.Ordinal));
        (await windows.Awaiting(it => it.Registrar.RevertAsync(forged)).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.InvalidReceipt);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("C:\\Other Phone\\other.exe \"%1\"")]
    [InlineData(@"C:\other.exe %1")]
    [Requirement("WREG-14")]
    public async Task A_program_without_quotes_comes_back_by_a_receipt_that_is_not_kept(string command)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "", command));
        var receipt = await windows.ApplyAsync(windows.Wanted with { ReplaceOtherHandler = true });
        windows.Registry.Remove(User + "PhoneLink");

        await windows.Registrar.RevertAsync(receipt);

        windows.Registry.TextOf(Command).Should().Be(command);
    }

    [Theory]
    [InlineData(@"C:\Windows\System32\WINDOW~1\v1.0\POWERS~1.EXE")]
    [InlineData(@"C:\Python\pythonw.exe")]
    [InlineData(@"C:\Java\bin\javaw.exe")]
    [InlineData(@"C:\Windows\py.exe")]
    [InlineData(@"C:\Windows\System32\wsl.exe")]
    [InlineData(@"C:\Windows\System32\conhost.exe")]
    [Requirement("WREG-11")]
    public void A_script_host_by_another_name_is_refused(string executable)
    {
        var windows = new FakeWindows();
        windows.Files.Add(executable);

        windows.Invoking(it => it.Registrar.Plan(it.Wanted with { Executable = executable })).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.InvalidExecutable);
    }

    [Fact]
    [Requirement("WREG-15")]
    public async Task A_shared_scheme_of_one_product_is_not_registered_under_two_ids()
    {
        var windows = new FakeWindows();
        var first = windows.Wanted with { Scheme = "tel", ApplicationId = "com.contoso.old" };
        var empty = windows.Registry.Snapshot();
        await windows.ApplyAsync(first);
        var before = windows.Registry.Snapshot();

        (await windows.Awaiting(it => it.ApplyAsync(first with { ApplicationId = "com.contoso.phone" })).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        windows.Registry.Snapshot().Should().Equal(before);

        await windows.Registrar.ReconcileAsync("Contoso Phone", [first with { ApplicationId = "com.contoso.phone" }]);
        await windows.Registrar.ReconcileAsync("Contoso Phone", []);
        windows.Registry.Snapshot().Should().Equal(empty);
    }

    [Fact]
    [Requirement("WREG-3")]
    public async Task A_shared_scheme_that_an_older_program_opens_by_a_command_of_its_own_stays_a_scheme()
    {
        var windows = new FakeWindows();
        var receipt = await windows.ApplyAsync(windows.Wanted with { Scheme = "tel" });
        windows.Registry.With(User + @"Classes\tel", "URL Protocol", "").With(User + @"Classes\tel\shell\open\command", "", OtherCommand);

        await windows.Registrar.RevertAsync(receipt);

        windows.Registry.TextOf(User + @"Classes\tel", "URL Protocol").Should().NotBeNull();
    }

    private static string Base64(string text) => Convert.ToBase64String(RegistryData.OfText(text).Bytes);
}
