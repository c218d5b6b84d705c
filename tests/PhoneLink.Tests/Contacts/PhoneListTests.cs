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
        list.Dialable.Select(entry => entry.Value).Should().Equal("2", "1");
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
    [Requirement("CONT-5")]
    public void A_copy_with_another_value_has_another_number()
    {
        var entry = new PhoneEntry(PhoneKind.Company, "1");
        _ = entry.Number;

        (entry with { Value = "2" }).Number!.Digits.Should().Be("2");
        (entry with { Value = "2" }).Should().NotBe(entry);
        (entry with { Value = "1" }).Should().Be(entry);
    }
}
