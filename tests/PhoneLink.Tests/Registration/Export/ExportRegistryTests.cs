using CsCheck;
using PhoneLink.Activation;
using PhoneLink.Registration;
using PhoneLink.Registration.Windows;

namespace PhoneLink.Tests.Registration.Export;

public sealed class ExportRegistryTests
{
    private const string Link = "domycall:+4722517000?name=Bo%20Ek";

    [Fact]
    [Requirement("EXP-2")]
    public void A_private_scheme_is_five_values()
    {
        var registry = Import(RegistrationExport.ToRegistryFile(Fleet.OwnScheme));

        const string Key = @"HKEY_CURRENT_USER\Software\Classes\domycall";
        registry.Values.Should().Equal(new Dictionary<(string, string), string>
        {
            [(Key, "@")] = "URL:Contoso \"Phone\" Bø",
            [(Key, "URL Protocol")] = "",
            [(Key + @"\DefaultIcon", "@")] = @"C:\Program Files\Contoso Phone\phone.exe,0",
            [(Key + @"\shell", "@")] = "open",
            [(Key + @"\shell\open\command", "@")] = "\"C:\\Program Files\\Contoso Phone\\phone.exe\" --phonelink -- \"%1\"",
        });
    }

    [Fact]
    [Requirement("EXP-3")]
    public void A_shared_scheme_is_put_up_for_the_users_choice()
    {
        var values = Import(RegistrationExport.ToRegistryFile(Fleet.AllSchemes)).Values;

        const string Software = @"HKEY_LOCAL_MACHINE\Software\";
        var capabilities = values[(Software + "RegisteredApplications", "Contoso Phone & Co")];
        capabilities.Should().Be(@"Software\Clients\PhoneLink\Contoso Phone & Co\Capabilities");
        values[(@"HKEY_LOCAL_MACHINE\" + capabilities, "ApplicationName")].Should().Be("Contoso Phone & Co");
        values[(@"HKEY_LOCAL_MACHINE\" + capabilities, "ApplicationDescription")].Should().NotBeEmpty();
        foreach (var scheme in new[] { "tel", "callto" })
        {
            var progId = values[($@"HKEY_LOCAL_MACHINE\{capabilities}\URLAssociations", scheme)];
            progId.Should().Be("com.contoso.phone." + scheme);
            values[($@"{Software}Classes\{progId}\shell\open\command", "@")].Should().EndWith(" --phonelink -- \"%1\"");
            values[($@"{Software}Classes\{progId}\Application", "ApplicationDescription")].Should().NotBeEmpty();
            values.Keys.Where(value => value.Key.StartsWith($@"{Software}Classes\{scheme}", StringComparison.Ordinal)).Should().Equal(($@"{Software}Classes\{scheme}", "URL Protocol"));
        }
    }

    [Fact]
    [Requirement("EXP-3")]
    public void For_one_user_the_class_of_a_shared_scheme_is_left_alone() =>
        Import(RegistrationExport.ToRegistryFile([Fleet.AllSchemes[1] with { Scope = RegistrationScope.User }])).Values.Keys
            .Should().NotContain(static value => value.Key.StartsWith(@"HKEY_CURRENT_USER\Software\Classes\tel", StringComparison.Ordinal))
            .And.OnlyContain(static value => value.Key.StartsWith(@"HKEY_CURRENT_USER\", StringComparison.Ordinal));

    [Theory]
    [InlineData("com.contoso.phone", "com.contoso.phone")]
    [InlineData("phonelink-tel", "phonelink.tel.83193720")] // Others have that id too: the product is in it
    [InlineData("a--_.b-", "a.b")]
    [InlineData("com.contoso.a-name-that-goes-on-and-on.tel", "com.contoso.a.name.that.goes.o.5ec0c1a4")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklm", "abcdefghijklmnopqrstuvwxyzabcdefghijklm")]
    [Requirement("EXP-3")]
    public void An_application_id_becomes_a_class_name_that_windows_takes(string id, string progId) =>
        WindowsKeys.ProgIdOf(new("tel", "x", "") { ApplicationId = id }).Should().Be(progId);

    [Fact]
    [Requirement("EXP-3")]
    public void Every_application_id_becomes_a_class_name_that_windows_takes() =>
        Gen.Char["aZ09-_."].Array[1, 60].Select(static text => new string(text)).Where(RegistrationRules.IsApplicationId).Sample(static id =>
        {
            var progId = WindowsKeys.ProgIdOf(new("tel", "x", "") { ApplicationId = id });
            return progId.Length is > 0 and <= 39 && progId[0] != '.' && progId[^1] != '.' && progId.All(static c => char.IsAsciiLetterOrDigit(c) || c == '.');
        });

    [Fact]
    [Requirement("EXP-4")]
    public void The_command_is_split_into_the_arguments_that_activation_accepts()
    {
        var command = Import(RegistrationExport.ToRegistryFile(Fleet.OwnScheme)).Values.Last().Value.Replace("%1", Link, StringComparison.Ordinal);

        var words = WindowsArguments.Split(command);

        words.Should().Equal(Fleet.OwnScheme[0].Executable, "--phonelink", "--", Link);
        ProtocolActivation.TryGetUri([.. words.Skip(1)], ["domycall"], new ActivationOptions { CommandLine = command }, out var uri, out _).Should().BeTrue();
        uri!.OriginalText.Should().Be(Link);
    }

    [Fact]
    [Requirement("EXP-5")]
    public void Any_name_survives_the_way_through_the_file() =>
        Gen.Char.Array[1, 20].Select(static text => new string(text))
            .Where(static name => !string.IsNullOrWhiteSpace(name) && !name.Any(static c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029'))
            .Sample(static name =>
            {
                var values = Import(RegistrationExport.ToRegistryFile([Fleet.OwnScheme[0] with { DisplayName = name + "\\\"" }])).Values;
                return values.First().Value == $"URL:{name}\\\"";
            });

    [Theory]
    [InlineData(RegistrationScope.User)]
    [InlineData(RegistrationScope.Machine)]
    [Requirement("EXP-6")]
    public void The_removing_file_takes_out_what_was_put_in_and_nothing_else(RegistrationScope scope)
    {
        var hive = scope is RegistrationScope.User ? "HKEY_CURRENT_USER" : "HKEY_LOCAL_MACHINE";
        var fleet = Fleet.AllSchemes.Select(registration => registration with { Scope = scope }).ToList();
        var registry = new RegistryFile();
        registry.Values[($@"{hive}\Software\Classes\tel", "URL Protocol")] = "";
        registry.Values[($@"{hive}\Software\Classes\callto", "URL Protocol")] = "";
        registry.Values[($@"{hive}\Software\Classes\domycall2", "@")] = "another's";
        registry.Values[($@"{hive}\Software\RegisteredApplications", "Another")] = "another's";
        registry.Values[($@"{hive}\Software\Clients\PhoneLink\Contoso Phone & Co 2\Capabilities", "ApplicationName")] = "another's";
        var before = registry.Values.ToList();

        registry.Import(RegistrationExport.ToRegistryFile(fleet).ToBytes());
        registry.Values.Should().HaveCountGreaterThan(20);
        registry.Import(RegistrationExport.ToRegistryRemoval(fleet).ToBytes());

        registry.Values.Should().Equal(before);
    }

    [Fact]
    [Requirement("EXP-6")]
    public void Users_and_machine_share_a_file_but_no_key()
    {
        var values = Import(RegistrationExport.ToRegistryFile([Fleet.OwnScheme[0], Fleet.AllSchemes[1]])).Values;

        values.Keys.Where(static value => value.Key.EndsWith(@"\command", StringComparison.Ordinal)).Select(static value => value.Key).Should().Equal(
            @"HKEY_CURRENT_USER\Software\Classes\domycall\shell\open\command", @"HKEY_LOCAL_MACHINE\Software\Classes\com.contoso.phone.tel\shell\open\command");
        values.Keys.Should().NotContain(static value => value.Key.Contains("UserChoice", StringComparison.OrdinalIgnoreCase) || value.Key.StartsWith("HKEY_CLASSES_ROOT", StringComparison.Ordinal));
    }

    private static RegistryFile Import(ExportedFile file)
    {
        var registry = new RegistryFile();
        registry.Import(file.ToBytes());
        return registry;
    }
}
