namespace PhoneLink.Tests.Formats;

public class LinkTargetTests
{
    [Theory]
    [Requirement("FMT-32")]
    [InlineData("tel:%p", "tel:+4722517000;ext=12", "tel:22517000")]
    [InlineData("sip:%p@pbx.example.com;user=phone", "sip:+4722517000;ext=12@pbx.example.com;user=phone", "sip:22517000@pbx.example.com;user=phone")]
    [InlineData("callto:%p", "callto:+4722517000", "callto:22517000")]
    [InlineData("facetime:%p", "facetime:+4722517000", "facetime:22517000")]
    [InlineData("facetime-audio:%p", "facetime-audio:+4722517000", "facetime-audio:22517000")]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:%p", "https://teams.microsoft.com/l/call/0/0?users=4:%2B4722517000", "https://teams.microsoft.com/l/call/0/0?users=4:22517000")]
    [InlineData("msteams:/l/call/0/0?users=4:%p", "msteams:/l/call/0/0?users=4:%2B4722517000", "msteams:/l/call/0/0?users=4:22517000")]
    [InlineData("skype:%p?call", "skype:+4722517000?call", "skype:22517000?call")]
    [InlineData("zoomphonecall://%p", "zoomphonecall://+4722517000", "zoomphonecall://22517000")]
    [InlineData("rcmobile://call?number=%p", "rcmobile://call?number=4722517000", "rcmobile://call?number=22517000")]
    [InlineData("ciscotel:%p", "ciscotel:+4722517000", "ciscotel:22517000")]
    [InlineData("dialpad://%p", "dialpad://+4722517000", "dialpad://22517000")]
    [InlineData("phone:%p", "phone:+4722517000", "phone:22517000")]
    [InlineData("https://wa.me/%p", "https://wa.me/4722517000", null)]
    [InlineData("whatsapp://send?phone=%p", "whatsapp://send?phone=4722517000", null)]
    [InlineData("h323:%p@pbx.example.com", "h323:+4722517000@pbx.example.com", "h323:22517000@pbx.example.com")]
    [InlineData("iax:pbx.example.com/%p", "iax:pbx.example.com/+4722517000", "iax:pbx.example.com/22517000")]
    public void Each_target_gets_the_number_as_it_wants_it(string format, string global, string? local)
    {
        PhoneLinkPreset.All.Select(preset => preset.Format).Should().Contain(format);
        var parsed = PhoneLinkFormat.Parse(format);

        parsed.Expand(PhoneNumber.Parse("+47 22 51 70 00 x12")).Should().Be(global);
        parsed.TryExpand(PhoneNumber.Parse("22 51 70 00"), null, out var link, out _).Should().Be(local is not null);
        link.Should().Be(local);
        parsed.TryExpand(PhoneNumber.Parse("*21*22#"), null, out _, out _).Should().Be(parsed.Scheme is "tel" or "sip", "a service code is for telephones alone");
        parsed.IsReversible.Should().BeTrue();
        parsed.TryMatch(global, out var match).Should().BeTrue();
        match!.Number!.Digits.TrimStart('+').Should().Be("4722517000");
    }

    [Theory]
    [Requirement("FMT-32")]
    [InlineData("wa.me:%p", "wa.me:+4722517000;ext=12")]
    [InlineData("https://callto/%p", "https://callto/+4722517000;ext=12")]
    public void A_host_is_no_scheme_and_a_scheme_no_host(string format, string link) =>
        PhoneLinkFormat.Parse(format, new() { Schemes = SchemePolicy.Default.AllowHttps("callto") }).Expand(PhoneNumber.Parse("+47 22 51 70 00 x12")).Should().Be(link);

    [Fact]
    [Requirement("FMT-33")]
    public void Every_preset_is_a_format_and_says_what_it_is()
    {
        PhoneLinkPreset.All.Should().HaveCount(17).And.OnlyHaveUniqueItems(preset => preset.Format);
        PhoneLinkPreset.All[0].Format.Should().Be("tel:%p");
        foreach (var preset in PhoneLinkPreset.All)
        {
            PhoneLinkFormat.Validate(preset.Format).Problems.Should().BeEmpty(preset.Format);
            preset.Description.Should().NotBeEmpty();
            preset.ToString().Should().Be(preset.Format);
            (preset.Placeholder is not null).Should().Be(preset.Format.Contains("example", StringComparison.Ordinal));
        }
    }

    [Fact]
    [Requirement("FMT-33")]
    public void The_web_hosts_of_the_table_are_those_that_the_policy_allows()
    {
        var hosts = LinkTarget.All.Select(target => target.Key).Where(key => key.Contains('.', StringComparison.Ordinal)).ToList();

        hosts.Should().BeEquivalentTo("wa.me", "teams.microsoft.com");
        hosts.Should().OnlyContain(host => SchemePolicy.Default.AllowsHttpsHost(host));
        LinkTarget.All.Select(target => target.Key).Except(hosts).Should().OnlyContain(scheme => SchemePolicy.Default.Allows(scheme));
    }
}
