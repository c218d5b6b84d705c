using PhoneLink.Registration;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>The status is what the shell will do, not what was written.</summary>
public sealed class WindowsStatusTests
{
    private const string Other = @"C:\Program Files\Other\other.exe";

    [Fact]
    [Requirement("WREG-10")]
    public async Task A_users_choice_of_another_program_makes_ours_a_candidate()
    {
        var windows = WithOther();
        await windows.ApplyAsync(windows.Wanted with { Scheme = "tel", ApplicationId = "com.contoso.phone" });

        (await windows.Registrar.GetStatusAsync("tel")).Status.Should().Be(RegistrationStatus.Registered, "the user has not chosen");
        windows.UserChoice["tel"] = "Other.Tel";
        (await windows.Registrar.GetStatusAsync("tel")).Should().Be(new RegistrationInfo(RegistrationStatus.Candidate) { OwnerId = "Other.Tel", OwnerName = "other", Executable = Other });
        windows.UserChoice["tel"] = "com.contoso.phone";
        (await windows.Registrar.GetStatusAsync("tel")).Should().Be(new RegistrationInfo(RegistrationStatus.Default) { OwnerId = "com.contoso.phone", OwnerName = "phone", Executable = Program });
    }

    [Fact]
    [Requirement("WREG-10")]
    public async Task Who_has_a_scheme_that_was_never_registered_is_told()
    {
        var windows = WithOther();

        (await windows.Registrar.GetStatusAsync("domycall")).Should().Be(new RegistrationInfo(RegistrationStatus.NotRegistered));
        windows.UserChoice["tel"] = "Other.Tel";
        (await windows.Registrar.GetStatusAsync("TEL")).Should().Be(new RegistrationInfo(RegistrationStatus.NotRegistered) { OwnerId = "Other.Tel", OwnerName = "other", Executable = Other });
    }

    [Fact]
    [Requirement("WREG-10")]
    public async Task A_machines_registration_is_hidden_by_the_users_and_that_is_told()
    {
        var windows = WithOther();
        await windows.ApplyAsync(windows.Wanted with { Scope = RegistrationScope.Machine });
        (await windows.Registrar.GetStatusAsync("domycall")).Status.Should().Be(RegistrationStatus.Default);

        windows.Registry.With(User + @"Classes\domycall\shell\open\command", "", $"\"{Other}\" \"%1\"");

        (await windows.Registrar.GetStatusAsync("domycall")).Should().Match<RegistrationInfo>(static info => info.Status == RegistrationStatus.Candidate && info.Executable == Other);
    }

    [Theory]
    [InlineData("tel")]
    [InlineData("domycall")]
    [Requirement("WREG-10")]
    [Requirement("WREG-9")]
    public async Task A_packaged_program_that_the_user_chose_is_seen_though_it_has_no_command(string scheme)
    {
        var windows = new FakeWindows();
        var wanted = windows.Wanted with { Scheme = scheme };
        await windows.ApplyAsync(wanted);
        windows.UserChoice[scheme] = "AppX0123456789";

        (await windows.Registrar.GetStatusAsync(scheme)).Should().Match<RegistrationInfo>(static info => info.Status == RegistrationStatus.Candidate && info.OwnerId == "AppX0123456789");
        (await windows.Registrar.VerifyAsync(wanted)).Problems.Should().ContainSingle(static problem => problem.Kind == RegistrationProblemKind.OtherDefault).Which.Message.Should().Contain("AppX0123456789");
        windows.Registry.With(User + @"Classes\domycall\DefaultIcon", "", "changed");
        await windows.Registrar.RepairAsync(wanted);
        if (scheme == "domycall")
            windows.Registry.TextOf(User + @"Classes\domycall\DefaultIcon").Should().Be("changed", "the user has given the scheme away");
    }

    [Fact]
    [Requirement("WREG-10")]
    public async Task A_program_that_is_gone_is_stale()
    {
        var windows = new FakeWindows();
        await windows.ApplyAsync(windows.Wanted with { Scheme = "sip" });
        await windows.ApplyAsync(windows.Wanted);
        windows.Files.Clear();

        (await windows.Registrar.GetStatusAsync("domycall")).Status.Should().Be(RegistrationStatus.Stale);
        (await windows.Registrar.GetStatusAsync("sip")).Status.Should().Be(RegistrationStatus.Stale);
    }

    [Fact]
    [Requirement("WREG-13")]
    public async Task A_packaged_program_is_told_what_its_manifest_needs()
    {
        var windows = new FakeWindows { PackageName = "Contoso.Phone_1.0_x64__abc" };
        var before = windows.Registry.Snapshot();

        var failure = windows.Registrar.Invoking(it => it.Plan(windows.Wanted)).Should().Throw<RegistrationException>().Which;

        failure.Failure.Should().Be(RegistrationFailure.NotSupported);
        failure.Message.Should().Contain("<uap:Protocol Name=\"domycall\" />");
        (await windows.Registrar.GetStatusAsync("domycall")).Should().Be(new RegistrationInfo(RegistrationStatus.ManagedByPackage) { OwnerId = "Contoso.Phone_1.0_x64__abc" });
        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("<DefaultAssociations><Association Identifier=\"TEL\" ProgId=\"Other.Tel\" ApplicationName=\"Other\"/></DefaultAssociations>", RegistrationStatus.ManagedByPolicy)]
    [InlineData("<DefaultAssociations><Association Identifier=\".pdf\" ProgId=\"Other.Tel\"/></DefaultAssociations>", RegistrationStatus.NotRegistered)]
    [InlineData("<DefaultAssociations", RegistrationStatus.NotRegistered)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///C:/secret\">]><a>&x;</a>", RegistrationStatus.NotRegistered)]
    [InlineData(null, RegistrationStatus.NotRegistered)]
    [Requirement("WREG-10")]
    public async Task An_administrators_list_of_defaults_is_told(string? list, RegistrationStatus expected)
    {
        var windows = new FakeWindows();
        windows.Registry.With(Machine + @"Policies\Microsoft\Windows\System", "DefaultAssociationsConfiguration", @"\\server\share\defaults.xml");
        if (list is not null)
            windows.Texts[@"\\server\share\defaults.xml"] = list;

        (await windows.Registrar.GetStatusAsync("tel")).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("S-1-5-18", null)]
    [InlineData("S-1-5-19", null)]
    [InlineData("S-1-5-20", "S-1-5-21-1-2-3-1001")]
    [InlineData("S-1-5-21-1-2-3-500", "S-1-5-21-1-2-3-1001")]
    [InlineData("S-1-5-21-1-2-3-500", "")] // Somebody whose process may not be opened
    [Requirement("WREG-13")]
    public async Task Another_users_registry_is_not_written(string user, string? desktop)
    {
        var windows = new FakeWindows { UserId = user, DesktopUserId = desktop };
        var before = windows.Registry.Snapshot();

        foreach (var act in new Func<FakeWindows, Task>[] { static it => it.ApplyAsync(it.Wanted), static it => it.Registrar.UnregisterAsync(it.Wanted) })
            (await windows.Awaiting(act).Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.WrongUser);

        windows.Registry.Snapshot().Should().Equal(before);
        await windows.ApplyAsync(windows.Wanted with { Scope = RegistrationScope.Machine });
    }

    [Theory]
    [InlineData("tel", RegistrationScope.User, 22631, 0, "ms-settings:defaultapps?registeredAppUser=Contoso%20Phone%20%26%20S%C3%B8nn")]
    [InlineData("tel", RegistrationScope.Machine, 26100, 0, "ms-settings:defaultapps?registeredAppMachine=Contoso%20Phone%20%26%20S%C3%B8nn")]
    [InlineData("tel", RegistrationScope.User, 22621, 1555, "ms-settings:defaultapps?registeredAppUser=Contoso%20Phone%20%26%20S%C3%B8nn")]
    [InlineData("tel", RegistrationScope.User, 22621, 1554, "ms-settings:defaultapps")]
    [InlineData("tel", RegistrationScope.User, 22000, 1816, "ms-settings:defaultapps")]
    [InlineData("tel", RegistrationScope.User, 19045, 9999, "ms-settings:defaultapps")]
    [InlineData("domycall", RegistrationScope.User, 26100, 0, "ms-settings:defaultapps")]
    [Requirement("WREG-17")]
    public void The_settings_open_at_the_products_name_where_windows_can(string scheme, RegistrationScope scope, int build, int revision, string expected)
    {
        var windows = new FakeWindows { Version = (build, revision) };

        windows.Registrar.GetSettingsUri(new(scheme, "Contoso Phone & Sønn", Program) { Scope = scope }).Should().Be(expected);
    }

    private static FakeWindows WithOther()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(User + @"Classes\Other.Tel\shell\open\command", "", $"\"{Other}\" \"%1\""));
        windows.Files.Add(Other);
        return windows;
    }
}
