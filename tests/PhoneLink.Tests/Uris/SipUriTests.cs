namespace PhoneLink.Tests.Uris;

/// <summary>RFC 3261 §19.1, with RFC 5954 for IPv6.</summary>
public sealed class SipUriTests
{
    [Theory]
    [Requirement("URI-30")]
    [InlineData("sip:alice@atlanta.com", "alice", "atlanta.com", null)]
    [InlineData("sip:alice:secretword@atlanta.com;transport=tcp", "alice", "atlanta.com", null)]
    [InlineData("sips:alice@atlanta.com?subject=project%20x&priority=urgent", "alice", "atlanta.com", null)]
    [InlineData("sip:+1-212-555-1212:1234@gateway.com;user=phone", "+1-212-555-1212", "gateway.com", null)]
    [InlineData("sips:1212@gateway.com", "1212", "gateway.com", null)]
    [InlineData("sip:alice@192.0.2.4", "alice", "192.0.2.4", null)]
    [InlineData("sip:atlanta.com;method=REGISTER?to=alice%40atlanta.com", null, "atlanta.com", null)]
    [InlineData("sip:alice;day=tuesday@atlanta.com", "alice;day=tuesday", "atlanta.com", null)]
    [InlineData("SIP:%61lice@AtlanTa.CoM;Transport=tcp", "alice", "atlanta.com", null)]
    [InlineData("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com", null, "biloxi.com", null)]
    [InlineData("sip:bob@biloxi.com:6000;transport=tcp", "bob", "biloxi.com", 6000)]
    [InlineData("sip:j.doe@big.com;maddr=239.255.255.1;ttl=15", "j.doe", "big.com", null)]
    [InlineData("sip:alice?x/y@h", "alice?x/y", "h", null)]
    [InlineData("sip:a@h.", "a", "h.", null)]
    [InlineData("sip:a@[2001:db8::1]:5061", "a", "[2001:db8::1]", 5061)]
    [InlineData("sip:[::1]", null, "[::1]", null)]
    [InlineData("sip:a@[::ffff:192.0.2.1]", "a", "[::ffff:192.0.2.1]", null)]
    [InlineData("sip:a@h:0", "a", "h", 0)]
    [InlineData("sip:a@h:65535", "a", "h", 65535)]
    [InlineData("sip:a@h?empty=", "a", "h", null)]
    [InlineData("sip:%E2%82%AC@h", "\u20AC", "h", null)]
    [InlineData("sip:vivekg@chair-dnrc.example.com;unknownparam", "vivekg", "chair-dnrc.example.com", null)] // RFC 4475 §3.1.1.1
    [InlineData("sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com", "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*", "example.com", null)] // §3.1.1.2
    [InlineData("sip:sips%3Auser%40example.com@example.net", "sips:user@example.com", "example.net", null)] // §3.1.1.3
    [InlineData("sip:null-%2500-null@example.com", "null-%00-null", "example.com", null)]
    public void What_the_rfc_allows_is_read_without_repair(string text, string? user, string host, int? port)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out var uri, out var error).Should().BeTrue(error.ToString());

        var sip = uri.Should().BeOfType<SipUri>().Which;
        (sip.User, sip.Host, sip.Port).Should().Be((user, host, port));
        sip.Repairs.Should().BeEmpty();
        sip.OriginalText.Should().Be(text);
        TelephonyUri.Parse(text).Should().Be(sip);
    }

    [Theory]
    [Requirement("URI-31")]
    [InlineData("sip:", ParseErrorKind.MissingHost, 4)]
    [InlineData("sip:alice@", ParseErrorKind.MissingHost, 10)]
    [InlineData("sip:@h", ParseErrorKind.InvalidCharacter, 4)]
    [InlineData("sip:a@b@c", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@h_1", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@1.2.3.256", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@h.3com", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@%68", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@2001:db8::1", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@[2001:db8::1%251]", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@[fe80::1", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@[1:2]", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@[]", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@[::1]x", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@h:", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@h:65536", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@h:-1", ParseErrorKind.InvalidHost, 6)]
    [InlineData("sip:a@h: 1", ParseErrorKind.InvalidCharacter, 8)]
    [InlineData("sip:a b@h", ParseErrorKind.InvalidCharacter, 5)]
    [InlineData("sip:a[@h", ParseErrorKind.InvalidCharacter, 4)]
    [InlineData("sip:a:b:c@h", ParseErrorKind.InvalidCharacter, 4)]
    [InlineData("sip:a%@h", ParseErrorKind.InvalidEscape, 5)]
    [InlineData("sip:a%00@h", ParseErrorKind.InvalidEscape, 5)]
    [InlineData("sip:a@h\n", ParseErrorKind.InvalidCharacter, 7)]
    [InlineData("sip:\u0661@h", ParseErrorKind.InvalidCharacter, 4)]
    public void What_is_no_sip_link_has_an_error_and_a_position(string text, ParseErrorKind kind, int position)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(kind, position));
    }

    [Theory]
    [Requirement("URI-32")]
    [InlineData("sip:a@h;", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h;;lr", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h;x=", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h;x=1;X=2", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h;ttl=256", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h;ttl=a", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h;a=b=c", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h?", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h?x", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h?a=1&", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:a@h?a=b;c", ParseErrorKind.InvalidParameter)]
    [InlineData("sip:+4722517000", ParseErrorKind.MissingHost)]
    [InlineData("sip:+4722517000;ext=12", ParseErrorKind.MissingHost)]
    [InlineData("sip:7042", ParseErrorKind.MissingHost)]
    [InlineData(" sip:a@h", ParseErrorKind.Whitespace)]
    [InlineData("sip://+4722517000", ParseErrorKind.MissingHost)]
    public void Lenient_repairs_and_says_so_strict_refuses(string text, ParseErrorKind repair)
    {
        var uri = (SipUri)TelephonyUri.Parse(text);

        uri.Repairs.Should().Contain(it => it.Kind == repair);
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out _).Should().BeFalse();
    }

    [Fact]
    [Requirement("URI-32")]
    public void Slashes_are_a_users_by_the_letter_and_a_habit_in_practice()
    {
        TelephonyUri.TryParse("sip://alice@h".AsSpan(), UriParsing.Strict, out var strict, out _).Should().BeTrue();
        ((SipUri)strict!).User.Should().Be("//alice");

        ((SipUri)TelephonyUri.Parse("sip://@h")).User.Should().Be("//", "the slashes are all that there is of a user");
        TelephonyUri.Parse("sip://:pw@h").Repairs.Should().BeEmpty();
        var lenient = (SipUri)TelephonyUri.Parse("sip://alice@h");
        (lenient.User, lenient.Repairs[0]).Should().Be(("alice", new ParseError(ParseErrorKind.Slashes, 4)));
    }

    [Theory]
    [Requirement("URI-33")]
    [InlineData("sip:+358-555-1234567;postd=pp22@foo.com;user=phone", "+3585551234567", null)]
    [InlineData("sip:+41999999999;cpc=ordinary@h;user=phone", "+41999999999", null)]
    [InlineData("sip:+4722517000;ext=12@pbx.example.com;user=phone", "+4722517000", "12")]
    [InlineData("sip:7042;phone-context=example.com@h;user=phone", "7042", null)]
    [InlineData("sip:*21*22%23@h;user=phone", "*21*22#", null)]
    [InlineData("sip:+4722517000@h", "+4722517000", null)]
    [InlineData("sip:7042@h", "7042", null)]
    [InlineData("sip:+4722517000", "+4722517000", null)]
    [InlineData("sip:+4722517000;ext=12", "+4722517000", "12")]
    [InlineData("sip:alice@h;user=phone", null, null)]
    [InlineData("sip:alice@h", null, null)]
    [InlineData("sip:4722@h;user=ip", null, null)]
    [InlineData("sip:123;phone-context=ctx@h;user=dialstring", null, null)]
    [InlineData("sip:22%2C%2C1@h", null, null)]
    [InlineData("sip:pbx.example.com", null, null)]
    [InlineData("sip:+4722;ext=a@h;user=phone", null, null)]
    [InlineData("sip:22;phone-context=64@h;user=phone", null, null)]
    [InlineData("sip:7042;ext=1;ext=2@h;user=phone", null, null)]
    [InlineData("sip:+47;phone-context=a@h;user=phone", null, null)]
    public void The_user_is_a_number_where_it_says_so_or_is_made_of_digits(string text, string? digits, string? extension)
    {
        var uri = TelephonyUri.Parse(text);

        (uri.Number?.Digits).Should().Be(digits);
        (uri.Number is null).Should().Be(digits is null);
        (uri.Number?.Extension).Should().Be(extension);
    }

    [Theory]
    [Requirement("URI-34")]
    [InlineData("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtlanTa.CoM;Transport=tcp", true)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5", true)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;security=on", true)]
    [InlineData("sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on", true)]
    [InlineData("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com", "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com", true)]
    [InlineData("sip:alice@atlanta.com?subject=project%20x&priority=urgent", "sip:alice@atlanta.com?priority=urgent&subject=project%20x", true)]
    [InlineData("sip:a@[2001:db8::1]", "sip:a@[2001:DB8:0::0:1]", true)]
    [InlineData("sip:a%3b@h", "sip:a%3B@h", true)]
    [InlineData("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp", false)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting", false)]
    [InlineData("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4", false)]
    [InlineData("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off", false)]
    [InlineData("sip:a@h", "sips:a@h", false)]
    [InlineData("sip:a@h", "sip:a@h;user=phone", false)]
    [InlineData("sip:a@h", "sip:a@h;ttl=1", false)]
    [InlineData("sip:a@h", "sip:a@h;maddr=1.2.3.4", false)]
    [InlineData("sip:a@h", "sip:a@h;method=BYE", false)]
    [InlineData("sip:a:P@h", "sip:a:p@h", false)]
    [InlineData("sip:a:p@h", "sip:a@h", false)]
    [InlineData("sip:a%3B@h", "sip:a;@h", false)]
    [InlineData("sip:a@h?x=1&x=2", "sip:a@h?x=1&x=2", true)]
    [InlineData("sip:a@h?x=1&y=3&x=2", "sip:a@h?y=3&x=1&x=2", true)]
    [InlineData("sip:a@h?x=1&x=2", "sip:a@h?x=2&x=1", false)]
    [InlineData("sip:a@h?x=1&x=1", "sip:a@h?x=1&y=1", false)]
    public void Links_are_equivalent_as_the_rfc_lists_them(string left, string right, bool expected)
    {
        var (one, other) = ((SipUri)TelephonyUri.Parse(left), (SipUri)TelephonyUri.Parse(right));

        one.IsEquivalentTo(other).Should().Be(expected);
        other.IsEquivalentTo(one).Should().Be(expected);
        one.IsEquivalentTo(one).Should().BeTrue();
        one.IsEquivalentTo(null).Should().BeFalse();
    }

    [Theory]
    [Requirement("URI-35")]
    [InlineData("tel:+358-555-1234567;postd=pp22", "sip:+3585551234567;postd=pp22@foo.com;user=phone")]
    [InlineData("tel:+1-201-555-0123;EXT=1;b=X;a", "sip:+12015550123;ext=1;a;b=x@foo.com;user=phone")]
    [InlineData("tel:7042;phone-context=Example.com;a=[1]:2", "sip:7042;phone-context=example.com;a=%5B1%5D%3A2@foo.com;user=phone")]
    [InlineData("tel:*21*22%23;phone-context=+47", "sip:*21*22%23;phone-context=+47@foo.com;user=phone")]
    public void A_tel_link_becomes_a_sip_link_and_comes_back(string tel, string sip)
    {
        var uri = (TelUri)TelephonyUri.Parse(tel);

        var made = uri.ToSip("foo.com");

        made.OriginalText.Should().Be(sip);
        TelephonyUri.TryParse(sip.AsSpan(), UriParsing.Strict, out var parsed, out _).Should().BeTrue();
        parsed.Should().Be(made);
        made.ToTel()!.Number.Should().Be(uri.Number);
        made.ToTel()!.Parameters.Select(static it => it.Name).Should().BeEquivalentTo(uri.Parameters.Select(static it => it.Name));
    }

    [Fact]
    [Requirement("URI-35")]
    public void Separators_stay_when_they_are_asked_for()
    {
        ((TelUri)TelephonyUri.Parse("tel:+358-555-1234567;ext=1")).ToSip("foo.com", keepSeparators: true).User.Should().Be("+358-555-1234567;ext=1");
        new TelUri(PhoneNumber.Parse("22 51 70 00")).ToSip("foo.com", keepSeparators: true).User.Should().Be("22517000", "spaces may not stand there");
    }

    [Theory]
    [Requirement("URI-35")]
    [InlineData("alice", "h", null, "sip:alice@h")]
    [InlineData("a b@c:d#%41", "h", 5070, "sip:a%20b%40c%3Ad%23%2541@h:5070")]
    [InlineData("\u00E5se", "[::1]", null, "sip:%C3%A5se@[::1]")]
    [InlineData(null, "192.0.2.1", 0, "sip:192.0.2.1:0")]
    public void A_sip_link_is_made_of_its_parts_and_reads_back(string? user, string host, int? port, string text)
    {
        var uri = new SipUri(user, host, port);

        uri.OriginalText.Should().Be(text);
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out var parsed, out _).Should().BeTrue();
        ((SipUri)parsed!).User.Should().Be(user);
        parsed.Should().Be(uri);
        new SipUri(user, host, port, isSecure: true).OriginalText.Should().StartWith("sips:");
    }

    [Fact]
    [Requirement("URI-35")]
    public void What_makes_no_sip_link_is_refused()
    {
        FluentActions.Invoking(static () => new SipUri("", "h")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new SipUri("a/../b", "h")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new SipUri("\0", "h")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new SipUri("\uD800", "h")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new SipUri("a", null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(static () => new SipUri("a", "h/x")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new SipUri("a", "h;lr")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new SipUri("a", "h", 65536)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(static () => new SipUri(new string('a', 2048), "h")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => new TelUri(PhoneNumber.Parse("1234")).ToSip("a@b")).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Requirement("URI-7")]
    public void A_sip_link_is_masked_when_it_is_printed()
    {
        TelephonyUri.Parse("sip:+4722517000:pass@h;x=secret?subject=Ada").ToString().Should().Be("sip:+********00");
        TelephonyUri.Parse("sip:alice@h").ToString().Should().Be("sip:***");
        ((SipUri)TelephonyUri.Parse("sip:a@h;x=secret")).Parameters[0].ToString().Should().Be("x");
    }
}
