using PhoneLink.Registration;
using PhoneLink.Registration.Windows;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>Receipts and values that somebody else has written decide nothing that he could not have done himself.</summary>
public sealed class WindowsTrustTests
{
    private const string Command = User + @"Classes\domycall\shell\open\command";
    private const string MachineCommand = Machine + @"Classes\domycall\shell\open\command";
    private const string Other = @"C:\Program Files\Other\other.exe";

    [Fact]
    [Requirement("WREG-23")]
    public async Task A_machines_receipt_that_lies_among_the_users_is_none()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(MachineCommand, "", $"\"{Other}\" \"%1\""));
        var receipt = await windows.ApplyAsync(windows.Wanted with { Scope = RegistrationScope.Machine, ReplaceOtherHandler = true });
        var planted = windows.Registry.TextOf(Machine + @"PhoneLink\Registrations", "phonelink-domycall")!;
        windows.Registry.Remove(Machine + "PhoneLink");
        windows.Registry.With(User + @"PhoneLink\Registrations", "phonelink-domycall", planted);
        var before = windows.Registry.Snapshot();

        windows.Registrar.ListReceipts().Should().BeEmpty();
        await windows.Registrar.ReconcileAsync("Contoso Phone", []);
        (await windows.Awaiting(it => it.Registrar.RevertAsync(receipt)).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.InvalidReceipt);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-23")]
    public async Task A_machines_registration_is_taken_back_by_its_own_receipt_and_what_stood_there_returns()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(MachineCommand, "", $"\"{Other}\" \"%1\""));
        var before = windows.Registry.Snapshot();
        var receipt = await windows.ApplyAsync(windows.Wanted with { Scope = RegistrationScope.Machine, ReplaceOtherHandler = true });

        await windows.Registrar.RevertAsync(RegistrationReceipt.Parse(receipt.ToJson()));

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData(@"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe -File C:\dial.ps1 ""%1""", RegistryData.TextType)]
    [InlineData(@"%ComSpec% /c dial %1", RegistryData.ExpandTextType)]
    [InlineData("binary", 3)]
    [Requirement("WREG-24")]
    public async Task A_scheme_that_was_taken_from_a_script_goes_back_to_it(string command, uint type)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "", new RegistryData(type, RegistryData.OfText(command).Bytes)));
        var before = windows.Registry.Snapshot();

        var receipt = await windows.ApplyAsync(windows.Wanted with { ReplaceOtherHandler = true });
        await windows.Registrar.RevertAsync(receipt);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("cmd.exe /c calc")]
    [InlineData(@"""C:\Windows\System32\cmd.exe "" /c calc")]
    [InlineData(@"C:\Windows\System32\cmd.exe. /c calc")]
    [InlineData("%ComSpec% /c calc %1")]
    [Requirement("WREG-14")]
    public async Task A_forged_receipt_cannot_put_back_what_was_not_there(string evil)
    {
        foreach (var isKept in new[] { true, false })
        {
            var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "", $"\"{Other}\" \"%1\""));
            var json = (await windows.ApplyAsync(windows.Wanted with { ReplaceOtherHandler = true })).ToJson();
            var forged = json.Replace(Base64($"\"{Other}\" \"%1\""), Base64(evil), StringComparison.Ordinal);
            forged.Should().NotBe(json);
            if (!isKept)
                windows.Registry.Remove(User + "PhoneLink");

            var before = windows.Registry.Snapshot();
            (await windows.Awaiting(it => it.Registrar.RevertAsync(RegistrationReceipt.Parse(forged))).Should().ThrowAsync<RegistrationException>(evil)).Which.Failure.Should().Be(RegistrationFailure.InvalidReceipt);
            windows.Registry.Snapshot().Should().Equal(before);
        }
    }

    [Fact]
    [Requirement("WREG-14")]
    public async Task A_forged_receipt_cannot_put_back_a_com_class()
    {
        const string Class = "{00000000-0000-0000-0000-000000000001}";
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "DelegateExecute", Class));
        var json = (await windows.ApplyAsync(windows.Wanted with { ReplaceOtherHandler = true })).ToJson();
        windows.Registry.Remove(User + "PhoneLink");
        var before = windows.Registry.Snapshot();

        (await windows.Awaiting(it => it.Registrar.RevertAsync(RegistrationReceipt.Parse(json))).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.InvalidReceipt);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("tel", null)]
    [InlineData("tel", "com.contoso.phone")]
    [InlineData("domycall", null)]
    [Requirement("WREG-25")]
    public async Task A_product_that_was_renamed_leaves_no_trace_under_either_name(string scheme, string? id)
    {
        foreach (var how in new[] { "revert", "unregister", "former name" })
        {
            var windows = new FakeWindows();
            var before = windows.Registry.Snapshot();
            var (former, wanted) = (windows.Wanted with { Scheme = scheme, ApplicationId = id }, new ProtocolRegistration(scheme, "Contoso Talk", Program) { ApplicationId = id });
            await windows.ApplyAsync(former);

            var receipt = await windows.Registrar.RepairAsync(wanted);
            windows.Registry.TextOf(User + "RegisteredApplications", "Contoso Phone").Should().BeNull("the product is called otherwise now");
            (await windows.Registrar.VerifyAsync(wanted)).Problems.Where(static problem => problem.Kind is not RegistrationProblemKind.OtherDefault).Should().BeEmpty();

            if (how == "revert")
                await windows.Registrar.RevertAsync(receipt);
            else
                (await windows.Registrar.UnregisterAsync(how == "unregister" ? wanted : former)).Should().BeTrue();

            windows.Registry.Snapshot().Should().Equal(before, how);
        }
    }

    [Fact]
    [Requirement("WREG-25")]
    public async Task A_rename_that_fails_half_way_says_that_the_former_name_is_gone_and_leaves_nothing_of_either()
    {
        var windows = new FakeWindows();
        var empty = windows.Registry.Snapshot();
        var wanted = windows.Wanted with { Scheme = "tel" };
        await windows.ApplyAsync(wanted);
        windows.Registry.Foreign = static registry => registry.FailAt = registry.FailAt == 0 && registry.Keys.Contains(User + @"Clients\PhoneLink\Contoso Talk") ? registry.Changes : registry.FailAt;

        var failure = (await windows.Awaiting(it => it.Registrar.RepairAsync(wanted with { DisplayName = "Contoso Talk", Product = "Contoso Talk" })).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.StepFailed);
        failure.Message.Should().Contain("'Contoso Phone', was taken back");
        windows.Registry.Snapshot().Should().Equal(empty);
    }

    [Fact]
    [Requirement("WREG-25")]
    public async Task A_repair_that_fails_leaves_the_receipt_of_what_is_still_registered()
    {
        var windows = new FakeWindows();
        await windows.ApplyAsync(windows.Wanted);
        windows.Files.Add(Other);
        var before = windows.Registry.Snapshot();
        windows.Registry.FailAt = windows.Registry.Changes + 2;

        await windows.Awaiting(static it => it.Registrar.RepairAsync(it.Wanted with { Executable = Other })).Should().ThrowAsync<RegistrationException>();

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData(typeof(IOException), RegistrationFailure.StepFailed)]
    [InlineData(typeof(UnauthorizedAccessException), RegistrationFailure.AccessDenied)]
    [Requirement("WREG-26")]
    public async Task What_cannot_be_read_is_a_registration_failure(Type type, RegistrationFailure failure)
    {
        var windows = new FakeWindows();
        windows.Registry.Unreadable[User + @"Classes\domycall\shell\open\command"] = (Exception)Activator.CreateInstance(type)!;

        foreach (var act in new Func<FakeWindows, Task>[]
        {
            static it => it.ApplyAsync(it.Wanted), static it => it.Registrar.RepairAsync(it.Wanted), static it => it.Registrar.VerifyAsync(it.Wanted),
            static it => it.Registrar.GetStatusAsync("domycall"), static it => it.Registrar.UnregisterAsync(it.Wanted),
        })
            (await windows.Awaiting(act).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(failure);
    }

    [Fact]
    [Requirement("WREG-26")]
    public async Task Another_vendors_unreadable_value_does_not_stop_ours()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Machine + "RegisteredApplications", "Broken", @"\Software\Broken").With(Machine + "RegisteredApplications", "Denied", @"Software\Denied"));
        windows.Registry.Unreadable[Machine + @"Denied\URLAssociations"] = new UnauthorizedAccessException();
        windows.Registry.Unreadable[@"HKEY_LOCAL_MACHINE\\Software\Broken\URLAssociations"] = new IOException();
        var before = windows.Registry.Snapshot();
        var wanted = windows.Wanted with { Scheme = "tel" };

        await windows.ApplyAsync(wanted);
        (await windows.Registrar.GetStatusAsync("tel")).Status.Should().Be(RegistrationStatus.Registered);
        (await windows.Registrar.UnregisterAsync(wanted)).Should().BeTrue();

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-13")]
    public async Task In_a_package_nothing_is_said_to_be_unregistered()
    {
        var windows = new FakeWindows();
        var receipt = await windows.ApplyAsync(windows.Wanted);
        var before = windows.Registry.Snapshot();
        windows.PackageName = "Contoso.Phone_1.0_x64__abc";

        foreach (var act in new Func<FakeWindows, Task>[] { static it => it.Registrar.UnregisterAsync(it.Wanted), it => it.Registrar.RevertAsync(receipt) })
            (await windows.Awaiting(act).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.NotSupported);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    private static string Base64(string text) => Convert.ToBase64String(RegistryData.OfText(text).Bytes);
}
