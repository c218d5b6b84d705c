namespace PhoneLink.Tests.Formats;

public class FormatOptionTests
{
    [Theory]
    [Requirement("FMT-20")]
    [InlineData("domycall:?n=<attn>", "Joe & sons", "domycall:?n=Joe%20%26%20sons")]
    [InlineData("domycall:<attn>", "å ß", "domycall:%E5%20%DF")]
    [InlineData("domycall:<attn>", "€ŠŽšžŸ–—“”", "domycall:%80%8A%8E%9A%9E%9F%96%97%93%94")]
    [InlineData("domycall:<attn>", "日本", "domycall:%3F%3F")]
    [InlineData("domycall:<attn>", "😀", "domycall:%3F")]
    [InlineData("domycall:<attn>", "＂＆％＃；／＼ʺ′：", "domycall:%3F%3F%3F%3F%3F%3F%3F%3F%3F%3F")]
    [InlineData("domycall:<attn>", "\u0081\u009D\0", "domycall:%3F%3F%3F")]
    [InlineData("domycall:<attn>", "\u00A0\u00FF", "domycall:%A0%FF")]
    public void Ansi_has_the_octets_of_windows_1252_and_no_look_alikes(string format, string value, string link) =>
        PhoneLinkFormat.Parse(format, new() { Encoding = LinkEncoding.Ansi }).Expand(PhoneNumber.Parse("1"), new Values(("attn", value))).Should().Be(link);

    [Fact]
    [Requirement("FMT-20")]
    public void Ansi_is_taken_apart_as_it_was_made()
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?n=<attn>", new() { Encoding = LinkEncoding.Ansi });

        format.TryMatch("domycall:+47?n=%E5%80%81", out var match).Should().BeTrue();
        match!.GetValue("attn").Should().Be("å€\uFFFD");
        PhoneLinkFormat.Parse("domycall:%p?n=<attn>").TryMatch("domycall:+47?n=%E5", out _).Should().BeFalse("one octet is no UTF-8");
    }

    [Theory]
    [Requirement("FMT-21")]
    [InlineData(PhoneNumberStyle.Dialable, "tel:+4722517000")]
    [InlineData(PhoneNumberStyle.Digits, "tel:4722517000")]
    [InlineData(PhoneNumberStyle.Rfc3966, "tel:+4722517000;ext=12")]
    [InlineData(null, "tel:+4722517000;ext=12")]
    public void The_number_style_goes_before_the_schemes_own(PhoneNumberStyle? style, string link) =>
        PhoneLinkFormat.Parse("tel:%p", new() { NumberStyle = style }).Expand(PhoneNumber.Parse("+47 22 51 70 00 x12")).Should().Be(link);

    [Theory]
    [Requirement("FMT-21")]
    [InlineData("callto:%p", PhoneNumberStyle.Rfc3966, "+47 22 x12", "callto:+4722;ext=12")]
    [InlineData("https://wa.me/%p", PhoneNumberStyle.Dialable, "+47 22", "https://wa.me/+4722")]
    [InlineData("https://wa.me/%p", PhoneNumberStyle.Digits, "22 51", null)]
    [InlineData("domycall:%p", PhoneNumberStyle.Digits, "*21*22#", "domycall:*21*22%23")]
    [InlineData("domycall:%p?m=<atpc>", PhoneNumberStyle.Digits, "+47 22", "domycall:4722?m=4790")]
    [InlineData("domycall:%p", PhoneNumberStyle.AsWritten, "+47 (22) 51", "domycall:%2B47%20%2822%29%2051")]
    [InlineData("domycall:?m=<atpc>", PhoneNumberStyle.AsWritten, "1", "domycall:?m=%2B47%2090")]
    public void The_number_style_serves_every_target_and_phone_variable(string format, PhoneNumberStyle style, string number, string? link)
    {
        PhoneLinkFormat.Parse(format, new() { NumberStyle = style })
            .TryExpand(PhoneNumber.Parse(number), new Values(("atpc", "+47 90")), out var made, out _).Should().Be(link is not null);
        made.Should().Be(link);
    }

    [Fact]
    [Requirement("FMT-21")]
    public void A_number_as_written_is_a_text_hole()
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?n=<attn>", new() { NumberStyle = PhoneNumberStyle.AsWritten });
        var number = PhoneNumber.Parse("Tlf. +47 22 51 70 00 x12");
        var link = format.Expand(number, new Values(("attn", "a")));

        link.Should().Be("domycall:Tlf.%20%2B47%2022%2051%2070%2000%20x12?n=a");
        format.TryMatch(link, out var match).Should().BeTrue();
        match!.Number.Should().Be(number);
        format.Expand(match.Number!, match).Should().Be(link);
        PhoneLinkFormat.Parse("domycall:%p.x", new() { NumberStyle = PhoneNumberStyle.AsWritten }).IsReversible.Should().BeFalse("a text may hold a dot");
        format.TryExpand(TelephonyUri.Parse("tel:abc;phone-context=example.com").Number, null, out _, out _).Should().BeFalse("letters are digits in a tel link alone");
    }

    [Fact]
    [Requirement("FMT-21")]
    public void An_undefined_style_is_a_wrong_call() =>
        ((Func<object>)(() => PhoneLinkFormat.Parse("tel:%p", new() { NumberStyle = (PhoneNumberStyle)9 }))).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [Requirement("FMT-22")]
    [InlineData("tel:%p", NumberPart.Omit, "tel:22517000;phone-context=+47")]
    [InlineData("tel:%p", NumberPart.Write, "tel:22517000;ext=12;phone-context=+47")]
    [InlineData("tel:%p", null, "tel:22517000;ext=12;phone-context=+47")]
    [InlineData("callto:%p", NumberPart.Write, "callto:22517000;ext=12")]
    [InlineData("callto:%p", null, "callto:22517000")]
    [InlineData("domycall:c?n=%p", NumberPart.Omit, "domycall:c?n=22517000%3Bphone-context%3D%2B47")]
    public void The_extension_is_written_or_left_out(string format, NumberPart? part, string link)
    {
        var number = PhoneNumber.Parse("22 51 70 00;ext=12;phone-context=+47");
        var parsed = PhoneLinkFormat.Parse(format, new() { Extension = part });

        parsed.Expand(number).Should().Be(link);
        parsed.TryMatch(link, out var match).Should().BeTrue();
        (match!.Number!.Extension is not null).Should().Be(link.Contains("12", StringComparison.Ordinal));
    }

    [Theory]
    [Requirement("FMT-23")]
    [InlineData("domycall:%p", "22517000,,99#", "domycall:22517000,,99%23")]
    [InlineData("domycall:%p", "22517000;12", "domycall:22517000%3B12")]
    [InlineData("domycall:c?n=%p", "+4722517000,5 ", "domycall:c?n=%2B4722517000,5")]
    [InlineData("domycall:%p?n=<attn>", "22,5", "domycall:22,5?n=a")]
    [InlineData("callto:%p", "22517000,99", "callto:22517000")]
    [InlineData("https://wa.me/%p", "+47,99", "https://wa.me/47")]
    public void What_is_keyed_after_the_answer_is_written_on_request(string format, string number, string link)
    {
        var parsed = PhoneLinkFormat.Parse(format, new() { PostDial = NumberPart.Write });

        parsed.Expand(PhoneNumber.Parse(number), new Values(("attn", "a"))).Should().Be(link);
        parsed.TryMatch(link, out var match).Should().BeTrue();
        match!.Number!.PostDial.Should().Be(format.StartsWith("domycall", StringComparison.Ordinal) ? PhoneNumber.Parse(number).PostDial : null);
        PhoneLinkFormat.Parse(format).Expand(PhoneNumber.Parse(number)).Should().NotContain(",");
    }

    [Fact]
    [Requirement("FMT-23")]
    public void Pauses_are_in_the_alphabet_of_a_number_that_may_have_them()
    {
        PhoneLinkFormat.Parse("domycall:%p,<attn>").IsReversible.Should().BeTrue();
        PhoneLinkFormat.Parse("domycall:%p,<attn>", new() { PostDial = NumberPart.Write }).IsReversible.Should().BeFalse();
        PhoneLinkFormat.Parse("domycall:%p%3B<attn>", new() { PostDial = NumberPart.Write }).IsReversible.Should().BeFalse();
    }

    [Theory]
    [Requirement("FMT-24")]
    [InlineData("<name>", "joe & sons", "joe%20%26%20sons")]
    [InlineData("<NAME>", "joe & sons", "JOE%20%26%20SONS")]
    [InlineData("<Name>", "joe & sons", "Joe%20%26%20sons")]
    [InlineData("<nAmE>", "joe", null)]
    [InlineData("{NAME}", "åß", "%C3%85%C3%9F")]
    [InlineData("<Name>", "", "")]
    [InlineData("<Name>", "😀a", "%F0%9F%98%80a")]
    public void The_typing_of_a_variable_sets_the_case_on_request(string variable, string value, string? written)
    {
        var options = new PhoneLinkFormatOptions { CaseFromVariable = true };
        var format = PhoneLinkFormat.Parse("domycall:?n=" + variable, options);

        format.Expand(PhoneNumber.Parse("1"), new Values(("name", value))).Should().Be("domycall:?n=" + (written ?? value));
        format.Variables.Should().Equal("name");
        PhoneLinkFormat.TryParse("domycall:" + variable, out _).Should().Be(variable is "<name>");
    }

    [Fact]
    [Requirement("FMT-24")]
    public void Two_typings_of_one_variable_are_taken_apart_as_one()
    {
        var format = PhoneLinkFormat.Parse("domycall:<NAME>/<name>", new() { CaseFromVariable = true });

        format.TryMatch("domycall:JOE/Joe", out var match).Should().BeTrue();
        match!.GetValue("name").Should().Be("Joe");
        format.TryMatch("domycall:JOE/Ann", out _).Should().BeFalse();
        PhoneLinkFormat.Parse("domycall:<name>/<name>").TryMatch("domycall:JOE/Joe", out _).Should().BeFalse();
    }

    [Fact]
    [Requirement("FMT-24")]
    public void A_hosts_own_name_is_taken_as_it_is_typed()
    {
        var options = new PhoneLinkFormatOptions { CaseFromVariable = true, CustomVariables = { "Deal" } };

        PhoneLinkFormat.Parse("domycall:<Deal>", options).Expand(PhoneNumber.Parse("1"), new Values(("Deal", "abc"))).Should().Be("domycall:abc");
    }

    [Fact]
    [Requirement("FMT-25")]
    public void A_format_names_the_variables_that_it_uses_once() =>
        PhoneLinkFormat.Parse("domycall:%p?a=<attn>&b={name}&c={attn}").Variables.Should().Equal("attn", "name");

    [Fact]
    [Requirement("FMT-25")]
    public void A_format_without_variables_names_none() => PhoneLinkFormat.Default.Variables.Should().BeEmpty();
}
