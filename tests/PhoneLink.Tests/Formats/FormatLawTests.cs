using CsCheck;

namespace PhoneLink.Tests.Formats;

/// <summary>The laws that tie expanding and matching together, over random numbers, values and formats.</summary>
public class FormatLawTests
{
    private static readonly string[] Reversible =
    [
        "tel:%p", "callto:%p", "callto:%p+type=phone", "domycall:%p", "domycall://%p", "domycall://%p?n=<attn>", "domycall:%p?n=<attn>&c=<name>",
        "domycall:<attn>/<name>?n=%p", "domycall:%p;id=<cuid>", "domycall:call?n=%p&m=<atpc>", "domycall:<atpc>?x=<phon>", "facetime://%p",
        "domycall:x#%p&<attn>", "https://wa.me/%p?text=<attn>", "https://teams.microsoft.com/l/call/0/0?users=4:%p&t=<attn>", "domycall:%p?a=<attn>&b=<attn>",
        "whatsapp://send?phone=%p", "DoMyCall:%p?%%=<attn>", "domycall:%p!<attn>$<name>",
    ];

    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[1, 20].Select(c => new string(c));

    private static readonly Gen<PhoneNumber> Numbers = Gen.Select(
        Gen.OneOf(Digits.Select(d => "+" + d), Digits, Digits.Select(d => "*21*" + d + "#"), Digits.Select(d => "#" + d + "*#")),
        Gen.OneOf(Gen.Const(""), Gen.Int[0, 9999].Select(x => ";ext=" + x)),
        Gen.OneOf(Gen.Const(""), Gen.Const(";phone-context=example.com"), Gen.Const(";phone-context=+47")),
        (digits, extension, context) => PhoneNumber.Parse(digits is ['*' or '#', ..] ? digits : digits + extension + context));

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Char[' ', '~'].Array[0, 12].Select(c => new string(c)),
        Pick("", "Joe & sons", "\"; touch x;\"", "$(touch x)", "å ß 日本", "\u202Eevil", "a\nb", "..", ".", "+47 22", "*21*22#", "22;ext=1", "22#12345678", "ring meg", "\uD800", "\0"));

    [Fact]
    [Requirement("FMT-12")]
    public void What_goes_into_a_link_comes_out_of_it() =>
        Check((format, number, values, link) =>
        {
            format.TryMatch(link, out var match).Should().BeTrue();
            foreach (var variable in match!.Variables)
                if (variable.Key is not ("atpc" or "phon"))
                    variable.Value.Should().Be(WithoutHalves(values.GetValue(variable.Key)));

            if (match.Number is null)
                return;

            match.Number.Digits.Should().Be(number.Digits);
            if (format.Scheme is "tel" or "domycall")
                match.Number.Should().Be(number);
        });

    [Fact]
    [Requirement("FMT-13")]
    public void A_match_makes_the_same_link_again() =>
        Check((format, _, _, link) =>
        {
            format.TryMatch(link, out var match).Should().BeTrue();
            format.IsMatch(link.AsSpan()).Should().BeTrue();
            format.TryExpand(match!.Number, match, out var again, out _).Should().BeTrue();
            again.Should().Be(link);
        });

    [Fact]
    [Requirement("FMT-14")]
    public void An_expanded_link_is_a_link_of_the_formats_scheme_in_uri_characters() =>
        Check((format, _, _, link) =>
        {
            TelephonyUri.TryParse(link.AsSpan(), UriParsing.Lenient, out var uri, out var error).Should().BeTrue($"{format}: {error.Message}");
            uri!.Scheme.Should().Be(format.Scheme);
            uri.OriginalText.Should().Be(link).And.StartWith(format.Scheme + ":");
            link.Should().MatchRegex("^[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*$");
        });

    [Theory]
    [Requirement("FMT-14")]
    [InlineData(LinkEncoding.Utf8)]
    [InlineData(LinkEncoding.Ansi)]
    public void No_unit_of_utf16_leaves_its_place(LinkEncoding encoding)
    {
        var options = new PhoneLinkFormatOptions { Encoding = encoding };
        var formats = new[] { "domycall:<attn>", "domycall://<attn>", "domycall:?<attn>", "domycall:#<attn>" }.Select(f => PhoneLinkFormat.Parse(f, options)).ToList();
        for (var unit = 0; unit <= char.MaxValue; unit++)
            foreach (var format in formats)
            {
                var c = (char)unit;
                if (!format.TryExpand(null, new Values(("attn", c.ToString())), out var link, out _))
                {
                    c.Should().Be('.');
                    continue;
                }

                var value = link.Substring(format.ToString().Length - "<attn>".Length);
                if (value.Length != Width(c, encoding) || (value.Length > 1 && value.Where((_, i) => i % 3 == 0).Any(static percent => percent != '%')))
                    value.Should().Be("as many octets as the encoding has for it");
            }
    }

    /// <summary>How many characters one UTF-16 unit takes in a link.</summary>
    private static int Width(char c, LinkEncoding encoding) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' ? 1
        : encoding is LinkEncoding.Ansi ? 3
        : c is '\0' ? 9
        : c < 0x80 ? 3
        : c < 0x800 ? 6
        : 9;

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Check(Action<PhoneLinkFormat, PhoneNumber, Values, string> law) =>
        Gen.Select(Pick(Reversible), Numbers, Text, Text, Text).Sample(
            (text, number, first, second, third) =>
            {
                var format = PhoneLinkFormat.Parse(text);
                format.IsReversible.Should().BeTrue(text);
                var values = new Values(("attn", first), ("name", second), ("cuid", third), ("atpc", second), ("phon", third));
                if (format.TryExpand(number, values, out var link, out _))
                    law(format, number, values, link);
            },
            iter: 20_000);

    /// <summary>Half a surrogate pair, and a null, cannot travel: documented.</summary>
    private static string WithoutHalves(string? value)
    {
        var text = (value ?? "").Replace('\0', '\uFFFD').ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
        }

        return new(text);
    }
}
