namespace PhoneLink.Tests.Contacts;

public class PhoneListTests
{
    [Theory]
    [Requirement("CONT-5")]
    [InlineData(PhoneKind.Unknown, "22517000", true)]
    [InlineData(PhoneKind.PersonDirect, "22517000", true)]
    [InlineData(PhoneKind.PersonMobile, "22517000", true)]
    [InlineData(PhoneKind.PersonPrivate, "22517000", true)]
    [InlineData(PhoneKind.PersonOther, "22517000", true)]
    [InlineData(PhoneKind.Company, "22517000", true)]
    [InlineData(PhoneKind.Internet, "22517000", true)]
    [InlineData(PhoneKind.PersonFax, "22517000", false)]
    [InlineData(PhoneKind.CompanyFax, "22517000", false)]
    [InlineData(PhoneKind.PersonDirect, "", false)]
    [InlineData(PhoneKind.PersonDirect, "ask reception", false)]
    public void Dialable_leaves_out_faxes_and_what_holds_no_number(PhoneKind kind, string value, bool isDialable) =>
        new PhoneList([new(kind, value)]).Dialable.Should().HaveCount(isDialable ? 1 : 0);

    [Fact]
    [Requirement("CONT-5")]
    public void A_list_keeps_the_order_and_copies_its_entries()
    {
        var entries = new List<PhoneEntry> { new(PhoneKind.Company, "2"), new(PhoneKind.CompanyFax, "3"), new(PhoneKind.PersonDirect, "1") };
        var list = new PhoneList(entries);
        entries.Clear();

        list.Select(entry => entry.Value).Should().Equal("2", "3", "1");
        list.Dialable.Should().HaveCount(2);
    }

    [Fact]
    [Requirement("CONT-5")]
    public void Null_is_no_list_no_entry_and_no_value()
    {
        FluentActions.Invoking(() => new PhoneList(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PhoneList([null!])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PhoneEntry(PhoneKind.Company, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PhoneEntry(PhoneKind.Company, "1") with { Value = null! }).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("CONT-11")]
    public void The_persons_come_before_the_companys_by_kind_and_rank_and_then_as_they_are()
    {
        var list = new PhoneList(
        [
            new(PhoneKind.Unknown, "60"),
            new(PhoneKind.Company, "71") { Rank = 2 },
            new(PhoneKind.Company, "70") { Rank = 1 },
            new(PhoneKind.Internet, "50"),
            new(PhoneKind.PersonOther, "40"),
            new(PhoneKind.PersonPrivate, "30"),
            new(PhoneKind.PersonMobile, "22"),
            new(PhoneKind.PersonMobile, "23") { Rank = -1 },
            new(PhoneKind.PersonMobile, "21") { Rank = 7 },
            new(PhoneKind.PersonMobile, "20") { Rank = 1 },
            new(PhoneKind.PersonDirect, "10"),
        ]);

        Values(list.Dialable).Should().Equal("10", "20", "21", "22", "23", "30", "40", "50", "60", "70", "71");
        Values(list).Should().StartWith(["60", "71"]);
        Values(list.Dialable.Dialable).Should().Equal(Values(list.Dialable));
    }

    [Fact]
    [Requirement("CONT-11")]
    public void What_a_company_has_comes_after_the_persons_whatever_its_kind()
    {
        var subject = new CallSubject
        {
            Person = new() { Phones = [new(PhoneKind.Company, "9"), new(PhoneKind.Unknown, "2"), new(PhoneKind.PersonDirect, "1")] },
            Company = new() { Phones = [new(PhoneKind.Unknown, "12"), new(PhoneKind.Internet, "11"), new(PhoneKind.PersonMobile, "8"), new(PhoneKind.Company, "10")] },
        };

        Values(subject.Phones).Should().Equal("9", "2", "1", "12", "11", "8", "10");
        Values(subject.Phones.Dialable).Should().Equal("1", "2", "8", "9", "10", "11", "12");
        Values(subject.Phones.Dialable.Dialable).Should().Equal(Values(subject.Phones.Dialable));
    }

    [Fact]
    [Requirement("CONT-12")]
    public void What_is_not_valid_at_the_time_is_not_offered()
    {
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var list = new PhoneList(
        [
            new(PhoneKind.PersonDirect, "1") { ValidTo = start },
            new(PhoneKind.PersonDirect, "2") { ValidFrom = start },
            new(PhoneKind.PersonDirect, "3") { ValidFrom = start.AddDays(1) },
            new(PhoneKind.PersonDirect, "4"),
        ]);

        Values(list.DialableAt(start.AddTicks(-1))).Should().Equal("1", "4");
        Values(list.DialableAt(start)).Should().Equal("2", "4");
        Values(list.DialableAt(start.AddDays(1))).Should().Equal("2", "3", "4");
        Values(list.Dialable).Should().Equal(Values(list.DialableAt(TimeProvider.System.GetUtcNow())));
        Values(new PhoneList([new(PhoneKind.PersonDirect, "1") { ValidTo = start.AddYears(-20) }]).Dialable).Should().BeEmpty();
    }

    [Fact]
    [Requirement("CONT-13")]
    public void Of_equal_numbers_the_first_in_order_stays()
    {
        var list = new PhoneList(
        [
            new(PhoneKind.Company, "+47 22 51 70 00"),
            new(PhoneKind.PersonMobile, "+4722517000") { Label = "mobile" },
            new(PhoneKind.PersonDirect, "(+47) 22-51-70-00") { Label = "direct" },
            new(PhoneKind.PersonDirect, "+47 22 51 70 00 x12"),
            new(PhoneKind.PersonDirect, "22 51 70 00"),
        ]);

        Values(list.Dialable).Should().Equal("(+47) 22-51-70-00", "+47 22 51 70 00 x12", "22 51 70 00");
        list.Dialable[0].Should().BeSameAs(list[2]);
    }

    [Fact]
    [Requirement("CONT-13")]
    public void Who_does_not_want_to_be_called_is_offered_and_marked_wherever_it_was_said()
    {
        var past = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var list = new PhoneList(
        [
            new(PhoneKind.PersonDirect, "1") { DoNotCall = true },
            new(PhoneKind.PersonMobile, "2"), new(PhoneKind.Company, "(2)") { DoNotCall = true },
            new(PhoneKind.PersonPrivate, "3"), new(PhoneKind.PersonFax, "3") { DoNotCall = true },
            new(PhoneKind.PersonOther, "4"), new(PhoneKind.PersonOther, "4") { DoNotCall = true, ValidTo = past },
            new(PhoneKind.Company, "5"), new(PhoneKind.Company, "no number") { DoNotCall = true },
        ]);

        list.Dialable.Select(entry => (entry.Value, entry.DoNotCall)).Should().Equal(("1", true), ("2", true), ("3", true), ("4", true), ("5", false));
        list.Dialable[0].Should().BeSameAs(list[0]);
        list[1].DoNotCall.Should().BeFalse();
    }

    [Fact]
    [Requirement("CONT-13")]
    public void A_list_of_ten_thousand_equal_numbers_is_one_entry() =>
        new PhoneList(Enumerable.Range(0, 10_000).Select(i => new PhoneEntry(PhoneKind.Company, "22 51 70 00") { Rank = 10_000 - i })).Dialable
            .Should().ContainSingle().Which.Rank.Should().Be(1);

    [Fact]
    [Requirement("CONT-15")]
    public void An_entry_is_found_by_the_hosts_id()
    {
        var list = new PhoneList([new(PhoneKind.Company, "1"), new(PhoneKind.CompanyFax, "2") { Id = "a" }, new(PhoneKind.Company, "3") { Id = "a" }, new(PhoneKind.Company, "4") { Id = "A" }]);

        list.Find("a").Should().BeSameAs(list[1]);
        list.Find("A").Should().BeSameAs(list[3]);
        list.Find("b").Should().BeNull();
        list.Find("").Should().BeNull();
        list.Dialable.Find("a").Should().BeSameAs(list[2]);
        FluentActions.Invoking(() => list.Find(null!)).Should().Throw<ArgumentNullException>();
    }

    private static IEnumerable<string> Values(PhoneList list) => list.Select(entry => entry.Value);
}
