using System.Text;
using PhoneLink.Registration;
using PhoneLink.Tests.Registration.Export;

namespace PhoneLink.Tests.Registration.MacOS;

public sealed class InfoPlistTests
{
    private const string Good = "<key>CFBundleIdentifier</key><string>com.contoso.Phone-2</string>";
    private const string DocType = "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    [Fact]
    [Requirement("MAC-1")]
    public void What_is_exported_declares_the_schemes()
    {
        var merged = RegistrationExport.ToInfoPlist(Fleet.OnLinux).Text.Replace("<key>CFBundleURLTypes", Good + "<key>CFBundleURLTypes", StringComparison.Ordinal);

        CheckText(merged, "domycall", "TEL", "callto").Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "CFBundleURLTypes is missing.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleURLTypes</key><dict/>", "CFBundleURLTypes is not an array.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleURLTypes</key><array/>", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleURLTypes</key><array><string>tel</string></array>", "Entry 1 of CFBundleURLTypes is not a dictionary.", "The scheme 'tel' is not declared.")]
    [Requirement("MAC-2")]
    public void A_list_without_a_declaration_is_said_to_lack_it(string types, params string[] problems) =>
        Check(Good + types, "tel").Should().Equal(problems);

    [Theory]
    [InlineData("<key>CFBundleURLSchemes</key><string>tel</string>", "CFBundleURLSchemes of entry 1 of CFBundleURLTypes is missing, empty or not an array.", "The scheme 'tel' is not declared.")]
    [InlineData("", "CFBundleURLSchemes of entry 1 of CFBundleURLTypes is missing, empty or not an array.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleURLSchemes</key><array/>", "CFBundleURLSchemes of entry 1 of CFBundleURLTypes is missing, empty or not an array.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleURLSchemes</key><array><integer>1</integer><string>tel</string></array>", "CFBundleURLSchemes of entry 1 of CFBundleURLTypes holds something that is not a text.")]
    [InlineData("<key>CFBundleURLSchemes</key><array><string>tel:</string></array>", "Entry 1 of CFBundleURLTypes has a scheme with a colon or slashes; a scheme is written without them.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleURLSchemes</key><array><string>te l</string></array>", "Entry 1 of CFBundleURLTypes has a malformed scheme. A scheme is 2 to 63 letters, digits, '+', '-' or '.', and starts with a letter.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleURLSchemes</key><array><string>tel</string><string>Tel</string></array>", "The scheme 'tel' is declared twice.")]
    [InlineData("<key>CFBundleURLSchemes</key><array><string>TEL</string><string>other</string></array>")]
    [InlineData("<key>CFBundleTypeRole</key><string>None</string><key>CFBundleURLSchemes</key><array><string>tel</string></array>", "Entry 1 of CFBundleURLTypes has the CFBundleTypeRole 'None': it declares its schemes, and does not open them.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>CFBundleTypeRole</key><string>viewer</string><key>CFBundleURLSchemes</key><array><string>tel</string></array>", "Entry 1 of CFBundleURLTypes has a CFBundleTypeRole that is none of Editor, Viewer, Shell, QLGenerator, None.")]
    [InlineData("<key>LSHandlerRank</key><string>None</string><key>CFBundleURLSchemes</key><array><string>tel</string></array>", "Entry 1 of CFBundleURLTypes has the LSHandlerRank 'None': it declares its schemes, and does not open them.", "The scheme 'tel' is not declared.")]
    [InlineData("<key>LSHandlerRank</key><true/><key>CFBundleURLSchemes</key><array><string>tel</string></array>", "Entry 1 of CFBundleURLTypes has a LSHandlerRank that is none of Owner, Default, Alternate, None.")]
    [InlineData("<key>LSHandlerRank</key><string>Owner</string><key>CFBundleURLSchemes</key><array><string>tel</string></array>")]
    [Requirement("MAC-2")]
    public void A_declaration_that_does_not_work_is_told_in_words(string type, params string[] problems) =>
        Check($"{Good}<key>CFBundleURLTypes</key><array><dict>{type}</dict></array>", "tel").Should().Equal(problems);

    [Theory]
    [InlineData("", "CFBundleIdentifier is missing or not a text*")]
    [InlineData("<key>CFBundleIdentifier</key><string/>", "CFBundleIdentifier is missing or not a text*")]
    [InlineData("<key>CFBundleIdentifier</key><array/>", "CFBundleIdentifier is missing or not a text*")]
    [InlineData("<key>CFBundleIdentifier</key><string>$(PRODUCT_BUNDLE_IDENTIFIER)</string>", "CFBundleIdentifier has characters*")]
    [InlineData("<key>CFBundleIdentifier</key><string>com.contoso.bø</string>", "CFBundleIdentifier has characters*")]
    [Requirement("MAC-2")]
    public void A_bundle_needs_an_identifier(string id, string problem) =>
        Check(id + "<key>CFBundleURLTypes</key><array/>").Should().ContainSingle().Which.Should().Match(problem);

    [Fact]
    [Requirement("MAC-2")]
    public void One_scheme_in_two_entries_is_declared_twice()
    {
        const string Type = "<dict><key>CFBundleURLSchemes</key><array><string>tel</string></array></dict>";

        Check($"{Good}<key>CFBundleURLTypes</key><array>{Type}{Type}</array>", "tel", "tel").Should().Equal("The scheme 'tel' is declared twice.");
    }

    [Fact]
    [Requirement("MAC-3")]
    public void A_binary_list_is_refused_with_the_way_to_convert_it() =>
        Refused("bplist00"u8.ToArray()).Should().Contain("plutil -convert xml1");

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<html/>")]
    [InlineData("<plist/>")]
    [InlineData("<plist></plist>")]
    [InlineData("<plist><array/></plist>")]
    [InlineData("<plist><dict/><dict/></plist>")]
    [InlineData("<plist><dict><string>a</string></dict></plist>")]
    [InlineData("<plist><dict><key>a</key></dict></plist>")]
    [InlineData("<plist><dict><key>a</key><true/><key>a</key><true/></dict></plist>")]
    [InlineData("<plist><dict><key>a</key><script/></dict></plist>")]
    [InlineData("<plist><dict><key>a</key><string><b/></string></dict></plist>")]
    [InlineData("<plist><dict>")]
    [InlineData("<plist><dict>text</dict></plist>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"nonsense\"?><plist><dict/></plist>")]
    [InlineData("<!DOCTYPE plist [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><plist><dict><key>&b;</key><true/></dict></plist>")]
    [InlineData("<!DOCTYPE plist [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><plist><dict><key>&a;</key><true/></dict></plist>")]
    [Requirement("MAC-3")]
    public void What_is_no_property_list_is_refused_in_words(string text) => Refused(Encoding.UTF8.GetBytes(text)).Should().NotContain("aaaa").And.NotContain("root:");

    [Fact]
    [Requirement("MAC-3")]
    public void Deep_long_and_undecodable_lists_are_refused()
    {
        Refused(Encoding.UTF8.GetBytes("<plist>" + string.Concat(Enumerable.Repeat("<array>", 100_000)))).Should().Contain("deep");
        Refused(new byte[(1 << 20) + 1]).Should().Contain("longer");
        Refused([.. "<plist><dict><key>"u8, 0xFF, .. "</key><true/></dict></plist>"u8]).Should().Contain("no well-formed XML");
    }

    [Fact]
    [Requirement("MAC-3")]
    public void A_doctype_is_passed_over_and_other_encodings_are_read()
    {
        var text = $"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n{DocType}\n<!-- c --><plist version=\"1.0\"><dict>{Good}<!-- c --><key>LSMinimumSystemVersion</key><real>13</real><key>CFBundleURLTypes</key><array/></dict></plist>";

        InfoPlist.Check(new MemoryStream([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]), []).Should().BeEmpty();
    }

    [Fact]
    [Requirement("MAC-2")]
    public void Schemes_that_nobody_may_open_are_refused()
    {
        FluentActions.Invoking(static () => InfoPlist.Check(new MemoryStream(), ["javascript"])).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.InvalidScheme);
        FluentActions.Invoking(static () => InfoPlist.Check(null!, [])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(static () => InfoPlist.Check(new MemoryStream(), null!)).Should().Throw<ArgumentNullException>();
    }

    private static IEnumerable<string> Check(string entries, params string[] schemes) =>
        CheckText($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{DocType}<plist version=\"1.0\"><dict>{entries}</dict></plist>", schemes);

    private static IEnumerable<string> CheckText(string text, params string[] schemes)
    {
        var problems = InfoPlist.Check(new MemoryStream(Encoding.UTF8.GetBytes(text)), schemes);
        problems.All(static problem => problem.Kind == RegistrationProblemKind.NotInPlace).Should().BeTrue();
        return problems.Select(static problem => problem.Message);
    }

    private static string Refused(byte[] contents)
    {
        var problem = InfoPlist.Check(new MemoryStream(contents), ["tel"]).Should().ContainSingle().Subject;
        problem.Kind.Should().Be(RegistrationProblemKind.Refused);
        return problem.Message;
    }
}
