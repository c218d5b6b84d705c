using PhoneLink.Registration;

namespace PhoneLink.Tests.Registration.Export;

public sealed class ExportRefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("phone.exe")]
    [InlineData(@"C:phone.exe")]
    [InlineData(@"\\server\share\phone.exe")]
    [InlineData(@"\\?\C:\phone.exe")]
    [InlineData(@"%ProgramFiles%\phone.exe")]
    [InlineData(@"C:\100%1\phone.exe")]
    [InlineData("C:\\a\"b\\phone.exe")]
    [InlineData(@"C:/Contoso/phone.exe")]
    [InlineData(@"C:\Contoso/phone.exe")]
    [InlineData(@"C:\Contoso\phone.exe:stream.exe")]
    [InlineData(@"C:\Contoso\..\phone.exe")]
    [InlineData(@"C:\Contoso\.\phone.exe")]
    [InlineData(@"C:\Contoso \phone.exe")]
    [InlineData(@"C:\\phone.exe")]
    [InlineData(@"C:\phone.exe ")]
    [InlineData(@"C:\phone.exe.")]
    [InlineData(@"C:\phone")]
    [InlineData(@"C:\phone.bat")]
    [InlineData(@"C:\phone.exe.cmd")]
    [InlineData(@"C:\Windows\System32\cmd.exe")]
    [InlineData(@"C:\Windows\System32\WindowsPowerShell\v1.0\PowerShell.EXE")]
    [InlineData("C:\\a\nb\\phone.exe")]
    [InlineData("/opt/contoso/phone")]
    [Requirement("EXP-7")]
    public void A_path_that_windows_would_read_otherwise_is_refused(string executable)
    {
        ProtocolRegistration[] wanted = [Fleet.OwnScheme[0] with { Executable = executable }];

        FailureOf(() => RegistrationExport.ToRegistryFile(wanted)).Should().Be(RegistrationFailure.InvalidExecutable);
        FailureOf(() => RegistrationExport.ToRegistryRemoval(wanted)).Should().Be(RegistrationFailure.InvalidExecutable);
    }

    [Fact]
    [Requirement("EXP-7")]
    public void A_path_is_whole_text_and_as_long_as_an_icons_place_may_be()
    {
        static ProtocolRegistration[] Wanted(int length) => [Fleet.OwnScheme[0] with { Executable = @"C:\" + new string('a', length - 7) + ".exe" }];

        RegistrationExport.ToRegistryFile(Wanted(257)).Text.Should().Contain(".exe,0\"");
        FailureOf(static () => RegistrationExport.ToRegistryFile([Fleet.OwnScheme[0] with { Executable = "C:\\a\ud800\\phone.exe" }])).Should().Be(RegistrationFailure.InvalidExecutable);
        FailureOf(static () => RegistrationExport.ToRegistryFile(Wanted(258))).Should().Be(RegistrationFailure.InvalidExecutable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("phone")]
    [InlineData("/opt/../phone")]
    [InlineData("/opt/con toso/phone")]
    [InlineData("/opt/100%u/phone")]
    [InlineData("/opt/a\nExec=evil/phone")]
    [InlineData("/usr/bin/python3")]
    [InlineData("/opt/phone.jar")]
    [InlineData(@"C:\phone.exe")]
    [Requirement("EXP-7")]
    public void A_path_that_a_desktop_could_not_start_is_refused(string executable) =>
        FailureOf(() => RegistrationExport.ToDesktopFile(Fleet.OnLinux[0] with { Executable = executable })).Should().Be(RegistrationFailure.InvalidExecutable);

    [Theory]
    [InlineData(@"a\b")]
    [InlineData("a]b")]
    [InlineData("[a")]
    [InlineData("a\r\n[HKEY_LOCAL_MACHINE\\x]")]
    [Requirement("EXP-7")]
    public void A_product_that_could_break_out_of_its_key_is_refused(string product) =>
        FailureOf(() => RegistrationExport.ToRegistryFile([Fleet.AllSchemes[1] with { Product = product }])).Should().Be(RegistrationFailure.InvalidName);

    [Fact]
    [Requirement("EXP-7")]
    public void Lists_that_contradict_themselves_are_refused()
    {
        var (own, tel) = (Fleet.AllSchemes[0], Fleet.AllSchemes[1]);
        FluentActions.Invoking(static () => RegistrationExport.ToRegistryFile(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(static () => RegistrationExport.ToDesktopFile(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(static () => RegistrationExport.ToRegistryFile([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => RegistrationExport.ToInfoPlist([null!])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => RegistrationExport.ToMimeAppsList([own, own with { Scheme = "DOMYCALL", ApplicationId = "x" }])).Should().Throw<ArgumentException>().WithMessage("*one scheme*");
        FluentActions.Invoking(() => RegistrationExport.ToMimeAppsList([own, tel with { ApplicationId = own.ApplicationId }])).Should().Throw<ArgumentException>().WithMessage("*application id*");
        FluentActions.Invoking(() => RegistrationExport.ToRegistryFile([tel, tel with { Scheme = "sip", ApplicationId = "com-Contoso-phone-tel" }])).Should().Throw<ArgumentException>().WithMessage("*punctuation*");
        FailureOf(() => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Chrome, [own with { Scheme = "https" }], Fleet.Origins)).Should().Be(RegistrationFailure.InvalidScheme);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("*", "'*' is refused")]
    [InlineData("https://*.contoso.com", "'*' is refused")]
    [InlineData("crm.contoso.com", "https://")]
    [InlineData("ftp://crm.contoso.com", "https://")]
    [InlineData("https:/crm.contoso.com", "https://")]
    [InlineData("https://crm.contoso.com/", "without a path")]
    [InlineData("https://crm.contoso.com/crm", "without a path")]
    [InlineData("https://crm.contoso.com?x", "without a path")]
    [InlineData("https://crm.contoso.com#x", "without a path")]
    [InlineData("https://user@crm.contoso.com", "a user")]
    [InlineData(@"https://crm.contoso.com\", "without a path")]
    [InlineData("https://", "host")]
    [InlineData("https://.crm.contoso.com", "host")]
    [InlineData("https://crm..com", "host")]
    [InlineData("https://crm.contoso.com.", "host")]
    [InlineData("https://-crm.com", "host")]
    [InlineData("https://crm contoso.com", "host")]
    [InlineData("https://bø.no", "host")]
    [InlineData("https://[::1]", "host")]
    [InlineData("https://crm.contoso.com:", "port")]
    [InlineData("https://crm.contoso.com:0", "port")]
    [InlineData("https://crm.contoso.com:65536", "port")]
    [InlineData("https://crm.contoso.com:+80", "port")]
    [InlineData("http://crm.contoso.com", "localhost")]
    [InlineData("http://localhost.contoso.com", "localhost")]
    [Requirement("EXP-8")]
    public void A_page_is_named_by_its_origin_and_nothing_else(string origin, string why) =>
        FluentActions.Invoking(() => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Firefox, Fleet.OwnScheme, ["https://crm.contoso.com", origin]))
            .Should().Throw<ArgumentException>().WithMessage($"Origin 2 *{why}*").Which.ParamName.Should().Be("origins");

    [Theory]
    [InlineData("HTTPS://Crm.Contoso.com:443", "https://crm.contoso.com")]
    [InlineData("https://crm.contoso.com:80", "https://crm.contoso.com:80")]
    [InlineData("http://127.0.0.1:80", "http://127.0.0.1")]
    [InlineData("http://localhost:443", "http://localhost:443")]
    [InlineData("https://xn--b-lka.no", "https://xn--b-lka.no")]
    [InlineData("https://intranet", "https://intranet")]
    [Requirement("EXP-8")]
    public void An_origin_is_written_as_browsers_compare_it(string origin, string written) =>
        RegistrationExport.ToBrowserPolicy(PolicyBrowser.Firefox, Fleet.OwnScheme, [origin, origin]).Text.Should().Contain($"\"{written}\"\n");

    [Fact]
    [Requirement("EXP-8")]
    public void Without_an_origin_there_is_no_policy()
    {
        FluentActions.Invoking(static () => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Chrome, Fleet.OwnScheme, [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Chrome, Fleet.OwnScheme, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(static () => RegistrationExport.ToBrowserPolicyRegistryFile(PolicyBrowser.Chrome, Fleet.OwnScheme, [null!])).Should().Throw<ArgumentException>();
    }

    private static RegistrationFailure FailureOf(Func<ExportedFile> export) => export.Should().Throw<RegistrationException>().Which.Failure;
}
