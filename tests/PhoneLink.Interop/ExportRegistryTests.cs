using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Tests;
using PhoneLink.Tests.Registration.Export;

namespace PhoneLink.Interop;

/// <summary>Wine's <c>reg</c> reads the exported <c>.reg</c> files; Windows' own was not tried.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ExportRegistryTests(Wine wine) : IClassFixture<Wine>
{
    private static readonly string[] Keys = [@"Software\Classes\domycall", @"Software\Classes\tel", @"Software\Classes\callto", @"Software\Classes\com.contoso.phone.tel", @"Software\Classes\com.contoso.phone.callto", @"Software\Clients\PhoneLink", @"Software\RegisteredApplications"];

    [ToolTheory("wine", "wineserver")]
    [InlineData(RegistrationScope.Machine)]
    [InlineData(RegistrationScope.User)]
    [Requirement("EXP-11")]
    public async Task Reg_imports_the_files_and_removes_what_they_put_in(RegistrationScope scope)
    {
        var hive = scope is RegistrationScope.Machine ? @"HKLM\" : @"HKCU\";
        var fleet = Fleet.AllSchemes.Select(registration => registration with { Scope = scope }).ToList();
        await wine.AddToRegistryAsync(hive + @"Software\RegisteredApplications", "Another", "another's");
        await wine.AddToRegistryAsync(hive + @"Software\Clients\PhoneLink\Another", "Name", "another's");
        await wine.AddToRegistryAsync(hive + @"Software\Classes\tel\shell\open\command", "Command", "another's");

        await ImportAsync(RegistrationExport.ToRegistryFile(fleet));

        var (wanted, found) = (new RegistryFile(), await ReadAsync(hive));
        wanted.Import(RegistrationExport.ToRegistryFile(fleet).ToBytes());
        wanted.Values.Should().HaveCountGreaterThan(20);
        found.Should().Contain(wanted.Values);
        (await wine.RegAsync("query", hive + @"Software\Classes\domycall\shell\open\command", "/ve")).Should().Contain("""REG_SZ    "C:\Program Files\Contoso Phone\phone.exe" --phonelink -- "%1""");

        await ImportAsync(RegistrationExport.ToRegistryRemoval(fleet));

        var left = await ReadAsync(hive);
        left.Values.Where(static value => value.Contains("Contoso", StringComparison.Ordinal)).Should().BeEmpty();
        left.Keys.Where(static value => value.Key.Contains("domycall", StringComparison.Ordinal) || value.Key.Contains("contoso", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        left.Values.Count(static value => value == "another's").Should().Be(3);
    }

    [ToolTheory("wine", "wineserver")]
    [InlineData(PolicyBrowser.Chrome, @"Software\Policies\Google\Chrome")]
    [InlineData(PolicyBrowser.Edge, @"Software\Policies\Microsoft\Edge")]
    [Requirement("EXP-11")]
    public async Task Reg_imports_a_browsers_policy(PolicyBrowser browser, string key)
    {
        await ImportAsync(RegistrationExport.ToBrowserPolicyRegistryFile(browser, Fleet.OwnScheme, Fleet.Origins));

        (await wine.RegAsync("query", @"HKLM\" + key, "/v", "AutoLaunchProtocolsFromOrigins")).Should().Contain("""
            REG_SZ    [{"protocol":"domycall","allowed_origins":["https://.crm.contoso.com","https://.crm.example:8443","http://.localhost:5000"]}]
            """);
    }

    private async Task ImportAsync(ExportedFile file)
    {
        await File.WriteAllBytesAsync(wine[file.FileName], file.ToBytes());
        await wine.RegAsync("import", wine.Path(file.FileName));
    }

    /// <summary>What <c>reg export</c> says of the keys that are there.</summary>
    private async Task<IReadOnlyDictionary<(string Key, string Name), string>> ReadAsync(string hive)
    {
        var registry = new RegistryFile();
        foreach (var key in Keys)
        {
            // Made where it is missing: reg says no more of a missing key than of any failure.
            await wine.AddToRegistryAsync(hive + key, "Probe", "");
            await wine.RegAsync("export", hive + key, wine.Path("export.reg"), "/y");
            registry.Import(await File.ReadAllBytesAsync(wine["export.reg"]));
        }

        foreach (var probe in registry.Values.Keys.Where(static value => value.Name == "Probe").ToList())
            registry.Values.Remove(probe);

        return registry.Values;
    }
}
