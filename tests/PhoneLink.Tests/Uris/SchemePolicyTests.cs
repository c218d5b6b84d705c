namespace PhoneLink.Tests.Uris;

public class SchemePolicyTests
{
    [Theory]
    [Requirement("URI-9")]
    [InlineData("file")]
    [InlineData("FILE")]
    [InlineData("javascript")]
    [InlineData("JavaScript")]
    [InlineData("data")]
    [InlineData("vbscript")]
    [InlineData("view-source")]
    [InlineData("ms-msdt")]
    [InlineData("ms-sfb2")]
    [InlineData("MS-anything")]
    [InlineData("search-ms")]
    [InlineData("search")]
    [InlineData("shell")]
    [InlineData("hcp")]
    [InlineData("ie.http")]
    [InlineData("vnd.ms.radio")]
    [InlineData("afp")]
    [InlineData("disks")]
    [InlineData("moz-icon")]
    [InlineData("ttp")]
    [InlineData("smb")]
    [InlineData("nfs")]
    [InlineData("ldap")]
    [InlineData("gopher")]
    [InlineData("chrome-extension")]
    [InlineData("vscode-insiders")]
    [InlineData("itms-apps")]
    [InlineData("x-apple.systempreferences")]
    [InlineData("microsoft-edge")]
    [InlineData("intent")]
    [InlineData("http")]
    [InlineData("mailto")]
    [InlineData("c")]
    public void Denied_schemes_are_denied_everywhere(string scheme)
    {
        SchemePolicy.IsDenied(scheme).Should().BeTrue();
        SchemePolicy.Default.Allows(scheme).Should().BeFalse();
        TelephonyUri.TryParse(scheme + ":x", out _).Should().BeFalse();
        PhoneLinkFormat.TryParse(scheme + ":%p", out _).Should().BeFalse();
    }

    [Theory]
    [Requirement("URI-9")]
    [InlineData("tel")]
    [InlineData("callto")]
    [InlineData("sip")]
    [InlineData("sips")]
    [InlineData("sms")]
    [InlineData("domycall")]
    [InlineData("msteams")]
    [InlineData("ms-sfb")]
    [InlineData("zoomphonecall")]
    public void Call_schemes_are_allowed(string scheme) => SchemePolicy.Default.Allows(scheme).Should().BeTrue();

    [Fact]
    [Requirement("URI-10")]
    public void A_policy_can_be_narrowed_and_the_original_stays()
    {
        var policy = SchemePolicy.Default.Deny("CallTo");

        policy.Allows("callto").Should().BeFalse();
        SchemePolicy.Default.Allows("callto").Should().BeTrue();
        ((Func<SchemePolicy>)(() => policy.Deny("not a scheme"))).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Requirement("URI-10")]
    public void Web_links_need_a_named_host()
    {
        SchemePolicy.Default.AllowsHttpsHost("wa.me").Should().BeTrue();
        SchemePolicy.Default.AllowsHttpsHost("Teams.Microsoft.com").Should().BeTrue();
        SchemePolicy.Default.AllowsHttpsHost("evil.example").Should().BeFalse();
        SchemePolicy.Default.AllowHttps("pbx.example.com").AllowsHttpsHost("PBX.example.com").Should().BeTrue();
        SchemePolicy.Default.Deny("https").AllowsHttpsHost("wa.me").Should().BeFalse();
        foreach (var host in new[] { "*", "*.example.com", "a:1", "u@h", "", "a..b", "-a", "1.2.3.4" })
            ((Func<SchemePolicy>)(() => SchemePolicy.Default.AllowHttps(host))).Should().Throw<ArgumentException>();
    }

    [Theory]
    [Requirement("URI-10")]
    [InlineData("https:x")]
    [InlineData("https://")]
    [InlineData("https://user@wa.me/1")]
    [InlineData("https://wa.me:443/1")]
    [InlineData("https://wa%2Eme/1")]
    public void A_web_link_without_a_plain_host_is_no_link(string text) => TelephonyUri.TryParse(text, out _).Should().BeFalse();
}
