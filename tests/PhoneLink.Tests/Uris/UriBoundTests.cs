namespace PhoneLink.Tests.Uris;

/// <summary>What hostile lengths cost, measured in memory: a clock would be another machine's.</summary>
public sealed class UriBoundTests
{
    private const int MaxLength = 2048;

    /// <summary>32 bytes a character: a short text for each parameter, a few copies of the whole, and nothing that grows faster than the link.</summary>
    private const long BoundOfLongestLink = 32 * MaxLength;

    private const long BoundOfRefusal = 512;

    public static TheoryData<string, string> Hostile
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var head in new[] { "tel:+1", "tel:1;phone-context=", "sip:", "sip:a@h", "sip:a@h?x=", "sms:+1", "sms:+1?body=", "callto:", "callto:+1", "callto://" })
                foreach (var repeated in new[] { "+", "-", ".", ";", ";;=", "a-", "a.", "%41", "%", ",", "&x=1", ";ext=1", "/", " ", "#", "@", "[", ":", "\u0661", "\uD800" })
                    data.Add(head, repeated);

            return data;
        }
    }

    [Theory]
    [Requirement("URI-42")]
    [MemberData(nameof(Hostile))]
    public void A_hostile_link_costs_what_its_length_does(string head, string repeated)
    {
        // Space around a link does not count, and is not trimmed away here.
        var longest = Repeat(head, repeated, MaxLength - 1) + "1";

        Allocated(longest, UriParsing.Strict, out _).Should().BeLessThan(BoundOfLongestLink);
        Allocated(longest, UriParsing.Lenient, out var error).Should().BeLessThan(BoundOfLongestLink);
        (error.Kind is ParseErrorKind.TooLong && error.Position == MaxLength).Should().BeFalse("the longest link is not too long");
    }

    [Theory]
    [Requirement("URI-42")]
    [InlineData("+", 6_000)]
    [InlineData("-", 5_000)]
    [InlineData(";p=12345", 300)]
    [InlineData("a-", 3_000)]
    [InlineData("+", 1_000_000)]
    [InlineData("a-", 500_000)]
    [InlineData("%", 1_000_000)]
    public void What_is_beyond_the_limit_is_refused_before_anything_is_kept(string repeated, int times)
    {
        foreach (var head in new[] { "tel:+1", "sip:a@h", "sms:+1", "callto:+1" })
            foreach (var parsing in new[] { UriParsing.Strict, UriParsing.Lenient })
            {
                var text = Repeat(head, repeated, head.Length + (repeated.Length * times));

                Allocated(text, parsing, out var error).Should().BeLessThan(BoundOfRefusal);
                error.Should().Be(new ParseError(ParseErrorKind.TooLong, MaxLength));
            }
    }

    [Theory]
    [Requirement("URI-42")]
    [InlineData("tel:+1", ';', 32)]
    [InlineData("sip:a@h", ';', 64)]
    [InlineData("sip:a@h", '&', 64)]
    [InlineData("sms:+1", '&', 32)]
    public void Parameters_are_bounded_in_number(string head, char separator, int most)
    {
        TelephonyUri.TryParse(With(most).AsSpan(), UriParsing.Strict, out _, out var error).Should().BeTrue(error.ToString());
        TelephonyUri.TryParse(With(most + 1).AsSpan(), UriParsing.Strict, out _, out error).Should().BeFalse();
        error.Kind.Should().Be(ParseErrorKind.InvalidParameter);
        TelephonyUri.Parse(With(300)).Repairs.Should().ContainSingle("neighbours are reported once").Which.Kind.Should().Be(ParseErrorKind.InvalidParameter);

        string With(int count) => head + (separator == '&' ? "?" : ";") + string.Join(separator, Enumerable.Range(0, count).Select(static i => $"p{i}=1"));
    }

    private static string Repeat(string head, string repeated, int length) =>
        (head + string.Concat(Enumerable.Repeat(repeated, ((length - head.Length) / repeated.Length) + 1))).Remove(length);

    /// <summary>The least of some runs: the first one loads types.</summary>
    private static long Allocated(string text, UriParsing parsing, out ParseError error)
    {
        var least = long.MaxValue;
        error = default;
        for (var run = 0; run < 3; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = TelephonyUri.TryParse(text.AsSpan(), parsing, out _, out error);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
