namespace PhoneLink.Tests.Formats;

public class FormatExpandTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [Theory]
    [Requirement("FMT-3")]
    [InlineData("tel:%p", "tel:+4722517000")]
    [InlineData("TEL:%p", "tel:+4722517000")]
    [InlineData("callto:%p+type=phone", "callto:+4722517000+type=phone")]
    [InlineData("domycall://%p", "domycall://+4722517000")]
    [InlineData("domycall:call?n=%p", "domycall:call?n=%2B4722517000")]
    [InlineData("domycall:x#%p", "domycall:x#%2B4722517000")]
    [InlineData("domycall:%p20", "domycall:+472251700020")]
    [InlineData("domycall:%%p", "domycall:%25p")]
    [InlineData("domycall:%p/%p", "domycall:+4722517000/+4722517000")]
    [InlineData("https://wa.me/%p", "https://wa.me/4722517000")]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:%p", "https://teams.microsoft.com/l/call/0/0?users=4:%2B4722517000")]
    public void The_number_is_written_as_its_place_wants_it(string format, string link) => PhoneLinkFormat.Parse(format).Expand(Number).Should().Be(link);

    [Theory]
    [Requirement("FMT-4")]
    [InlineData("Joe & sons", "Joe%20%26%20sons")]
    [InlineData("\"; touch x;\"", "%22%3B%20touch%20x%3B%22")]
    [InlineData("$(touch x)", "%24%28touch%20x%29")]
    [InlineData("å ß 日本", "%C3%A5%20%C3%9F%20%E6%97%A5%E6%9C%AC")]
    [InlineData("\u202Eevil", "%E2%80%AEevil")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("%p<attn>{name}", "%25p%3Cattn%3E%7Bname%7D")]
    [InlineData("a/b?c#d@e:f", "a%2Fb%3Fc%23d%40e%3Af")]
    [InlineData("-._~", "-._~")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("\0", "%EF%BF%BD")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_value_stays_inside_its_place(string? value, string written) =>
        PhoneLinkFormat.Parse("domycall:%p?n=<attn>").Expand(Number, new Values(("attn", value))).Should().Be("domycall:+4722517000?n=" + written);

    [Fact]
    [Requirement("FMT-4")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        PhoneLinkFormat.Parse("domycall:?n=<attn>").Expand(Number, new Values(("attn", "a\uD83Db\uDE00"))).Should().Be("domycall:?n=a%EF%BF%BDb%EF%BF%BD");

    [Theory]
    [Requirement("FMT-5")]
    [InlineData("tel:%p", "+47 22 x12", "tel:+4722;ext=12")]
    [InlineData("domycall:c?n=%p", "+47 22 x12", "domycall:c?n=%2B4722%3Bext%3D12")]
    [InlineData("callto:%p", "+47 22 x12", "callto:+4722")]
    [InlineData("tel:%p", "22 51", "tel:2251")]
    [InlineData("tel:%p", "7042;phone-context=example.com", "tel:7042;phone-context=example.com")]
    [InlineData("tel:%p", "*21*22#", "tel:*21*22%23")]
    [InlineData("tel:%p", "2251,,99", "tel:2251")]
    [InlineData("tel:0%p", "22 51", "tel:02251")]
    [InlineData("tel:0%p", "+47 22", null)]
    [InlineData("callto:0%p", "+47 22", null)]
    [InlineData("domycall://*31%23%p", "+47 22", null)]
    [InlineData("domycall:0%p", "22 51", "domycall:02251")]
    [InlineData("domycall:%30%p", "+47 22", null)]
    [InlineData("domycall:#%p", "+47 22 x12", "domycall:#%2B4722%3Bext%3D12")]
    [InlineData("domycall://#%p", "+47 22", "domycall://#%2B4722")]
    [InlineData("domycall:0#%p", "+47 22", "domycall:0#%2B4722")]
    [InlineData("domycall:0?%p", "+47 22", "domycall:0?%2B4722")]
    [InlineData("domycall:4:%p", "+47 22", "domycall:4:+4722")]
    [InlineData("tel:%p,99", "+47 22", "tel:+4722,99")]
    [InlineData("tel:%p#x", "+47 22", null, 0)]
    [InlineData("tel:?n=%p", "+47 22", null, 0)]
    [InlineData("tel:%pa", "22 51", null, 0)]
    [InlineData("tel:*67%p20", "22 51", "tel:*67225120")]
    [InlineData("callto:%p", "*21*22#", null)]
    [InlineData("facetime:%p", "22*1", null)]
    [InlineData("https://wa.me/%p", "22 51", null)]
    public void Each_scheme_has_its_form_of_a_number(string format, string text, string? link, int position = -1)
    {
        var parsed = PhoneLinkFormat.Parse(format);

        parsed.TryExpand(PhoneNumber.Parse(text), null, out var made, out var error).Should().Be(link is not null);
        made.Should().Be(link);
        if (link is null)
            error.Should().Be(new ParseError(ParseErrorKind.NotExpressible, position >= 0 ? position : format.IndexOf("%p", StringComparison.Ordinal)));
    }

    [Theory]
    [Requirement("FMT-6")]
    [InlineData("domycall:%p?m=<atpc>", "+47 900 00 000", "domycall:+4722517000?m=%2B4790000000")]
    [InlineData("domycall:<atpc>", "+47 900 00 000 x1", "domycall:+4790000000;ext=1")]
    [InlineData("domycall:<atpc>", "ring meg", "domycall:ring%20meg")]
    public void A_phone_variable_is_a_number_where_it_holds_one(string format, string value, string link) =>
        PhoneLinkFormat.Parse(format).Expand(Number, new Values(("atpc", value))).Should().Be(link);

    [Theory]
    [Requirement("FMT-7")]
    [InlineData("domycall:<attn>/x", "..", false)]
    [InlineData("domycall:a/<attn>", ".", false)]
    [InlineData("domycall:a/<attn>?x", "..", false)]
    [InlineData("domycall:a/.<attn>/x", ".", false)]
    [InlineData("domycall:a/<attn><name>/x", ".", true)]
    [InlineData("domycall:a/x<attn>/x", "..", true)]
    [InlineData("domycall:a?n=<attn>", "..", true)]
    [InlineData("domycall:a/<attn>/x", "...", true)]
    public void A_value_makes_no_dot_segment(string format, string value, bool possible) =>
        PhoneLinkFormat.Parse(format).TryExpand(Number, new Values(("attn", value), ("name", "n")), out _, out _).Should().Be(possible);

    [Fact]
    [Requirement("FMT-8")]
    public void Expanding_into_a_span_gives_the_same_and_fits_or_fails()
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?n=<attn>");
        var values = new Values(("attn", "å"));
        var link = format.Expand(Number, values);
        Span<char> exact = stackalloc char[link.Length];

        format.TryExpand(Number, values, exact, out var written).Should().BeTrue();
        exact.Slice(0, written).ToString().Should().Be(link);
        format.TryExpand(Number, values, exact.Slice(1), out written).Should().BeFalse();
        written.Should().Be(0);
    }

#if !NETSTANDARD_BUILD
    [Fact]
    [Requirement("FMT-8")]
    public void Expanding_into_a_span_and_checking_a_shape_allocate_nothing()
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?n=<attn>");
        var values = new Values(("attn", "Ada Lovelace"));
        var source = new Constant();
        var buffer = new char[200];
        var link = format.Expand(Number, values);
        Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            for (var i = 0; i < 100; i++)
            {
                if (!format.TryExpand(Number, source, buffer, out _) || !format.IsMatch(link.AsSpan()))
                    throw new InvalidOperationException("The link was not made or not recognised.");
            }
        }
    }

    private sealed class Constant : ITemplateVariableSource
    {
        public string? GetValue(string name) => "Ada Lovelace";
    }
#endif

    [Fact]
    [Requirement("FMT-8")]
    public void A_link_is_never_longer_than_openers_take()
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?n=<attn>");

        format.TryExpand(Number, new Values(("attn", new string('a', 2100))), out _, out var error).Should().BeFalse();
        error.Kind.Should().Be(ParseErrorKind.TooLong);
        ((Func<string>)(() => format.Expand(Number, new Values(("attn", new string('å', 700)))))).Should().Throw<PhoneLinkParseException>();
    }

    [Fact]
    [Requirement("FMT-3")]
    public void A_format_without_a_number_needs_none()
    {
        PhoneLinkFormat.Parse("callto:<attn>").TryExpand(null, new Values(("attn", "ada")), out var link, out _).Should().BeTrue();
        link.Should().Be("callto:ada");
        PhoneLinkFormat.Default.TryExpand(null, null, out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(ParseErrorKind.NoNumber, 4));
    }
}
