namespace PhoneLink.Tests.Uris;

/// <summary>Links of the RFCs' torture tests and of our own making, in both modes.</summary>
public sealed class TorturedUriTests
{
    [Theory]
    [Requirement("URI-40")]
    [InlineData("tel:1234;phone-context=munich.example.com", "1234 in=munich.example.com")] // RFC 3966 §5.1.5's kinds of context
    [InlineData("tel:+12125550101;isub=1411", "+12125550101 isub=1411")]
    [InlineData("tel:+1-800-234-5678;ext=42", "+18002345678 ext=42")]
    [InlineData("tel:+1-202-533-1234;npdi", "+12025331234 npdi")] // RFC 4694 §5.1: dipped, not ported
    [InlineData("tel:+1-202-533-1234;rn=+1-202-000-0000;npdi", "+12025331234 rn=+1-202-000-0000 npdi")] // The order is the writer's
    [InlineData("tel:+1-202-533-1234;npdi;rn=+1-202-0aB-0000", "+12025331234 npdi rn=+1-202-0aB-0000")] // rn is hexadecimal behind its country code
    [InlineData("tel:+1-800-123-4567;cic=+16789", "+18001234567 cic=+16789")]
    [InlineData("tel:+1-800-123-4567;cic=6789;cic-context=example.com", "+18001234567 cic=6789 cic-context=example.com")]
    [InlineData("tel:+1-800-123-4567;cic=+1-6789;tsp=a.example", "+18001234567 cic=+1-6789 tsp=a.example")]
    [InlineData("tel:+1-800-234-5678;foo;EXT=4-2;Bar=%62az", "+18002345678 ext=42 foo bar=%62az")]
    [InlineData("tel:7042;PHONE-CONTEXT=EXAMPLE.com;ext=1", "7042 ext=1 in=example.com")]
    [InlineData("TeL:7042;Ext=1;pHone-Context=+47", "7042 ext=1 in=+47")]
    [InlineData("tel:1;phone-context=+12-(3)", "1 in=+123")]
    [InlineData("tel:1;phone-context=localhost", "1 in=localhost")]
    [InlineData("tel:1;phone-context=a.b.c1", "1 in=a.b.c1")]
    [InlineData("tel:1;phone-context=a.", "1 in=a.")]
    [InlineData("tel:12#;phone-context=+47", "12# in=+47")]
    [InlineData("tel:1A#*b;phone-context=a", "1a#*b in=a")] // Hexadecimal, star and hash are digits of a local number
    [InlineData("tel:ADA;phone-context=a", "ada in=a")]
    [InlineData("tel:0047;phone-context=+46", "0047 in=+46")] // A context is no prefix
    [InlineData("tel:+47;isub=%20a", "+47 isub=%20a")]
    [InlineData("tel:+47;isub=a=b,c@d", "+47 isub=a=b,c@d")] // uric is wider than the value of another parameter
    [InlineData("tel:+47;ext=(1)", "+47 ext=1")]
    [InlineData("tel:+47;x=a%20b", "+47 x=a%20b")]
    [InlineData("tel:+47;-=1", "+47 -=1")]
    [InlineData("tel:+47;isub-x=1;ext-x=2;phone-context-x=3", "+47 isub-x=1 ext-x=2 phone-context-x=3")]
    [InlineData("tel:+47(22)5170.00-", "+4722517000")]
    [InlineData("tel:+(47)22", "+4722")]
    [InlineData("tel:+47;x=%25%34%31", "+47 x=%25%34%31")]
    [InlineData("tel:+47;x=a+b;y=a:b/c", "+47 x=a+b y=a:b/c")]
    [InlineData("tel:+47;x=%E5", "+47 x=%E5")] // An octet that is no UTF-8 stays
    [InlineData("tel:+1;rn=a1;rn-context=example.com", "+1 rn=a1 rn-context=example.com")]
    [InlineData("sms:+15105550101?body=a&x-vendor=b", "+15105550101 body=a")]
    [InlineData("sms:+15105550101,+15105550102?body=hello%20there", "+15105550101,+15105550102 body=hello there")] // RFC 5724 §2.5
    [InlineData("SMS:+1-510-555-0101,(22)51;phone-context=+47?Body=a%26b%3D", "+15105550101,2251 in=+47 body=a&b=")]
    [InlineData("sip:user;par=u%40example.net@example.com", "user;par=u@example.net example.com")] // RFC 4475 §3.1.1.1 and on
    [InlineData("sip:%75se%72@example.com", "user example.com")]
    [InlineData("sips:vivekg@chair-dnrc.example.com;unknownparam", "vivekg chair-dnrc.example.com  unknownparam")]
    [InlineData("sip:services.example.com;lr;unknownwith=value;unknown-no-value", "- services.example.com  lr unknownwith=value unknown-no-value")]
    [InlineData("sip:user@example.com?Route=%3Csip:example.com%3E", "user example.com  ?route=%3Csip:example.com%3E")]
    [InlineData("sip:user;x=y@example.com:5060", "user;x=y example.com 5060")]
    [InlineData("sip:example.com:5060@x", "example.com x")] // User and password
    [InlineData("sip:a:@h", "a h")]
    [InlineData("sip:carol@chicago.com;transport=TLS;user=ip", "carol chicago.com  transport=TLS user=ip")]
    [InlineData("sip:a@h;%6Cr", "a h  lr")]
    [InlineData("sip:a@h;p=%3B", "a h  p=%3B")]
    [InlineData("sip:a@h?%54o=x", "a h  ?to=x")]
    [InlineData("sip:a@h?to=a&to=b", "a h  ?to=a ?to=b")] // Headers may stand twice
    [InlineData("sip:tester@[2001:db8::9:1]:6050;transport=udp", "tester [2001:db8::9:1] 6050 transport=udp")] // RFC 5118's forms
    [InlineData("sip:user@[2001:db8::10:5070]", "user [2001:db8::10:5070]")]
    [InlineData("sip:caller@[2001:db8::1];received=[2001:db8::9:255]", "caller [2001:db8::1]  received=[2001:db8::9:255]")]
    [InlineData("sip:user@host.example.com;maddr=[2001:db8::5]", "user host.example.com  maddr=[2001:db8::5]")]
    [InlineData("sip:+47(22)51.70-00;ext=1;phone-context=a@h;user=phone", "+47(22)51.70-00;ext=1;phone-context=a h  user=phone")]
    [InlineData("sip:*@h", "* h")]
    [InlineData("sip:%23@h", "# h")]
    [InlineData("nobodyKnowsThisScheme:totallyopaquecontent", "nobodyknowsthisscheme -")] // RFC 4475 §3.3.1 and §3.3.2
    [InlineData("soap.beep://192.0.2.103:3002", "soap.beep -")]
    public void A_tortured_link_that_is_one_is_read_alike_in_both_modes(string text, string told)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out var strict, out var error).Should().BeTrue(error.ToString());
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Lenient, out var lenient, out _).Should().BeTrue();

        (Told(strict!), Told(lenient!)).Should().Be((told, told));
        lenient!.Repairs.Should().BeEmpty();
        lenient.Should().Be(strict);
        lenient.OriginalText.Should().Be(text);
    }

    [Theory]
    [Requirement("URI-40")]
    [InlineData("tel:+1;phone-context", "InvalidParameter@6", "InvalidParameter@6", "+1")]
    [InlineData("tel:1;phone-context", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=+1;phone-context=+2", "InvalidParameter@22", "InvalidParameter@22", "1 in=+1")]
    [InlineData("tel:1;phone-context=a_b", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=-a", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=a..b", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=.a", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=sip:a@b", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=%2B47", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=+47a", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("tel:1;phone-context=++47", "InvalidParameter@5", "InvalidParameter@5 MissingContext@4", "1")]
    [InlineData("sms:+15105550101;phone-context=example.com", "InvalidParameter@16", "InvalidParameter@16", "+15105550101")]
    [InlineData("tel:+47;isub", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;isub=", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;isub=1;isub=2", "InvalidParameter@14", "InvalidParameter@14", "+47 isub=1")]
    [InlineData("tel:+47;isub=a/b?c", "InvalidCharacter@16", "UnexpectedQuery@16", "+47 isub=a/b")] // By RFC 3966's letter a question mark may stand there
    [InlineData("tel:+47;ext", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;ext=1%32", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;ext=*1", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;ext=+1", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;ext=12x3", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;x==1", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;x=1=2", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;x=1,2", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;x=@", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;x=a?b", "InvalidCharacter@11", "UnexpectedQuery@11", "+47 x=a")]
    [InlineData("tel:+47;x_y=1", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;x.y=1", "InvalidParameter@7", "InvalidParameter@7", "+47")] // RFC 2806 allowed dots
    [InlineData("tel:+47;%78=1", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;;", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;A=1;a=1", "InvalidParameter@11", "InvalidParameter@11", "+47 a=1")]
    [InlineData("tel:+47;z=1;ext=5;a;isub-encoding=x", "InvalidParameter@19", "InvalidParameter@19", "+47 ext=5 z=1 a isub-encoding=x")]
    [InlineData("tel:+47;x=1#y", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    [InlineData("tel:+47;rn=+", "InvalidParameter@7", "InvalidParameter@7", "+47 rn=+")]
    [InlineData("tel:+47;cic=+1-6x", "InvalidParameter@7", "InvalidParameter@7", "+47 cic=+1-6x")]
    [InlineData("tel:+47;npdi;npdi", "InvalidParameter@12", "InvalidParameter@12", "+47 npdi")]
    [InlineData("tel:+47,22", "InvalidCharacter@7", "PostDial@7", "+47 then=,22")]
    [InlineData("tel:0047", "MissingContext@4", "MissingContext@4", "0047")]
    [InlineData("tel:*21#", "MissingContext@4", "MissingContext@4", "*21#")]
    [InlineData("tel:%2a31%23;phone-context=+47", "InvalidCharacter@4", "EscapedNumber@4", "*31# in=+47")]
    [InlineData("tel:+4%37", "InvalidCharacter@6", "EscapedNumber@6", "+47")]
    [InlineData("tel:+47/", "InvalidCharacter@7", "Slashes@7", "+47")]
    [InlineData("tel:+47%2D22", "InvalidCharacter@7", "EscapedNumber@7", "+4722")]
    [InlineData("tel:+47\n", "InvalidCharacter@7", "Whitespace@7", "+47")]
    [InlineData("\ntel:+47", "InvalidCharacter@0", "Whitespace@0", "+47")]
    [InlineData("tel:+47\t", "InvalidCharacter@7", "Whitespace@7", "+47")]
    [InlineData("tel:+47\t22", "InvalidCharacter@7", "Whitespace@7", "+4722")]
    [InlineData("sip:h@h?a=b@c", "InvalidParameter@7", "InvalidParameter@7", "h h")]
    [InlineData("sip:user@example.com;lr=", "InvalidParameter@20", "InvalidParameter@20", "user example.com")]
    [InlineData("sip:caller@example.net;;lr", "InvalidParameter@22", "InvalidParameter@22", "caller example.net  lr")]
    [InlineData("sip:a@h?a=1;lr", "InvalidParameter@7", "InvalidParameter@7", "a h")]
    [InlineData("sip:user@example.com ", "InvalidCharacter@20", "Whitespace@20", "user example.com")]
    [InlineData("sms:22517000;ext=1,+4722517001", "MissingContext@4", "MissingContext@4", "22517000 ext=1,+4722517001")]
    [InlineData("tel:+47;tel:+47", "InvalidParameter@7", "InvalidParameter@7", "+47")]
    public void A_tortured_link_is_repaired_in_one_mode_and_refused_in_the_other(string text, string refusal, string repairs, string told)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out var error).Should().BeFalse();
        Told(error).Should().Be(refusal);

        var lenient = TelephonyUri.Parse(text);
        string.Join(' ', lenient.Repairs.Select(Told)).Should().Be(repairs);
        Told(lenient).Should().Be(told);
    }

    [Theory]
    [Requirement("URI-40")]
    [InlineData("tel:+47%A022", "InvalidCharacter@7", "InvalidCharacter@7")]
    [InlineData("sip:1_2@", "MissingHost@8", "MissingHost@8")]
    [InlineData("sip:null-%00-null@example.com", "InvalidEscape@9", "InvalidEscape@9")] // RFC 4475 §3.1.1.4 allows it
    [InlineData("sip:%00", "InvalidEscape@4", "InvalidEscape@4")]
    [InlineData("sip:user@example.com?Route=<sip:example.com>", "InvalidCharacter@27", "InvalidCharacter@27")] // §3.1.2.4
    [InlineData("sip:user@example.com; lr", "InvalidCharacter@21", "InvalidCharacter@21")]
    [InlineData("sip: t.watson@example.org", "InvalidCharacter@4", "InvalidCharacter@4")]
    [InlineData("<sip:user@example.com>", "InvalidScheme@0", "InvalidScheme@0")] // §3.1.2.7
    [InlineData("sip:user@example.com>", "InvalidCharacter@20", "InvalidCharacter@20")]
    [InlineData("\"Ada\" <sip:ada@example.com>", "InvalidScheme@0", "InvalidScheme@0")]
    [InlineData("sip:isbn:2983792873", "InvalidHost@4", "InvalidHost@4")]
    [InlineData("sip:user@2001:db8::10", "InvalidHost@9", "InvalidHost@9")]
    [InlineData("sip:a%zz@h", "InvalidEscape@5", "InvalidEscape@5")]
    [InlineData("sip:a\\b@h", "PathTraversal@5", "PathTraversal@5")]
    [InlineData("sip:a@h:5060:1", "InvalidHost@6", "InvalidHost@6")]
    [InlineData("sip:a@-h", "InvalidHost@6", "InvalidHost@6")]
    [InlineData("sip:a@h-", "InvalidHost@6", "InvalidHost@6")]
    [InlineData("tel:;ext=1", "NoNumber@4", "NoNumber@4")]
    [InlineData("tel:?x", "InvalidCharacter@4", "NoNumber@4")]
    [InlineData("tel:+;ext=1", "NoNumber@4", "NoNumber@4")]
    [InlineData("tel:%20", "InvalidCharacter@4", "NoNumber@4")]
    [InlineData("tel:()", "NoNumber@4", "NoNumber@4")]
    [InlineData("tel:;phone-context=+47", "NoNumber@4", "NoNumber@4")]
    [InlineData("tel:;phone-context=example.com", "NoNumber@4", "NoNumber@4")]
    [InlineData("tel:+47;x=a<b", "InvalidParameter@7", "InvalidCharacter@11")]
    [InlineData("tel:+47;x=a b", "InvalidParameter@7", "InvalidCharacter@11")]
    [InlineData("tel:+47;x=%", "InvalidParameter@7", "InvalidEscape@10")]
    [InlineData("tel:+47;x=%g1", "InvalidParameter@7", "InvalidEscape@10")]
    [InlineData("tel:+47/22", "InvalidCharacter@7", "InvalidCharacter@7")]
    [InlineData("tel:+47_22", "InvalidCharacter@7", "InvalidCharacter@7")]
    [InlineData("tel:+47~22", "InvalidCharacter@7", "InvalidCharacter@7")]
    [InlineData("tel:++47", "InvalidCharacter@5", "InvalidCharacter@5")]
    [InlineData("tel:+47+22", "InvalidCharacter@7", "InvalidCharacter@7")]
    [InlineData("tel:47+22;phone-context=+47", "InvalidCharacter@6", "InvalidCharacter@6")]
    [InlineData("tel:G1;phone-context=a", "InvalidCharacter@4", "InvalidCharacter@4")]
    [InlineData("tel:(44).1234-*#+Deaf", "InvalidCharacter@16", "InvalidCharacter@16")] // What a lax parser takes
    [InlineData("tel:+47#a", "InvalidCharacter@7", "InvalidCharacter@7")]
    [InlineData("tel:+47#;ext=1", "InvalidCharacter@7", "InvalidCharacter@7")]
    [InlineData("tel:+1-800-FLOWERS", "InvalidCharacter@11", "InvalidCharacter@11")]
    [InlineData("tel:TEL:+47", "InvalidCharacter@4", "InvalidCharacter@4")]
    [InlineData("callto:+47\t22", "InvalidCharacter@10", "InvalidCharacter@10")]
    [InlineData("4722517000", "MissingScheme@0", "MissingScheme@0")]
    [InlineData("//+47", "MissingScheme@0", "MissingScheme@0")]
    [InlineData("tel;+47", "MissingScheme@0", "MissingScheme@0")]
    [InlineData(" :+47", "InvalidCharacter@0", "MissingScheme@1")]
    [InlineData("tel :+47", "InvalidScheme@0", "InvalidScheme@0")]
    [InlineData("+tel:+47", "InvalidScheme@0", "InvalidScheme@0")]
    public void A_tortured_link_that_is_none_is_refused_in_both_modes(string text, string strictly, string leniently)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out var strict).Should().BeFalse();
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Lenient, out _, out var lenient).Should().BeFalse();

        (Told(strict), Told(lenient)).Should().Be((strictly, leniently));
    }

    /// <summary>Tells what was read of a link: a number with its parts, or user, host and port; then parameters, and headers behind a question mark.</summary>
    internal static string Told(TelephonyUri uri) => uri switch
    {
        TelUri tel => Told(tel),
        SipUri sip => $"{sip.User ?? "-"} {sip.Host ?? "-"} {sip.Port}{Told(sip.Parameters)}{Told(sip.Headers, "?")}".TrimEnd(),
        SmsUri sms => string.Join(',', sms.Recipients.Select(Told)) + Told("body", sms.Body),
        _ => $"{uri.Scheme} {uri.Number?.Digits ?? "-"}",
    };

    internal static string Told(ParseError error) => $"{error.Kind}@{error.Position}";

    private static string Told(TelUri tel) =>
        tel.Number.Digits + Told("ext", tel.Number.Extension) + Told("isub", tel.Number.Subaddress) + Told("in", tel.Number.Context)
        + Told("then", tel.Number.PostDial) + Told(tel.Parameters);

    private static string Told(string name, string? value) => value is null ? "" : $" {name}={value}";

    private static string Told(IReadOnlyList<UriParameter> parameters, string mark = "") =>
        string.Concat(parameters.Select(it => it.RawValue is null ? $" {mark}{it.Name}" : Told(mark + it.Name, it.RawValue)));
}
