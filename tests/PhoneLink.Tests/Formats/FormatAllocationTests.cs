namespace PhoneLink.Tests.Formats;

/// <summary>What links cost in memory: nothing in the caller's own, and on the way back what is handed over.</summary>
public class FormatAllocationTests
{
    private const string FiveHoles = "domycall:%p?name=<attn>&company=<name>&user=<user>&id=<cuid>";
    private const int Rounds = 100;

    private static readonly TemplateValues Variables = new() { ["attn"] = "Kari Nordmann", ["name"] = "Bakke & Sønn AS", ["user"] = "kn", ["cuid"] = "4711" };

    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00 ext. 12");

    [Theory]
    [Requirement("PERF-2")]
    [InlineData("tel:%p")]
    [InlineData("callto:%p")]
    [InlineData("https://teams.microsoft.com/l/call/0/0?users=4:%p")]
    [InlineData(FiveHoles)]
    public void A_link_in_the_callers_memory_allocates_nothing(string format)
    {
        var parsed = PhoneLinkFormat.Parse(format);
        var link = new char[2048];

        Allocated(() => parsed.TryExpand(Number, Variables, link, out _)).Should().Be(0);
    }

    [Theory]
    [Requirement("PERF-2")]
    [InlineData("tel:%p")]
    [InlineData("callto:%p")]
    [InlineData(FiveHoles)]
    public void To_ask_whether_a_link_is_one_allocates_nothing(string format)
    {
        var parsed = PhoneLinkFormat.Parse(format);
        var link = parsed.Expand(Number, Variables);

        Allocated(() => parsed.IsMatch(link.AsSpan())).Should().Be(0);
        Allocated(() => parsed.IsMatch("callto:".AsSpan())).Should().Be(0);
    }

    [Fact]
    [Requirement("PERF-3")]
    public void A_match_allocates_what_it_holds_and_nothing_else()
    {
        var format = PhoneLinkFormat.Parse(FiveHoles);
        var link = format.Expand(Number, Variables);

        var rebuilt = Allocated(() => new PhoneLinkMatch(
            new PhoneNumber(Copy("+4722517000"), "", Copy("12")),
            new MatchedVariables([], [Copy("Kari Nordmann"), Copy("Bakke & Sønn AS"), Copy("kn"), Copy("4711")])) is not null);

        Allocated(() => format.TryMatch(link, out _)).Should().Be(rebuilt);
    }

    [Fact]
    [Requirement("PERF-3")]
    public void Two_matches_of_a_format_without_variables_hold_nothing_but_their_numbers()
    {
        var format = PhoneLinkFormat.Parse("tel:%p");
        var rebuilt = Allocated(() => new PhoneLinkMatch(new PhoneNumber(Copy("+4722517000"), ""), MatchedVariables.None) is not null);

        Allocated(() => format.TryMatch("tel:+4722517000", out _)).Should().Be(rebuilt);
    }

    private static string Copy(string text) => text.AsSpan().ToString();

    /// <summary>The octets of one round; the least of many tries, since what runs for the first time allocates.</summary>
    private static long Allocated(Func<bool> work)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
