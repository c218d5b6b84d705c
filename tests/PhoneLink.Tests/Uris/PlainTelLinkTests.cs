using CsCheck;

namespace PhoneLink.Tests.Uris;

/// <summary>The short way through the parser: a space before the same link takes the long one.</summary>
public class PlainTelLinkTests
{
    [Theory]
    [Requirement("PERF-4")]
    [InlineData("tel:+4722517000", true)]
    [InlineData("tel:+47-22-51-70-00", true)]
    [InlineData("tel:+(47).1", true)]
    [InlineData("tel:+4722517000;ext=12", true)]
    [InlineData("tel:+", false)]
    [InlineData("tel:+-", false)]
    [InlineData("TEL:+4722517000", false)]
    [InlineData("tel:22517000", false)]
    [InlineData("tel:+4722517000;ext=", false)]
    [InlineData("tel:+4722517000;ext=1-2", false)]
    [InlineData("tel:+4722517000;EXT=12", false)]
    [InlineData("tel:+4722517000;isub=1", false)]
    [InlineData("tel:+4722517000;ext=12;a=b", false)]
    [InlineData("tel:+47 22", false)]
    [InlineData("tel:+47\n", false)]
    [InlineData("tel:+٤٧", false)]
    public void Plain_links_take_the_short_way(string link, bool isPlain) => (PlainTelLink.Read(link, null) is not null).Should().Be(isPlain);

    [Fact]
    [Requirement("PERF-4")]
    public void A_number_of_more_digits_than_any_is_left_to_the_long_way()
    {
        PlainTelLink.Read("tel:+" + new string('1', 63), null).Should().NotBeNull();
        PlainTelLink.Read("tel:+" + new string('1', 64), null).Should().BeNull();
        PlainTelLink.Read("tel:+1" + new string('-', 122), null).Should().NotBeNull();
        PlainTelLink.Read("tel:+1" + new string('-', 123), null).Should().BeNull();
    }

    [Fact]
    [Requirement("PERF-4")]
    public void Both_ways_lead_to_the_same() =>
        Gen.Select(Gen.String[Gen.Char["0123456789-.()"], 1, 70], Gen.String[Gen.Char["0123456789-"], 0, 22], Gen.Bool).Sample(static (number, extension, hasExtension) =>
        {
            var link = $"tel:+{number}{(hasExtension ? ";ext=" + extension : "")}";
            var isLink = TelephonyUri.TryParse(link, out var uri);

            TelephonyUri.TryParse(" " + link, out var longWay).Should().Be(isLink);
            if (!isLink)
                return;

            var (tel, other) = ((TelUri)uri!, (TelUri)longWay!);
            tel.Should().Be(other);
            (tel.OriginalText, tel.Number.Text, tel.Number.Digits, tel.Number.Extension, tel.Number.IsPlain, tel.Parameters.Count)
                .Should().Be((other.OriginalText, other.Number.Text, other.Number.Digits, other.Number.Extension, other.Number.IsPlain, other.Parameters.Count));
            other.Repairs.Skip(1).Select(static repair => repair.Kind).Should().Equal(tel.Repairs.Select(static repair => repair.Kind));
            TelephonyUri.TryParse(link.AsSpan(), UriParsing.Strict, out _, out _).Should().Be(tel.Repairs.Count == 0);
        });
}
