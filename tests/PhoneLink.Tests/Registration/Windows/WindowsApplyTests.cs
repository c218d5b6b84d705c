using PhoneLink.Registration;
using PhoneLink.Registration.Windows;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>What a registration writes on Windows, and that it goes again.</summary>
public sealed class WindowsApplyTests
{
    private const string Command = "\"C:\\Program Files\\Contoso\\phone.exe\" --phonelink -- \"%1\"";

    [Theory]
    [InlineData(RegistrationScope.User, User)]
    [InlineData(RegistrationScope.Machine, Machine)]
    [Requirement("WREG-1")]
    [Requirement("WREG-4")]
    public async Task A_private_scheme_is_exactly_five_values(RegistrationScope scope, string root)
    {
        var windows = new FakeWindows();
        var before = windows.Registry.Snapshot();

        await windows.ApplyAsync(windows.Wanted with { Scope = scope });

        windows.Registry.Snapshot().Except(before).Where(static line => !line.Contains(@"\PhoneLink", StringComparison.Ordinal) && !line.EndsWith(':')).Should().BeEquivalentTo(
            $@"{root}Classes\domycall:  = 1 {Hex("URL:Contoso Phone")} URL:Contoso Phone",
            $@"{root}Classes\domycall: URL Protocol = 1 0000 ",
            $@"{root}Classes\domycall\DefaultIcon:  = 1 {Hex(Program + ",0")} {Program},0",
            $@"{root}Classes\domycall\shell:  = 1 {Hex("open")} open",
            $@"{root}Classes\domycall\shell\open\command:  = 1 {Hex(Command)} {Command}");
        windows.Notifications.Should().Be(1);
    }

    [Fact]
    [Requirement("WREG-2")]
    [Requirement("WREG-3")]
    public async Task A_shared_scheme_becomes_a_choice_of_the_users()
    {
        var windows = new FakeWindows();

        await windows.ApplyAsync(windows.Wanted with { Scheme = "TEL", ApplicationId = "com.contoso.phone", Description = "Calls people" });

        var (registry, capabilities) = (windows.Registry, User + @"Clients\PhoneLink\Contoso Phone\Capabilities");
        registry.TextOf(User + @"Classes\com.contoso.phone").Should().Be("Contoso Phone");
        registry.TextOf(User + @"Classes\com.contoso.phone\shell\open\command").Should().Be(Command);
        registry.TextOf(User + @"Classes\com.contoso.phone\Application", "ApplicationDescription").Should().Be("Calls people");
        registry.TextOf(User + @"Classes\com.contoso.phone", "URL Protocol").Should().BeNull("a ProgID is no scheme");
        registry.TextOf(capabilities, "ApplicationName").Should().Be("Contoso Phone");
        registry.TextOf(capabilities, "ApplicationDescription").Should().Be("Calls people");
        registry.TextOf(capabilities + @"\URLAssociations", "tel").Should().Be("com.contoso.phone");
        registry.TextOf(User + "RegisteredApplications", "Contoso Phone").Should().Be(@"Software\Clients\PhoneLink\Contoso Phone\Capabilities");
        registry.TextOf(User + @"Classes\tel", "URL Protocol").Should().BeEmpty();
        registry.Keys.Should().NotContain(static key => key.StartsWith(User + @"Classes\tel\", StringComparison.Ordinal), "the command is the user's choice");
    }

    [Theory]
    [InlineData(User)]
    [InlineData(Machine)]
    [Requirement("WREG-3")]
    public async Task A_scheme_that_windows_knows_is_left_as_it_is(string root)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(root + @"Classes\tel", "", "URL:Tel"));

        await windows.ApplyAsync(windows.Wanted with { Scheme = "tel" });

        windows.Registry.Keys.Where(static key => key.EndsWith(@"Classes\tel", StringComparison.Ordinal)).Should().Equal(root + @"Classes\tel");
        windows.Registry.TextOf(root + @"Classes\tel", "URL Protocol").Should().BeNull();
    }

    [Fact]
    [Requirement("WREG-3")]
    public async Task For_the_machine_a_scheme_is_made_known_though_the_administrator_has_it_for_himself()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + @"Classes\sip", "URL Protocol", ""));

        await windows.ApplyAsync(windows.Wanted with { Scheme = "sip", Scope = RegistrationScope.Machine });

        windows.Registry.TextOf(Machine + @"Classes\sip", "URL Protocol").Should().BeEmpty();
    }

    [Theory]
    [InlineData("domycall", RegistrationScope.User)]
    [InlineData("domycall", RegistrationScope.Machine)]
    [InlineData("tel", RegistrationScope.User)]
    [InlineData("tel", RegistrationScope.Machine)]
    [Requirement("WREG-6")]
    public async Task Revert_leaves_no_trace_and_applying_twice_writes_nothing(string scheme, RegistrationScope scope)
    {
        var windows = new FakeWindows();
        var before = windows.Registry.Snapshot();
        var wanted = windows.Wanted with { Scheme = scheme, Scope = scope };

        await windows.ApplyAsync(wanted);
        var (changes, applied) = (windows.Registry.Changes, windows.Registry.Snapshot());
        var receipt = await windows.ApplyAsync(wanted);

        windows.Registry.Changes.Should().Be(changes);
        windows.Notifications.Should().Be(1);
        (await windows.Registrar.VerifyAsync(wanted)).Problems.Where(static problem => problem.Kind is not RegistrationProblemKind.OtherDefault).Should().BeEmpty();

        await windows.Registrar.RevertAsync(RegistrationReceipt.Parse(receipt.ToJson()));
        await windows.Registrar.RevertAsync(receipt);
        windows.Registry.Snapshot().Should().Equal(before).And.NotEqual(applied);
        windows.Notifications.Should().BeGreaterThan(1);
    }

    [Fact]
    [Requirement("WREG-6")]
    public async Task What_stood_there_comes_back_with_its_type_and_bytes()
    {
        var registry = new FakeWindowsRegistry()
            .With(User + @"Classes\domycall", "URL Protocol", new RegistryData(RegistryData.TextType, []))
            .With(User + @"Classes\domycall\shell\open\command", "", new RegistryData(RegistryData.ExpandTextType, [.. RegistryData.OfText("\"%ProgramFiles%\\old.exe\" \"%1\"").Bytes, 0, 0]))
            .With(User + @"Classes\domycall\shell\open\command", "DelegateExecute", "{00000000-0000-0000-0000-000000000001}")
            .With(User + @"Classes\domycall\Custom", "", "theirs");
        var windows = new FakeWindows(registry);
        var before = registry.Snapshot();

        var receipt = await windows.ApplyAsync(windows.Wanted with { ReplaceOtherHandler = true });
        registry.TextOf(User + @"Classes\domycall\shell\open\command").Should().Be(Command);
        registry.TextOf(User + @"Classes\domycall\shell\open\command", "DelegateExecute").Should().BeNull("it would be asked instead of the command");
        await windows.Registrar.RevertAsync(receipt);

        registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-1")]
    public async Task A_command_of_another_type_is_no_command_of_ours()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + @"Classes\domycall\shell\open\command", "", new RegistryData(RegistryData.ExpandTextType, RegistryData.OfText(Command).Bytes)));

        await windows.ApplyAsync(windows.Wanted);

        windows.Registry.Snapshot().Should().Contain($@"{User}Classes\domycall\shell\open\command:  = 1 {Hex(Command)} {Command}", "its variables would be replaced");
    }

    [Theory]
    [InlineData("domycall", true)]
    [InlineData("tel", false)]
    [Requirement("WREG-8")]
    public async Task Two_registrations_do_not_share_a_class(string scheme, bool mayReplace)
    {
        var windows = new FakeWindows();
        await windows.ApplyAsync(windows.Wanted with { Scheme = scheme, ApplicationId = "com.contoso.phone" });
        var before = windows.Registry.Snapshot();
        var other = windows.Wanted with { Scheme = scheme, ApplicationId = "com.contoso-phone" };

        (await windows.Awaiting(it => it.ApplyAsync(other)).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        windows.Registry.Snapshot().Should().Equal(before);
        if (mayReplace)
            await windows.ApplyAsync(other with { ReplaceOtherHandler = true });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [Requirement("WREG-15")]
    public async Task A_products_schemes_share_its_capabilities_and_the_last_one_removes_them(int first)
    {
        var windows = new FakeWindows();
        var before = windows.Registry.Snapshot();
        var schemes = new[] { "tel", "sip", "callto" };
        foreach (var scheme in schemes)
            await windows.ApplyAsync(windows.Wanted with { Scheme = scheme });

        windows.Registry.Snapshot().Count(static line => line.Contains("RegisteredApplications: Contoso Phone", StringComparison.Ordinal)).Should().Be(1);
        foreach (var scheme in schemes[first..].Concat(schemes[..first]).Take(2))
        {
            (await windows.Registrar.UnregisterAsync(windows.Wanted with { Scheme = scheme })).Should().BeTrue();
            windows.Registry.TextOf(User + "RegisteredApplications", "Contoso Phone").Should().NotBeNull();
        }

        await windows.Registrar.ReconcileAsync("Contoso Phone", []);
        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-3")]
    [Requirement("WREG-15")]
    public async Task A_scheme_that_another_product_claims_by_now_stays_known()
    {
        var windows = new FakeWindows();
        var before = windows.Registry.Snapshot();
        await windows.ApplyAsync(windows.Wanted with { Scheme = "tel" });
        await windows.ApplyAsync(new("tel", "Fabrikam", Program) { ApplicationId = "fabrikam.tel" });

        await windows.Registrar.UnregisterAsync(windows.Wanted with { Scheme = "tel" });
        windows.Registry.TextOf(User + @"Classes\tel", "URL Protocol").Should().BeEmpty();
        await windows.Registrar.UnregisterAsync(new("tel", "Fabrikam", Program) { ApplicationId = "fabrikam.tel" });

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("domycall")]
    [InlineData("tel")]
    [Requirement("WREG-16")]
    public async Task Unregister_works_by_the_command_when_the_receipt_is_lost(string scheme)
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().WithKey(User + "RegisteredApplications").WithKey(User + "Clients").With(User + @"Classes\tel", "URL Protocol", ""));
        var before = windows.Registry.Snapshot();
        var wanted = windows.Wanted with { Scheme = scheme };
        await windows.ApplyAsync(wanted);
        windows.Registry.Remove(User + @"PhoneLink\Registrations");

        (await windows.Registrar.UnregisterAsync(wanted)).Should().BeTrue();

        windows.Registry.Snapshot().Should().Equal(before);
        (await windows.Registrar.UnregisterAsync(wanted)).Should().BeFalse();
    }

    [Fact]
    [Requirement("WREG-16")]
    public async Task What_is_left_of_a_shared_scheme_goes_though_its_command_is_gone()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().WithKey(User + "RegisteredApplications").WithKey(User + "Clients").With(User + @"Classes\tel", "URL Protocol", ""));
        var before = windows.Registry.Snapshot();
        var wanted = windows.Wanted with { Scheme = "tel", ApplicationId = "com.contoso.phone" };
        await windows.ApplyAsync(wanted);
        windows.Registry.Remove(User + "PhoneLink");
        windows.Registry.Remove(User + @"Classes\com.contoso.phone");

        (await windows.Registrar.UnregisterAsync(wanted)).Should().BeTrue();

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-16")]
    public async Task A_moved_program_is_repaired_and_still_goes_without_a_trace()
    {
        const string Moved = @"D:\Contoso\phone.exe";
        var windows = new FakeWindows();
        var before = windows.Registry.Snapshot();
        await windows.ApplyAsync(windows.Wanted);
        windows.Files.Remove(Program);
        windows.Files.Add(Moved);

        (await windows.Registrar.GetStatusAsync("domycall")).Status.Should().Be(RegistrationStatus.Stale);
        var receipt = await windows.Registrar.RepairAsync(windows.Wanted with { Executable = Moved });
        (await windows.Registrar.GetStatusAsync("domycall")).Should().Match<RegistrationInfo>(static info => info.Status == RegistrationStatus.Default && info.Executable == Moved);
        await windows.Registrar.RevertAsync(receipt);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    private static string Hex(string text) => Convert.ToHexString(RegistryData.OfText(text).Bytes);
}
