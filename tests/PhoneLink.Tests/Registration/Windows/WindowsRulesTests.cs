using CsCheck;
using PhoneLink.Registration;
using PhoneLink.Registration.Windows;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>What may be registered on Windows, and how it is written.</summary>
public sealed class WindowsRulesTests
{
    [Theory]
    [InlineData("phone.exe", "absolute")]
    [InlineData(@"\\server\share\phone.exe", "absolute")]
    [InlineData(@"\\?\C:\phone.exe", "absolute")]
    [InlineData("/usr/bin/phone", "absolute")]
    [InlineData("C:phone.exe", "absolute")]
    [InlineData(@"C:\100%\phone.exe", "percent")]
    [InlineData(@"C:\a""b\phone.exe", "does not allow")]
    [InlineData(@"C:\a/b\phone.exe", "does not allow")]
    [InlineData(@"C:\a\..\phone.exe", "does not allow")]
    [InlineData(@"C:\a\phone.exe:stream.exe", "does not allow")]
    [InlineData(@"C:\a.\phone.exe", "does not allow")]
    [InlineData("C:\\a\n\\phone.exe", "does not allow")]
    [InlineData(@"C:\phone.bat", "an .exe of its own")]
    [InlineData(@"C:\phone", "an .exe of its own")]
    [InlineData(@"C:\Windows\System32\cmd.exe", "an .exe of its own")]
    [InlineData(@"C:\Windows\System32\RUNDLL32.EXE", "an .exe of its own")]
    [InlineData(@"C:\Program Files\dotnet\dotnet.exe", "an .exe of its own")]
    [InlineData(@"C:\gone.exe", "There is no program")]
    [InlineData(@"C:\Users\me\AppData\Local\Temp\x\phone.exe", "temporary")]
    [InlineData(@"c:\windows\temp\phone.exe", "temporary")]
    [Requirement("WREG-11")]
    public void A_program_that_a_link_must_not_start_is_refused(string executable, string reason)
    {
        var windows = new FakeWindows();
        if (!executable.Contains("gone", StringComparison.Ordinal))
            windows.Files.Add(executable);

        var failure = windows.Registrar.Invoking(it => it.Plan(windows.Wanted with { Executable = executable })).Should().Throw<RegistrationException>().Which;

        failure.Failure.Should().Be(RegistrationFailure.InvalidExecutable);
        failure.Message.Should().Contain(reason);
    }

    [Theory]
    [InlineData(DriveType.Network)]
    [InlineData(DriveType.Removable)]
    [InlineData(DriveType.CDRom)]
    [InlineData(DriveType.Ram)]
    [Requirement("WREG-11")]
    public void A_drive_that_can_go_away_is_refused(DriveType drive)
    {
        var windows = new FakeWindows { Drive = drive };

        windows.Registrar.Invoking(it => it.Plan(windows.Wanted)).Should().Throw<RegistrationException>().Which.Message.Should().Contain(drive.ToString());
    }

    [Theory]
    [InlineData(ProgramFilesSecurity, false, false)]
    [InlineData("O:SYG:SYD:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;;0x1200a9;;;WD)", false, false)]
    [InlineData("O:BAG:BAD:(A;;FA;;;BA)(A;;0x1301bf;;;AU)", true, true)] // Modify, as below the root of a drive
    [InlineData("O:BAG:BAD:(A;;FA;;;WD)", true, true)]
    [InlineData("O:BAG:BAD:(A;;FW;;;BU)", true, true)]
    [InlineData("O:BAG:BAD:(A;;0x2;;;BU)", true, true)]
    [InlineData("O:BAG:BAD:(A;;FRFX;;;BU)", false, false)]
    [InlineData("O:BAG:BAD:(A;IO;FA;;;WD)", false, false)] // Only for what is made below it
    [InlineData("O:BAG:BAD:(D;;FA;;;WD)(A;;FA;;;BA)", false, false)]
    [InlineData("O:BAG:BAD:(A;;WD;;;BU)", true, true)] // May change the list
    [InlineData("O:S-1-5-21-1-2-3-1001G:BAD:(A;;FA;;;BA)(A;;FA;;;S-1-5-21-1-2-3-1001)", false, true)] // The user's own
    [InlineData("O:S-1-5-21-1-2-3-1002G:BAD:(A;;FA;;;BA)", true, true)]
    [InlineData("O:BAG:BAD:NO_ACCESS_CONTROL", true, true)]
    [InlineData("O:BAG:BA", true, true)]
    [InlineData("O:BAG:BAD:(A;;0xzz;;;BU)", true, true)]
    [InlineData("O:BAG:BAD:(A;;FA)", true, true)]
    [InlineData("O:BAG:BAD:(XA;;FA;;;BU;(WIN://SYSAPPID Exists))", true, true)]
    [InlineData("O:BAG:BAD:(A;;FA;;;BA)S:(AU;SA;FA;;;WD)", false, false)]
    [InlineData(null, true, true)]
    [Requirement("WREG-12")]
    public void Who_may_write_a_program_is_read_from_its_access_list(string? sddl, bool byOthersThanTheUser, bool byOthersThanAdministrators)
    {
        AccessList.IsWritableByOthers(sddl, Me).Should().Be(byOthersThanTheUser);
        AccessList.IsWritableByOthers(sddl, null).Should().Be(byOthersThanAdministrators);
    }

    [Theory]
    [InlineData(Program)]
    [InlineData(@"C:\Program Files\Contoso")]
    [Requirement("WREG-12")]
    public void A_program_that_others_may_write_is_refused_for_the_machine_and_noted_for_the_user(string path)
    {
        var windows = new FakeWindows();
        windows.Security[path] = "O:BAG:BAD:(A;;FA;;;WD)";

        windows.Registrar.Plan(windows.Wanted).ToString().Should().Contain($"others may write '{path}'");
        windows.Registrar.Invoking(it => it.Plan(windows.Wanted with { Scope = RegistrationScope.Machine })).Should().Throw<RegistrationException>().Which.Message.Should().Contain(path);
    }

    [Theory]
    [InlineData(@"C:\Program Files", "O:BAG:BAD:(A;;FA;;;BA)(A;;0x1301bf;;;AU)", true)] // Modify: whoever renames the folder puts his own there
    [InlineData(@"C:\Program Files", "O:S-1-5-21-1-2-3-1001G:BAD:(A;;FA;;;BA)", true)]
    [InlineData(@"C:\Program Files", "O:BAG:BAD:(A;;FA;;;BA)(A;;LCDC;;;AU)", false)] // May add, not take away
    [InlineData(@"C:\", "O:BAG:BAD:(A;;FA;;;BA)(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)", false)] // As Windows sets it up
    [InlineData(@"C:\", "O:BAG:BAD:(A;;FA;;;BA)(A;;DT;;;AU)", true)]
    [Requirement("WREG-12")]
    public void For_the_machine_the_folders_above_count_too(string folder, string sddl, bool isRefused)
    {
        var windows = new FakeWindows();
        windows.Security[folder] = sddl;

        windows.Registrar.Plan(windows.Wanted).Should().NotBeNull();
        var act = windows.Registrar.Invoking(it => it.Plan(windows.Wanted with { Scope = RegistrationScope.Machine }));
        if (isRefused)
            act.Should().Throw<RegistrationException>().Which.Message.Should().Contain($"'{folder}'");
        else
            act.Should().NotThrow();
    }

    [Fact]
    [Requirement("WREG-2")]
    public void A_progid_is_short_plain_and_one_for_each_scheme_product_and_instance()
    {
        var registrations =
            from scheme in new[] { "tel", "sip", "callto", "facetime-audio" }
            from id in new[] { null, "com.contoso.phone", "com.contoso.a-very-long-name-of-a-product-of-this-company", "p" }
            from suffix in new[] { null, "dev" }
            from product in new[] { "Contoso", "Fabrikam" }
            select RegistrationRules.Check(new(scheme, product, Program) { ApplicationId = id, InstanceSuffix = suffix });

        var ids = registrations.Select(static registration => (registration.ApplicationId, registration.Product, new WindowsKeys(registration).ProgId)).ToList();

        ids.Should().OnlyContain(static id => id.ProgId.Length <= 39 && !id.ProgId.StartsWith('.') && id.ProgId.All(static c => char.IsAsciiLetterOrDigit(c) || c == '.'));
        ids.GroupBy(static id => id.ProgId).Should().OnlyContain(static group => group.Select(static id => id.ApplicationId).Distinct().Count() == 1);
        ids.Where(static id => id.ApplicationId!.StartsWith("phonelink-", StringComparison.Ordinal)).GroupBy(static id => id.ProgId).Should().OnlyContain(static group => group.Select(static id => id.Product).Distinct().Count() == 1);
    }

    [Fact]
    [Requirement("WREG-1")]
    public void A_product_whose_name_is_a_path_of_keys_is_refused()
    {
        var windows = new FakeWindows();

        windows.Registrar.Invoking(it => it.Plan(windows.Wanted with { Product = @"a\b" })).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.InvalidName);
    }

    [Fact]
    [Requirement("WREG-4")]
    public void No_plan_names_a_users_choice_or_the_merged_view()
    {
        foreach (var scheme in new[] { "domycall", "tel", "callto", "sip", "sips", "sms", "facetime" })
            foreach (var scope in Enum.GetValues<RegistrationScope>())
            {
                var plan = ProtocolRegistrar.PlanFor(RegistrationTarget.Windows, new(scheme, "Contoso", Program) { Scope = scope });
                var root = scope is RegistrationScope.User ? User : Machine;
                plan.ToString().Should().NotContain("UserChoice").And.NotContain("HKEY_CLASSES_ROOT").And.Contain(root).And.NotContain(scope is RegistrationScope.User ? Machine : User);
            }

        RegistryKeyPath.TryParse(@"HKEY_CLASSES_ROOT\tel", out _).Should().BeFalse();
        Enum.GetValues<RegistryRoot>().Should().HaveCount(2);
    }

    [Fact]
    [Requirement("WREG-5")]
    public void A_thousand_command_lines_are_split_into_what_they_were_made_of()
    {
        var words = Gen.Char[" \t\"\\ab%'ø日"].Array[0, 12].Select(static chars => new string(chars));
        var programs = Gen.Char[@"C:\ab ()'ø日-"].Array[1, 20].Select(static chars => new string(chars));

        Gen.Select(programs, words.Array[0, 5]).Sample(
            static (program, arguments) => WindowsCommandLine.Split(WindowsCommandLine.Join(program, arguments)).SequenceEqual([program, .. arguments]), iter: 1000, threads: 1);
    }

    [Theory]
    [InlineData("\"C:\\a b\\p.exe\" --phonelink -- \"%1\"", @"C:\a b\p.exe")]
    [InlineData("C:\\p.exe --phonelink -- %1", @"C:\p.exe")]
    [InlineData("\"C:\\p.exe\" --phonelink \"%1\"", null)]
    [InlineData("\"C:\\p.exe\" --phonelink -- \"%1\" x", null)]
    [InlineData("\"C:\\p.exe\" \"%1\"", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [Requirement("WREG-5")]
    public void The_program_of_a_registered_command_is_read_back(string? command, string? expected)
    {
        WindowsCommandLine.TryGetRegistered(command, out var executable).Should().Be(expected is not null);
        executable.Should().Be(expected);
    }

    [Fact]
    [Requirement("WREG-5")]
    public void The_command_puts_program_and_link_in_quotes_whatever_the_path() =>
        WindowsCommandLine.Register(@"C:\p.exe").Should().Be("\"C:\\p.exe\" --phonelink -- \"%1\"");
}
