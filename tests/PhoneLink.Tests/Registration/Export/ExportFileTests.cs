using System.Text.Json;
using System.Xml.Linq;
using PhoneLink.Registration;
using PhoneLink.Tests.Conventions;

namespace PhoneLink.Tests.Registration.Export;

public sealed class ExportFileTests
{
    /// <summary>Each golden file and what makes it; the file is read by eye once and then only compared.</summary>
    private static readonly Dictionary<string, Func<ExportedFile>> Files = new(StringComparer.Ordinal)
    {
        ["own-scheme.reg"] = static () => RegistrationExport.ToRegistryFile(Fleet.OwnScheme),
        ["own-scheme-remove.reg"] = static () => RegistrationExport.ToRegistryRemoval(Fleet.OwnScheme),
        ["all-schemes.reg"] = static () => RegistrationExport.ToRegistryFile(Fleet.AllSchemes),
        ["all-schemes-remove.reg"] = static () => RegistrationExport.ToRegistryRemoval(Fleet.AllSchemes),
        ["DefaultAssociations.xml"] = static () => RegistrationExport.ToDefaultAssociations(Fleet.AllSchemes),
        ["com.contoso.phone.desktop"] = static () => RegistrationExport.ToDesktopFile(Fleet.OnLinux[0]),
        ["mimeapps.list"] = static () => RegistrationExport.ToMimeAppsList(Fleet.OnLinux),
        ["UrlTypes.plist"] = static () => RegistrationExport.ToInfoPlist(Fleet.OnLinux),
        ["chrome.json"] = static () => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Chrome, Fleet.AllSchemes, Fleet.Origins),
        ["edge.json"] = static () => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Edge, Fleet.AllSchemes, Fleet.Origins),
        ["firefox.json"] = static () => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Firefox, Fleet.AllSchemes, Fleet.Origins),
        ["chrome.reg"] = static () => RegistrationExport.ToBrowserPolicyRegistryFile(PolicyBrowser.Chrome, Fleet.OwnScheme, Fleet.Origins),
        ["edge.reg"] = static () => RegistrationExport.ToBrowserPolicyRegistryFile(PolicyBrowser.Edge, Fleet.OwnScheme, Fleet.Origins),
    };

    private static string Golden => Path.Combine(Repository.Root, "tests", "PhoneLink.Tests", "Registration", "Export", "Golden");

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Requirement("EXP-1")]
    public void An_exported_file_is_its_golden_file_to_the_byte(string name) =>
        Files[name]().ToBytes().Should().Equal(File.ReadAllBytes(Path.Combine(Golden, name)));

    [Fact]
    [Requirement("EXP-1")]
    public void Every_golden_file_is_compared() => Directory.GetFiles(Golden).Select(Path.GetFileName).Should().BeEquivalentTo(Files.Keys);

    [Fact]
    [Requirement("EXP-1")]
    public void Files_are_named_as_their_readers_look_for_them()
    {
        Files["all-schemes.reg"]().ToString().Should().Be("phonelink.reg");
        Files["firefox.json"]().FileName.Should().Be("policies.json");
        Files["chrome.json"]().FileName.Should().Be("phonelink.json");
        Files["com.contoso.phone.desktop"]().FileName.Should().Be("com.contoso.phone.desktop");
        Files["DefaultAssociations.xml"]().FileName.Should().Be("DefaultAssociations.xml");
    }

    [Fact]
    [Requirement("EXP-10")]
    public void Default_associations_name_what_the_registry_file_registers_and_no_private_scheme()
    {
        var registry = new RegistryFile();
        registry.Import(Files["all-schemes.reg"]().ToBytes());

        var associations = XDocument.Parse(Files["DefaultAssociations.xml"]().Text).Root!.Elements("Association").ToList();

        associations.Select(static association => association.Attribute("Identifier")!.Value).Should().Equal("tel", "callto");
        foreach (var association in associations)
        {
            registry.Values.Should().ContainKey(($@"HKEY_LOCAL_MACHINE\Software\Classes\{association.Attribute("ProgId")!.Value}\shell\open\command", "@"));
            registry.Values.Should().ContainKey((@"HKEY_LOCAL_MACHINE\Software\RegisteredApplications", association.Attribute("ApplicationName")!.Value));
        }

        FluentActions.Invoking(static () => RegistrationExport.ToDefaultAssociations(Fleet.OwnScheme)).Should().Throw<ArgumentException>().WithMessage("None of the schemes is shared*");
        FluentActions.Invoking(static () => RegistrationExport.ToDefaultAssociations([Fleet.AllSchemes[1] with { Product = "a\uFFFE" }])).Should().Throw<RegistrationException>()
            .Which.Failure.Should().Be(RegistrationFailure.InvalidName);
    }

    [Theory]
    [InlineData("chrome.json", "https://.crm.contoso.com", "https://.crm.example:8443", "http://.localhost:5000")]
    [InlineData("edge.json", "https://.crm.contoso.com", "https://.crm.example:8443", "http://.localhost:5000")]
    [InlineData("firefox.json", "https://crm.contoso.com", "https://crm.example:8443", "http://localhost:5000")]
    [Requirement("EXP-9")]
    public void A_browser_policy_gives_each_scheme_exactly_the_origins(string name, params string[] origins)
    {
        var root = JsonDocument.Parse(Files[name]().ToBytes()).RootElement;
        var policy = (root.TryGetProperty("policies", out var policies) ? policies : root).GetProperty("AutoLaunchProtocolsFromOrigins");

        policy.EnumerateArray().Select(static entry => entry.GetProperty("protocol").GetString()).Should().Equal("domycall", "tel", "callto");
        foreach (var entry in policy.EnumerateArray())
            entry.GetProperty("allowed_origins").EnumerateArray().Select(static origin => origin.GetString()).Should().Equal(origins);
    }

    [Fact]
    [Requirement("EXP-9")]
    public void The_policy_in_the_registry_is_the_value_of_the_file()
    {
        var registry = new RegistryFile();
        registry.Import(Files["chrome.reg"]().ToBytes());
        registry.Import(Files["edge.reg"]().ToBytes());

        registry.Values.Keys.Select(static value => value.Key).Should().Equal(@"HKEY_LOCAL_MACHINE\Software\Policies\Google\Chrome", @"HKEY_LOCAL_MACHINE\Software\Policies\Microsoft\Edge");
        foreach (var value in registry.Values.Values)
            JsonDocument.Parse(value).RootElement[0].GetProperty("protocol").GetString().Should().Be("domycall");

        FluentActions.Invoking(static () => RegistrationExport.ToBrowserPolicyRegistryFile(PolicyBrowser.Firefox, Fleet.OwnScheme, Fleet.Origins)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(static () => RegistrationExport.ToBrowserPolicy((PolicyBrowser)7, Fleet.OwnScheme, Fleet.Origins)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
