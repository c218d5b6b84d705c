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

    public static TheoryData<string> CalltoUriReaders => [.. Agreement.CalltoUriReaders.Keys];

    public static TheoryData<string> SipUriReaders => [.. Agreement.SipUriReaders.Keys];

    public static TheoryData<string> NumberReaders => [.. Agreement.NumberReaders.Keys];

    public static TheoryData<string> HostileCases => [.. HostileCase.All.Select(static hostile => hostile.Name)];

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

    [Theory]
    [Requirement("PERF-1")]
    [MemberData(nameof(CalltoUriReaders))]
    public void All_that_is_timed_reads_the_same_of_a_callto_link(string contender)
    {
        Agreement.CalltoUriReaders[contender](Agreement.CalltoLink).Should().Be(new ScannedTel("+4722510000", null));
        Rows.Select(static row => WithPhoneLink.WriteCallto(row)).Select(Agreement.CalltoUriReaders[contender])
            .Should().Equal(Rows.Select(static row => new ScannedTel(row.Number.Digits, null)));
        Agreement.CalltoUriReaders[contender](Agreement.TelUriText).Should().BeNull();
    }

    [Theory]
    [Requirement("PERF-1")]
    [MemberData(nameof(SipUriReaders))]
    public void All_that_is_timed_reads_the_same_of_a_sip_link(string contender)
    {
        Agreement.SipUriReaders[contender](Agreement.SipUriText).Should().Be(new ScannedSip("+4722510000", "pbx.example.com"));
        Agreement.SipUriReaders[contender]("sip:22-51-00-00@192.0.2.1").Should().Be(new ScannedSip("22510000", "192.0.2.1"));
        Agreement.SipUriReaders[contender](Agreement.TelUriText).Should().BeNull();
    }

    [Theory]
    [Requirement("PERF-1")]
    [MemberData(nameof(NumberReaders))]
    public void All_that_is_timed_reads_the_same_of_a_number(string contender)
    {
        Agreement.NumberReaders[contender](Agreement.GlobalNumberText).Should().Be(new ScannedTel("+4722510000", null));
        Agreement.NumberReaders[contender](Agreement.BracketedNumberText).Should().Be(new ScannedTel("022510000", "12"));
        Agreement.NumberReaders[contender](Agreement.LocalNumberText).Should().Be(new ScannedTel("22510000", "12"));
        Agreement.NumberReaders[contender]("Kari Nordmann").Should().BeNull();
    }

    [Theory]
    [Requirement("URI-27")]
    [MemberData(nameof(HostileCases))]
    public void What_is_hostile_is_answered_as_its_table_says_at_any_length(string name)
    {
        var hostile = HostileCase.All.Single(hostile => hostile.Name == name);
        var check = () => Array.ForEach([128, 2048, 1_048_576], hostile.Check);

        check.Should().NotThrow();
    }

    [Fact]
    [Requirement("PERF-1")]
    public void Whoever_gives_something_else_is_not_timed()
    {
        var check = () => Agreement.Check(Agreement.TelWriters, CallRow.Sample, "tel:+4722510001");

        check.Should().Throw<InvalidOperationException>().WithMessage("string.Concat does not give what the others give.");
    }
}
