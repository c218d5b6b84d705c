using PhoneLink.Benchmarks.Contenders;

namespace PhoneLink.Tests.Benchmarks;

/// <summary>A comparison of speed says nothing where one does less than the other.</summary>
public class ContenderTests
{
    private static readonly CallRow[] Rows = CallRow.Many(36);

    public static TheoryData<string> TelWriters => [.. Agreement.TelWriters.Keys];

    public static TheoryData<string> FiveHolesWriters => [.. Agreement.FiveHolesWriters.Keys];

    public static TheoryData<string> Readers => [.. Agreement.FiveHolesReaders.Keys];

    public static TheoryData<string> TelUriReaders => [.. Agreement.TelUriReaders.Keys];

    [Theory]
    [Requirement("PERF-1")]
    [MemberData(nameof(TelWriters))]
    public void All_that_is_timed_makes_the_same_tel_link(string contender)
    {
        Agreement.TelWriters[contender](CallRow.Sample).Should().Be(Agreement.TelLink);
        Rows.Select(Agreement.TelWriters[contender]).Should().Equal(Rows.Select(static row => "tel:" + row.Number.Digits));
    }

    [Fact]
    [Requirement("PERF-1")]
    public void All_that_is_timed_makes_the_same_callto_link() =>
        Agreement.CalltoWriters.Values.Should().OnlyContain(write => write(CallRow.Sample) == Agreement.CalltoLink);

    [Fact]
    [Requirement("PERF-1")]
    public async Task A_list_that_is_timed_is_that_of_its_rows() =>
        (await WithPhoneLink.WriteAll(WithPhoneLink.FiveHolesExpander(), Array.ConvertAll(Rows, static row => row.ToUnread())))
            .Should().Equal(Rows.Select(HandWritten.WriteFiveHoles));

    [Theory]
    [Requirement("PERF-1")]
    [MemberData(nameof(FiveHolesWriters))]
    public void All_that_is_timed_makes_the_same_link_of_five_holes(string contender)
    {
        Agreement.FiveHolesWriters[contender](CallRow.Sample).Should().Be(Agreement.FiveHolesLink);
        Rows.Select(Agreement.FiveHolesWriters[contender]).Should().Equal(Rows.Select(WithPhoneLink.WriteFiveHoles));
    }

    [Theory]
    [Requirement("PERF-1")]
    [MemberData(nameof(Readers))]
    public void All_that_is_timed_takes_a_link_apart_into_the_same(string contender)
    {
        foreach (var row in Rows)
        {
            var parts = new LinkParts(row.Number.Digits, row.Subject.Person!.Name, row.Subject.Company!.Name, row.Subject.UserId, row.Subject.Company.Id);
            Agreement.TelReaders[contender](WithPhoneLink.WriteTel(row)).Should().Be(new LinkParts(row.Number.Digits));
            Agreement.FiveHolesReaders[contender](WithPhoneLink.WriteFiveHoles(row)).Should().Be(parts);
        }
    }

    [Theory]
    [Requirement("PERF-1")]
    [InlineData("tel:+4722510000", true, false)]
    [InlineData(Agreement.FiveHolesLink, false, true)]
    [InlineData("tel:", false, false)]
    [InlineData("tel:+", false, false)]
    [InlineData("tel:+47a", false, false)]
    [InlineData("domycall:+47?name=a&company=b&user=c", false, false)]
    [InlineData("domycall:+47?name=a&company=b&user=c&id=%4", false, false)]
    [InlineData("domycall:+47?name=a b&company=b&user=c&id=1", false, false)]
    [InlineData("domycall:+47?company=b&name=a&user=c&id=1", false, false)]
    [InlineData("domycall:+47?name=&company=&user=&id=", false, true)]
    public void All_that_is_timed_knows_the_same_shapes(string link, bool isTel, bool isFiveHoles)
    {
        Agreement.TelShapes.Values.Should().OnlyContain(isShape => isShape(link) == isTel);
        Agreement.TelReaders.Values.Should().OnlyContain(read => read(link) != null == isTel);
        Agreement.FiveHolesShapes.Values.Should().OnlyContain(isShape => isShape(link) == isFiveHoles);
        Agreement.FiveHolesReaders.Values.Should().OnlyContain(read => read(link) != null == isFiveHoles);
    }

    [Theory]
    [Requirement("PERF-1")]
    [MemberData(nameof(TelUriReaders))]
    public void All_that_is_timed_reads_the_same_of_a_tel_link(string contender)
    {
        Agreement.TelUriReaders[contender](Agreement.TelUriText).Should().Be(new ScannedTel("+4722510000", null));
        Agreement.TelUriReaders[contender](Agreement.LongTelUriText).Should().Be(new ScannedTel("+4722510000", "12"));
        Agreement.TelUriReaders[contender]("http://example.com").Should().BeNull();
    }

    [Fact]
    [Requirement("PERF-1")]
    public void Whoever_gives_something_else_is_not_timed()
    {
        var check = () => Agreement.Check(Agreement.TelWriters, CallRow.Sample, "tel:+4722510001");

        check.Should().Throw<InvalidOperationException>().WithMessage("string.Concat does not give what the others give.");
    }
}
