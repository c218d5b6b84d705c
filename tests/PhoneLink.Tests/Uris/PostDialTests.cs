using PhoneLink.Activation;

namespace PhoneLink.Tests.Uris;

public class PostDialTests
{
    [Theory]
    [Requirement("NUM-20")]
    [InlineData("tel:+4722517000,,99%23", ",,99#", 15)]
    [InlineData("tel:+4722517000,,99#", ",,99#", 15)]
    [InlineData("tel:+4722517000%2C99", ",99", 15)]
    [InlineData("tel:+4722517000%2c%39*", ",9*", 15)]
    [InlineData("tel:+4722517000%3B99", ";99", 15)]
    [InlineData("tel:+4722517000,%3B99,1", ",;99,1", 15)]
    [InlineData("tel:+4722517000,1-(2).3,", ",123", 15)]
    [InlineData("tel://+4722517000,99", ",99", 17)]
    [InlineData("tel:+47-22-51-70-00-,99", ",99", 20)]
    [InlineData("domycall:+4722517000,99", ",99", 20)]
    [InlineData("domycall://+4722517000%2C99?name=Ada", ",99", 22)]
    [InlineData("domycall:+4722517000%3B99%23", ";99#", 20)]
    [InlineData("callto:+4722517000,99+type=phone", ",99", 18)]
    public void Lenient_puts_aside_what_is_keyed_after_the_answer_and_says_so_strict_refuses(string text, string postDial, int position)
    {
        var uri = TelephonyUri.Parse(text);

        uri.Number!.Digits.Should().Be("+4722517000");
        uri.Number.PostDial.Should().Be(postDial);
        uri.Repairs.Should().Contain(new ParseError(ParseErrorKind.PostDial, position));
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out _, out var error).Should().BeFalse();
        error.Kind.Should().Be(ParseErrorKind.InvalidCharacter);
    }

    [Fact]
    [Requirement("NUM-20")]
    public void Parameters_and_space_stand_beside_it()
    {
        var uri = (TelUri)TelephonyUri.Parse("tel:22517000,,9 9;ext=12;phone-context=example.com;foo");

        uri.Number.PostDial.Should().Be(",,99");
        uri.Number.Extension.Should().Be("12");
        uri.Number.Context.Should().Be("example.com");
        uri.Parameters.Should().ContainSingle();
        uri.Repairs.Select(repair => repair.Kind).Should().Equal(ParseErrorKind.PostDial, ParseErrorKind.Whitespace);
    }

    [Theory]
    [Requirement("NUM-20")]
    [InlineData("tel:+4722517000,", 15)]
    [InlineData("tel:+4722517000%2C%3B", 15)]
    [InlineData("tel:+4722517000,p9", 15)]
    [InlineData("tel:+4722517000,9p9", 17)]
    [InlineData("tel:+4722517000,9+9", 17)]
    [InlineData("tel:+4722517000%3Bext%3D12", 15)]
    [InlineData("tel:,99", 4)]
    [InlineData("tel:+,99", 5)]
    [InlineData("tel:*21%23,99;phone-context=+47", 10)]
    public void What_keys_nothing_or_something_else_is_refused(string text, int position)
    {
        TelephonyUri.TryParse(text.AsSpan(), UriParsing.Lenient, out _, out var error).Should().BeFalse();

        error.Should().Be(new ParseError(ParseErrorKind.InvalidCharacter, position));
    }

    [Theory]
    [Requirement("NUM-20")]
    [InlineData("domycall:+4722517000,")]
    [InlineData("domycall:+4722517000,9+9")]
    [InlineData("domycall:*21%23,99")]
    [InlineData("domycall:+4722517000,99#")]
    [InlineData("domycall:alice,99")]
    public void A_vendor_link_that_is_no_number_is_read_as_before(string text)
    {
        foreach (var parsing in new[] { UriParsing.Lenient, UriParsing.Strict })
        {
            TelephonyUri.TryParse(text.AsSpan(), parsing, out var uri, out _).Should().BeTrue();
            uri!.Number.Should().BeNull();
            uri.Repairs.Should().BeEmpty();
        }
    }

    [Fact]
    [Requirement("NUM-20")]
    public void It_is_bounded()
    {
        TelephonyUri.Parse("tel:+47," + new string('9', 63)).Number!.PostDial.Should().HaveLength(64);
        TelephonyUri.TryParse(("tel:+47," + new string('9', 64)).AsSpan(), UriParsing.Lenient, out _, out var error).Should().BeFalse();
        error.Should().Be(new ParseError(ParseErrorKind.TooLong, 71));
    }

    [Fact]
    [Requirement("NUM-20")]
    public void Links_that_key_something_else_are_not_equal_and_a_new_link_keys_nothing()
    {
        var uri = TelephonyUri.Parse("tel:+4722517000,99");

        uri.Should().NotBe(TelephonyUri.Parse("tel:+4722517000,98"));
        uri.Should().NotBe(TelephonyUri.Parse("tel:+4722517000"));
        uri.Should().Be(TelephonyUri.Parse("tel:+47-22517000%2C99"));
        new TelUri(uri.Number!).OriginalText.Should().Be("tel:+4722517000");
        uri.ToString().Should().Be("tel:+********00");
    }

    [Theory]
    [Requirement("NUM-20")]
    [InlineData("tel:+4722517000,,99")]
    [InlineData("tel:+4722517000%2C99")]
    [InlineData("tel:+4722517000%3B99")]
    [InlineData("domycall:+4722517000%3B99")]
    [InlineData("domycall:+4722517000,%3B99")]
    public void A_received_link_with_pauses_must_have_been_allowed(string link)
    {
        Activate(link, new()).Should().Be(ActivationRefusal.NumberNotAllowed);
        Activate(link, new() { AllowExtensions = true }).Should().Be(ActivationRefusal.None);
        Activate(link + "%23", new() { AllowExtensions = true }).Should().Be(ActivationRefusal.NumberNotAllowed);

        static ActivationRefusal Activate(string link, ActivationOptions options)
        {
            options.CommandLine = $"x --phonelink -- \"{link}\"";
            ProtocolActivation.TryGetUri(["--phonelink", "--", link], ["tel", "domycall"], options, out _, out var refusal);
            return refusal;
        }
    }
}
