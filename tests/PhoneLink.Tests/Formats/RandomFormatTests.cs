using CsCheck;

namespace PhoneLink.Tests.Formats;

/// <summary>The laws over formats that are made at random of the grammar's pieces, not only over those that somebody thought of.</summary>
public class RandomFormatTests
{
    private static readonly Gen<string> Start = Pick(
        "tel:", "domycall:", "domycall://", "callto:", "facetime://", "msteams:", "whatsapp://", "https://wa.me/", "https://teams.microsoft.com/", "DoMyCall:");

    private static readonly Gen<string> Piece = Gen.OneOf(
        Pick("%p", "<attn>", "<name>", "{attn}", "<atpc>", "{phon}"),
        Pick(
            "/", "//", "?", "#", "&", "=", "-", ".", ";", ";ext=", ";e", ";x=", ";EXT=", "%3Bext%3D", "%3B", "%3Bphone-context%3D", ";phone-context=",
            "%20", "%2B", "%23", "%2A", "%41", "%2E", "%%", "+", "*", "0", "a", "x", ",", "!", "@", ":", "~", "?n=", "&a=", "+type=phone", "/?", ";%65xt="));

    private static readonly Gen<string> Formats = Gen.Select(Start, Piece.Array[1, 6], (start, pieces) => start + string.Concat(pieces));

    private static readonly Gen<string> Numbers = Pick(
        "tel:+4722517000", "tel:112", "tel:+4722;ext=12", "tel:22;ext=5;phone-context=a.b.", "tel:22;phone-context=+47", "tel:*21*22%23", "tel:22*5", "tel:22#5", "tel:*", "Tlf +47 22 51 x12", "22 51 70 00,,99#", "+4722;5", "22*1,5");

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Pick(
            "", "a", ".", "..", "../x", "%p", "+47 22", "*21*22#", "22;ext=1", "22;ext=1;phone-context=ex.com", "22#12", "22*5", "ring meg", "abc;ext=5",
            ";ext=5", "+abc", "+", "*", "#", "/", "//", "?", "\uD800", "22\0", "1-800-FLOWERS", "22,5"));

    private static readonly Gen<PhoneLinkFormatOptions> Options = Gen.Select(
        Gen.Int[0, 1], Gen.Int[-1, 3], Gen.Int[-1, 1], Gen.Int[0, 1],
        (encoding, style, extension, postDial) => new PhoneLinkFormatOptions
        {
            Encoding = (LinkEncoding)encoding,
            NumberStyle = style < 0 ? null : (PhoneNumberStyle)style,
            Extension = extension < 0 ? null : (NumberPart)extension,
            PostDial = (NumberPart)postDial,
        });

    [Fact]
    [Requirement("FMT-12")]
    public void The_laws_hold_for_every_format_that_parses() =>
        Gen.Select(Formats, Numbers, Text, Text, Text).Sample((text, number, first, second, third) => Try(text, new(), number, first, second, third), iter: 50_000);

    [Fact]
    [Requirement("FMT-34")]
    public void The_laws_hold_for_every_format_and_all_options() =>
        Gen.Select(Formats, Options, Numbers, Text, Text).Sample((text, options, number, first, second) => Try(text, options, number, first, second, second), iter: 50_000);

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Try(string text, PhoneLinkFormatOptions options, string number, string first, string second, string third)
    {
        var target = number.StartsWith("tel:", StringComparison.Ordinal) ? TelephonyUri.Parse(number).Number! : PhoneNumber.Parse(number);
        var values = new Values(("attn", first), ("name", second), ("atpc", second), ("phon", third));
        if (PhoneLinkFormat.TryParse(text, options, out var format, out _) && format.TryExpand(target, values, out var link, out _))
            Hold(format, options, target, values, link);
    }

    private static void Hold(PhoneLinkFormat format, PhoneLinkFormatOptions options, PhoneNumber number, Values values, string link)
    {
        TelephonyUri.TryParse(link, out var uri).Should().BeTrue("law 3: {0} made {1}", format, link);
        uri!.Scheme.Should().Be(format.Scheme);
        format.TryMatch(link, out var match).Should().Be(format.IsReversible, "law 1: {0} made {1}", format, link);
        if (match is null)
            return;

        format.IsMatch(link.AsSpan()).Should().BeTrue();
        if (match.Number is not null)
        {
            var isSame = options.NumberStyle is PhoneNumberStyle.Digits ? match.Number.Digits.TrimStart('+') == number.Digits.TrimStart('+') : match.Number.Digits == number.Digits;
            isSame.Should().BeTrue("law 1: {0} made {1}", format, link);
        }

        if (options.Encoding is LinkEncoding.Utf8)
            foreach (var name in match.Variables.Keys.Where(name => name is "attn" or "name"))
                match.GetValue(name)!.Length.Should().Be(values.GetValue(name)!.Length, "law 1: {0} made {1}", format, link);

        format.TryExpand(match.Number, match, out var again, out _).Should().BeTrue("law 2: {0} made {1}", format, link);
        if (options.Encoding is LinkEncoding.Utf8)
            again.Should().Be(link, "law 2: {0}", format);

        format.TryMatch(link + "/", out _).Should().BeTrue("a trailing slash is tolerated: {0} made {1}", format, link);
    }
}
