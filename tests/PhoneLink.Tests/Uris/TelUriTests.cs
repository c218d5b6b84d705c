using PhoneLink.Tests.Dialing;

namespace PhoneLink.Tests.Uris;

/// <summary>RFC 3966 and the parameters that other RFCs register.</summary>
public sealed class TelUriTests
{
    [Theory]
    [Requirement("URI-20")]
    [InlineData("tel:+1-201-555-0123")] // RFC 3966 §6
    [InlineData("tel:7042;phone-context=example.com")]
    [InlineData("tel:863-1234;phone-context=+1-914-555")]
    [InlineData("tel:911;phone-context=+1")] // §5.1.5
    [InlineData("tel:+1-800-123-4567;cic=+1-6789")] // RFC 4694 §5
    [InlineData("tel:+1-202-533-1234;npdi;rn=+1-202-544-0000")]
    [InlineData("tel:+1-202-533-1234;npdi;rn=202-544-0000;rn-context=+1")]
    [InlineData("tel:+1-800-123-4567;cic=2789;cic-context=+1-202")]
    [InlineData("tel:+441632960038;enumdi")] // RFC 4759
    [InlineData("tel:+5550100;tgrp=TG-1;trunk-context=example.com")] // RFC 4904
    [InlineData("tel:5550100;phone-context=+1-630;tgrp=TG-1;trunk-context=+1-630")]
    [InlineData("tel:+17005554141;isub=12345;isub-encoding=nsap-ia5")] // RFC 4715
    [InlineData("tel:+1;verstat=TN-Validation-Passed;premium-rate=information")]
    [InlineData("tel:+12-(34).56;phone-context-x=1")]
    [InlineData("tel:a;phone-context=3phone.J.")]
    [InlineData("tel:1;phone-context=a--z")]
    [InlineData("tel:1;phone-context=1234.com")]
    [InlineData("tel:+1;x=a%2Cb;y=!*'()[]/:&+$~._-")]
    [InlineData("tel:+1;ext=1-2.(3)")]
    [InlineData("tel:+1;m-x=1")]
    public void What_the_rfcs_allow_is_read_strictly(string text)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out var uri, out var error).Should().BeTrue(error.ToString());

        uri!.Repairs.Should().BeEmpty();
        var written = ((TelUri)uri).CanonicalText;
        TelephonyUri.TryParse(written.AsSpan(), UriParsing.Strict, out var again, out error).Should().BeTrue(error.ToString());
        again.Should().Be(uri);
        ((TelUri)again!).CanonicalText.Should().Be(written);
    }

    [Theory]
    [Requirement("URI-21")]
    [InlineData("tel:1;phone-context=3phone", 5)]
    [InlineData("tel:1;phone-context=a-.nz", 5)]
    [InlineData("tel:1;phone-context=64", 5)]
    [InlineData("tel:1;phone-context=.", 5)]
    [InlineData("tel:1;phone-context=192.0.2.1", 5)]
    [InlineData("tel:1;phone-context=+", 5)]
    [InlineData("tel:1;phone-context=%61", 5)]
    [InlineData("tel:+1;npdi=1", 6)]
    [InlineData("tel:+1;enumdi=", 6)]
    [InlineData("tel:+1;rn=+", 6)]
    [InlineData("tel:+1;rn=+a1", 6)]
    [InlineData("tel:+1;rn=12", 6)]
    [InlineData("tel:+1;cic=12", 6)]
    [InlineData("tel:+1;cic=xyz;cic-context=+1", 6)]
    [InlineData("tel:+1;tgrp=a", 6)]
    [InlineData("tel:+1;tgrp", 6)]
    [InlineData("tel:+1;isub-encoding=nsap", 6)]
    [InlineData("tel:+1;a=1;A=2", 10)]
    [InlineData("tel:+1;EXT=1;ext=1", 12)]
    [InlineData("tel:+1;ext=1;isub=2", 12)]
    [InlineData("tel:+1;isub=1;ext=2", 13)]
    [InlineData("tel:+1;", 6)]
    [InlineData("tel:+1;;a", 6)]
    [InlineData("tel:+1;a=", 6)]
    [InlineData("tel:+1;=a", 6)]
    [InlineData("tel:+1;a b", 6)]
    [InlineData("tel:+1;a=b,c", 6)]
    [InlineData("tel:+1;a=%4", 6)]
    [InlineData("tel:+1;ext=", 6)]
    [InlineData("tel:+1;ext=a", 6)]
    [InlineData("tel:+1;ext=-", 6)]
    public void A_malformed_parameter_is_refused_where_it_starts(string text, int position)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out var error).Should().BeFalse();
        error.Kind.Should().Be(ParseErrorKind.InvalidParameter);
        error.Position.Should().Be(position);
    }

    [Theory]
    [Requirement("URI-22")]
    [InlineData("tel:+1;a=%E2%82%AC;b=1", "a=%E2%82%AC=\u20AC|b=1=1")]
    [InlineData("tel:+1;Flag;x=a%2Fb", "flag=(null)=(null)|x=a%2Fb=a/b")]
    [InlineData("tel:+1;z=1;a=2;m=%2525", "z=1=1|a=2=2|m=%2525=%25")]
    [InlineData("tel:+1;empty=", "empty==")]
    [InlineData("tel:+1;x=%C0%80", "x=%C0%80=\uFFFD\uFFFD")] // An overlong form is no character.
    public void Parameters_stand_in_order_raw_and_decoded_once(string text, string expected)
    {
        var uri = (TelUri)TelephonyUri.Parse(text);

        string.Join('|', uri.Parameters.Select(static it => $"{it.Name}={it.RawValue ?? "(null)"}={it.Value ?? "(null)"}")).Should().Be(expected);
    }

    [Theory]
    [Requirement("URI-23")]
    [InlineData("tel:+1;m-x=1", false)]
    [InlineData("tel:+1;M-X", false)]
    [InlineData("tel:+1;mx=1", true)]
    [InlineData("tel:+1", true)]
    [InlineData("sms:+1,+2;m-x", false)]
    [InlineData("tel:+4722517000;m-x=a,b", false)]
    [InlineData("tel:+4722517000;m-x=a@b", false)]
    [InlineData("tel:+4722517000;m-x=a=b", false)]
    [InlineData("tel:+4722517000;m-x=a#b", false)]
    [InlineData("tel:+4722517000;m-x_y=1", false)]
    [InlineData("tel:+4722517000;m-x.y=1", false)]
    [InlineData("tel:+4722517000;m%2Dx=1", false)]
    [InlineData("tel:+4722517000;%6D-x=1", false)]
    [InlineData("tel:+4722517000;m_x=a,b", true)]
    [InlineData("domycall:+4722517000;m-x=a,b", false)]
    [InlineData("callto:+4722517000;m%2Dx=1", false)]
    [InlineData("sip:+4722517000;m-x=1@h;user=phone", false)]
    [InlineData("sip:+4722517000;m-x=a@h;user=ip", true)]
    [InlineData("sip:a@h;m-x", true)]
    [InlineData("domycall:+4722517000;m-x=1", false)]
    [InlineData("callto://+4722517000;ext=1;M-X/?name=Ada", false)]
    [InlineData("callto:+4722517000;m-x=1+type=phone", false)]
    [InlineData("domycall:+4722517000;mx=1?m-x=1", true)]
    [InlineData("domycall:+4722517000?to=+47;m-x=1", true)] // What a query's text means only a format knows.
    [InlineData("domycall:ada;m-x=1", true)] // No number, no parameters of one.
    public void A_mandatory_parameter_that_nobody_knows_forbids_the_use(string text, bool isUsable) => TelephonyUri.Parse(text).IsUsable.Should().Be(isUsable);

    [Fact]
    [Requirement("URI-23")]
    public void A_mandatory_parameter_behind_the_bound_forbids_the_use() =>
        TelephonyUri.Parse("tel:+47" + string.Concat(Enumerable.Range(1, 33).Select(static i => $";a{i}=1")) + ";m-z=1").IsUsable.Should().BeFalse();

    [Theory]
    [Requirement("URI-23")]
    [Requirement("URI-24")]
    [InlineData("tel:+4722517000;m-x=", "tel:+4722517000;m-x")]
    [InlineData("tel:+4722517000;m-x=a,b", "tel:+4722517000;m-x")]
    [InlineData("tel:+4722517000;m%2Dx_y=1", "tel:+4722517000;m-x")]
    [InlineData("tel:+4722517000;a=", "tel:+4722517000;a")]
    public void What_is_written_of_a_repaired_link_means_the_same(string text, string canonical)
    {
        var uri = (TelUri)TelephonyUri.Parse(text);

        uri.CanonicalText.Should().Be(canonical);
        TelephonyUri.TryParse(canonical.AsSpan(), UriParsing.Strict, out var written, out _).Should().BeTrue();
        written.Should().Be(uri);
        written!.IsUsable.Should().Be(uri.IsUsable);
        uri.ToSip("h").IsUsable.Should().Be(uri.IsUsable);
    }

    [Theory]
    [Requirement("URI-23")]
    [InlineData("tel:+4722517000;m-toll=1")]
    [InlineData("domycall:+4722517000;m-toll=1?name=Ada")]
    public async Task A_link_that_may_not_be_used_is_not_dialled(string link)
    {
        var phone = new ScriptedProvider(DialStatus.Accepted);

        var result = await new TelephonyProviderBuilder(phone).Build().DialAsync(new DialRequest(TelephonyUri.Parse(link)));

        (result.Status, result.Reason).Should().Be((DialStatus.Invalid, DialReason.UnknownParameter));
        phone.Dialled.Should().BeEmpty();
    }

    [Theory]
    [Requirement("URI-24")]
    [InlineData("tel:+1-2;B=Y;phone-context-x;a=%2F;EXT=3", "tel:+12;ext=3;a=%2f;b=y;phone-context-x")]
    [InlineData("tel:7042;cic=1;PHONE-CONTEXT=Example.COM;cic-context=+1;isub=A", "tel:7042;isub=A;phone-context=example.com;cic=1;cic-context=+1")]
    [InlineData("TEL:+47", "tel:+47")]
    [InlineData("tel:*1#;phone-context=+47", "tel:*1%23;phone-context=+47")]
    public void A_link_is_written_in_the_order_of_the_rfc(string text, string canonical) => ((TelUri)TelephonyUri.Parse(text)).CanonicalText.Should().Be(canonical);

    [Theory]
    [Requirement("URI-25")]
    [InlineData("tel:+1;a=%41b", "tel:+1;A=aB", true)]
    [InlineData("tel:+1;a=%2f", "tel:+1;a=%2F", true)]
    [InlineData("tel:+1;a=%2f", "tel:+1;a=/", false)]
    [InlineData("tel:+1;ext=1-2", "tel:+1;ext=12", true)]
    [InlineData("tel:+1;isub=%41", "tel:+1;isub=a", true)]
    [InlineData("tel:+1;isub=1", "tel:+1", false)]
    [InlineData("tel:+1;ext=1", "tel:+1", false)]
    [InlineData("tel:1;phone-context=a", "tel:+1", false)]
    [InlineData("tel:1;phone-context=a", "tel:1;phone-context=b", false)]
    [InlineData("tel:A1;phone-context=a", "tel:a1;phone-context=a", true)]
    [InlineData("tel:+1;x", "tel:+1;x=1", false)]
    [InlineData("tel:+1;x", "sip:+1@x;user=phone", false)]
    public void Equality_is_that_of_the_rfc_and_symmetric(string left, string right, bool equal)
    {
        var (one, other) = (TelephonyUri.Parse(left), TelephonyUri.Parse(right));
        one.Equals(other).Should().Be(equal);
        other.Equals(one).Should().Be(equal);
        if (equal)
            one.GetHashCode().Should().Be(other.GetHashCode());
    }

    [Theory]
    [Requirement("URI-26")]
    [InlineData("tel:+4722517000\n")]
    [InlineData("tel:+4722517000\r\n")]
    [InlineData("\ttel:+4722517000")]
    [InlineData("tel:\uFF0B4722")]
    [InlineData("tel:+47\u201022")]
    [InlineData("tel:+47\u202F22")]
    [InlineData("tel:tel:+47")]
    [InlineData("tel:sip:+47@h")]
    [InlineData("tel:+47A")]
    [InlineData("tel:+*47")]
    [InlineData("tel:+47;ext=\u0661")]
    [InlineData("tel:+47%C0%B1")]
    public void Strict_takes_no_lookalike_no_line_break_and_no_nested_link(string text) =>
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out _).Should().BeFalse();

    [Theory]
    [Requirement("URI-27")]
    [InlineData("tel:+", '+', "")]
    [InlineData("tel:+1", '-', "")]
    [InlineData("tel:+1", '.', "2")]
    [InlineData("tel:1;phone-context=", 'a', ".b")]
    [InlineData("sip:", 'a', "@h")]
    [InlineData("sip:a@h", ';', "")]
    [InlineData("sip:a@[", ':', "]")]
    [InlineData("sms:+1", ',', "")]
    public void Hostile_lengths_end_soon(string head, char repeated, string tail)
    {
        foreach (var length in new[] { 1_000, 6_000, 1_000_000 })
            _ = TelephonyUri.TryParse((head + new string(repeated, length) + tail).AsSpan(), UriParsing.Lenient, out _, out _);

        var many = head + string.Concat(Enumerable.Range(0, 300).Select(static i => $";p{i}=1"));
        TelephonyUri.TryParse(many.AsSpan(), UriParsing.Strict, out _, out _).Should().BeFalse();
    }
}
