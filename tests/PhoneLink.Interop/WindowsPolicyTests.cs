using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>An administrator's policies in a registry that another program wrote.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WindowsPolicyTests(Wine wine) : IClassFixture<Wine>
{
    [ToolFact("wine", "wineserver")]
    [Requirement("PREF-38")]
    public async Task Policies_are_read_as_reg_wrote_them()
    {
        const string Machine = @"HKLM\Software\Policies\PhoneLink";
        const string User = @"HKCU\Software\Policies\PhoneLink";
        (await wine.RunAsync("policies")).Should().Equal("serves: sip:%p", "Format at User (User: Serves)");

        await wine.AddToRegistryAsync(Machine, "Format", "domycall:%p?name=<attn>&x=%25");
        await wine.AddToRegistryAsync(Machine, "Count", "0xfffffffe", "REG_DWORD");
        await wine.AddToRegistryAsync(Machine, "Hosts", @"a.example\0b.example", "REG_MULTI_SZ");
        await wine.AddToRegistryAsync(Machine, "Path", "%SystemRoot%", "REG_EXPAND_SZ");
        await wine.AddToRegistryAsync(Machine, "Binary", "ABCD", "REG_BINARY");
        await wine.AddToRegistryAsync(Machine, "Long", new('x', 3000));
        await wine.AddToRegistryAsync(Machine + @"\Recommended", "Format", "callto:%p");
        await wine.AddToRegistryAsync(User, "Ring", "Bø-日本");
        await wine.AddToRegistryAsync(User + @"\Recommended", "Ring", "no");

        (await wine.RunAsync("policies")).Should().BeEquivalentTo(
            "Format at System = callto:%p",
            "Format at System, locked at System = domycall:%p?name=<attn>&x=%25",
            "Count at System, locked at System = 4294967294",
            "Hosts at System, locked at System = a.example,b.example",
            "Path at System, locked at System = %SystemRoot%",
            "Long at System, locked at System = " + new string('x', 3000),
            "Ring at User = no",
            "Ring at User, locked at User = Bø-日本",
            "serves: domycall:%p?name=<attn>&x=%25",
            "Format at System, locked at System (User: Locked; System: Serves; System: Locked)");

        await wine.DeleteFromRegistryAsync(Machine);
        await wine.DeleteFromRegistryAsync(User);
        (await wine.RunAsync("policies")).Should().Equal("serves: sip:%p", "Format at User (User: Serves)");
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("PREF-38")]
    public async Task A_vendors_policies_lie_under_its_own_name()
    {
        await wine.AddToRegistryAsync(@"HKCU\Software\Policies\Contoso\Phone", "Format", "callto:%p");

        (await wine.RunAsync("policies", @"Contoso\Phone")).Should().Equal(
            "Format at User, locked at User = callto:%p", "serves: callto:%p", "Format at User, locked at User (User: Serves; User: Locked)");
        (await wine.RunAsync("policies", @"Contoso")).Should().HaveCount(2);
    }

    [ToolFact("wine", "wineserver")]
    [Requirement("PREF-45")]
    public async Task A_preference_file_is_written_from_two_sides_on_windows_too()
    {
        (await wine.RunAsync("preference-file", wine.Path("phone.json"))).Should().Equal("torn: 0 of many", "user 1: 10", "user 2: 10");

        (await File.ReadAllTextAsync(wine["phone.json"])).Should().StartWith("{").And.EndWith("}\n");
    }
}
