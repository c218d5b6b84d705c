using PhoneLink.Registration;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>What is another program's stays another program's.</summary>
public sealed class WindowsOwnershipTests
{
    private const string Other = @"C:\Program Files\Other\other.exe";
    private const string OtherCommand = $"\"{Other}\" \"%1\"";

    [Theory]
    [InlineData(User, OtherCommand)]
    [InlineData(Machine, OtherCommand)]
    [InlineData(User, "\"C:\\Program Files\\Other\\other.exe\" --phonelink -- \"%1\"")]
    [InlineData(User, "")]
    [Requirement("WREG-8")]
    public async Task A_private_scheme_of_another_program_is_refused_and_named(string root, string command)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(root + @"Classes\domycall\shell\open\command", "", command));
        windows.Files.Add(Other);
        var before = windows.Registry.Snapshot();

        var failure = (await windows.Awaiting(static it => it.ApplyAsync(it.Wanted)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        if (command.Length > 0)
            failure.Message.Should().Contain("other.exe");

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("\"C:\\Program Files\\Contoso\\phone.exe\" \"%1\"")]
    [InlineData("\"c:\\program files\\contoso\\PHONE.EXE\" --dial %1")]
    [Requirement("WREG-8")]
    public async Task The_programs_own_older_command_is_renewed_and_comes_back(string command)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + @"Classes\domycall\shell\open\command", "", command));
        var before = windows.Registry.Snapshot();

        await windows.Registrar.RevertAsync(await windows.ApplyAsync(windows.Wanted));

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-8")]
    [Requirement("WREG-16")]
    public async Task Unregister_does_not_touch_another_programs_scheme()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + @"Classes\domycall\shell\open\command", "", OtherCommand));
        var before = windows.Registry.Snapshot();

        var failure = (await windows.Awaiting(static it => it.Registrar.UnregisterAsync(it.Wanted)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-8")]
    public async Task A_program_called_by_dde_is_not_replaced_even_on_demand()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + @"Classes\domycall\shell\open\command", "", OtherCommand).WithKey(User + @"Classes\domycall\shell\open\ddeexec"));
        var before = windows.Registry.Snapshot();

        var failure = (await windows.Awaiting(static it => it.ApplyAsync(it.Wanted with { ReplaceOtherHandler = true })).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-8")]
    public async Task A_name_among_the_registered_applications_is_not_taken()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + "RegisteredApplications", "Contoso Phone", @"Software\Contoso\Capabilities"));
        var before = windows.Registry.Snapshot();

        var failure = (await windows.Awaiting(static it => it.ApplyAsync(it.Wanted with { Scheme = "tel", ReplaceOtherHandler = true })).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Message.Should().Contain("another Product");
        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-9")]
    public async Task A_scheme_that_another_program_took_since_is_left_whole()
    {
        var windows = new FakeWindows();
        var receipt = await windows.ApplyAsync(windows.Wanted);
        windows.Registry.With(User + @"Classes\domycall\shell\open\command", "", OtherCommand);
        windows.Files.Add(Other);
        var classes = windows.Registry.Snapshot().Where(static line => line.Contains("domycall", StringComparison.Ordinal) && !line.Contains(@"\PhoneLink", StringComparison.Ordinal)).ToList();

        var failure = (await windows.Awaiting(it => it.Registrar.RevertAsync(receipt)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.Conflict);
        failure.Message.Should().Contain(@"Classes\domycall").And.Contain("another program");
        windows.Registry.Snapshot().Should().Contain(classes);
    }

    [Fact]
    [Requirement("WREG-9")]
    public async Task Repair_does_not_take_a_scheme_back_and_verify_names_its_new_owner()
    {
        var windows = new FakeWindows();
        await windows.ApplyAsync(windows.Wanted);
        windows.Registry.With(User + @"Classes\domycall\shell\open\command", "", OtherCommand);
        windows.Files.Add(Other);
        var before = windows.Registry.Snapshot();

        await windows.Registrar.RepairAsync(windows.Wanted);

        windows.Registry.Snapshot().Should().Equal(before);
        (await windows.Registrar.VerifyAsync(windows.Wanted)).Problems.Should().ContainSingle(static problem => problem.Kind == RegistrationProblemKind.OtherDefault)
            .Which.Message.Should().Contain("'other'");
    }

    [Fact]
    [Requirement("WREG-8")]
    public async Task Another_program_that_writes_at_the_same_moment_is_noticed()
    {
        var registry = new FakeWindowsRegistry();
        var windows = new FakeWindows(registry);
        var writes = 0;
        registry.Foreign = it => it.With(User + @"Classes\domycall\DefaultIcon", "", $"other,{writes++}");

        var failure = (await windows.Awaiting(static it => it.ApplyAsync(it.Wanted)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.Conflict);
        registry.TextOf(User + @"Classes\domycall\DefaultIcon").Should().StartWith("other,");
        registry.TextOf(User + @"Classes\domycall\shell\open\command").Should().BeNull();
    }

    [Fact]
    [Requirement("WREG-14")]
    public async Task A_forged_receipt_changes_nothing()
    {
        var windows = new FakeWindows();
        var json = (await windows.ApplyAsync(windows.Wanted)).ToJson();
        var before = windows.Registry.Snapshot();
        var forgeries = new (string Old, string New)[]
        {
            (@"Classes\\domycall\\shell\\open\\command", @"Classes\\exefile\\shell\\open\\command"),
            (@"HKEY_CURRENT_USER\\Software\\Classes", @"HKEY_LOCAL_MACHINE\\Software\\Classes"),
            (@"HKEY_CURRENT_USER\\Software\\Classes", @"HKEY_CLASSES_ROOT\\Software\\Classes"),
            ("\"URL Protocol\"", "\"NoOpen\""),
            ("\"platform\": \"windows\"", "\"platform\": \"freedesktop\""),
            ("\"scheme\": \"domycall\"", "\"scheme\": \"http\""),
            ("\"product\": \"Contoso Phone\"", "\"product\": \"a\\\\b\""),
        };
        foreach (var (old, text) in forgeries)
        {
            json.Should().Contain(old);
            var failure = (await windows.Awaiting(it => it.Registrar.RevertAsync(RegistrationReceipt.Parse(json.Replace(old, text, StringComparison.Ordinal)))).Should().ThrowAsync<RegistrationException>(text)).Which;
            failure.Failure.Should().Be(RegistrationFailure.InvalidReceipt, text);
        }

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-14")]
    public async Task A_receipt_cannot_put_a_script_host_back()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + @"Classes\domycall\shell\open\command", "", OtherCommand));
        var receipt = await windows.ApplyAsync(windows.Wanted with { ReplaceOtherHandler = true });
        var before = windows.Registry.Snapshot();
        var evil = PhoneLink.Registration.Windows.RegistryData.OfText("cmd.exe /c calc").Bytes;
        var forged = receipt.ToJson().Replace(Convert.ToBase64String(PhoneLink.Registration.Windows.RegistryData.OfText(OtherCommand).Bytes), Convert.ToBase64String(evil), StringComparison.Ordinal);
        forged.Should().NotBe(receipt.ToJson());

        var failure = (await windows.Awaiting(it => it.Registrar.RevertAsync(RegistrationReceipt.Parse(forged))).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.InvalidReceipt);
        windows.Registry.Snapshot().Should().Equal(before);
    }
}
