namespace PhoneLink.Tests.Contacts;

public class PhoneEntryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    [Requirement("CONT-10")]
    public void An_entry_has_defaults()
    {
        var entry = new PhoneEntry(PhoneKind.Company, "22517000");

        (entry.Id, entry.Label, entry.Rank, entry.ValidFrom, entry.ValidTo, entry.DoNotCall).Should().Be((null, null, 0, null, null, false));
        entry.IsValidAt(DateTimeOffset.MinValue).Should().BeTrue();
        entry.IsValidAt(DateTimeOffset.MaxValue).Should().BeTrue();
    }

    [Fact]
    [Requirement("CONT-10")]
    public void The_first_moment_is_valid_and_the_last_is_not()
    {
        var entry = new PhoneEntry(PhoneKind.Company, "22517000") { ValidFrom = Noon, ValidTo = Noon.AddHours(1) };

        entry.IsValidAt(Noon.AddTicks(-1)).Should().BeFalse();
        entry.IsValidAt(Noon).Should().BeTrue();
        entry.IsValidAt(Noon.ToUniversalTime()).Should().BeTrue();
        entry.IsValidAt(Noon.AddHours(1).AddTicks(-1)).Should().BeTrue();
        entry.IsValidAt(Noon.AddHours(1)).Should().BeFalse();
        (entry with { ValidTo = Noon }).IsValidAt(Noon).Should().BeFalse();
    }

    [Fact]
    [Requirement("CONT-10")]
    public void A_number_is_read_once_also_for_copies_and_that_does_not_count_in_equality()
    {
        var entry = new PhoneEntry(PhoneKind.Company, "22517000");
        var unread = new PhoneEntry(PhoneKind.Company, "22517000");
        var number = entry.Number;

        entry.Number.Should().BeSameAs(number);
        (entry with { DoNotCall = true }).Number.Should().BeSameAs(number);
        entry.Should().Be(unread);
        entry.GetHashCode().Should().Be(unread.GetHashCode());

        var none = new PhoneEntry(PhoneKind.Company, "none");
        none.Number.Should().BeNull();
        none.Number.Should().BeNull();
    }

    [Fact]
    [Requirement("CONT-10")]
    public void A_copy_with_another_value_has_another_number()
    {
        var entry = new PhoneEntry(PhoneKind.Company, "1");
        _ = entry.Number;

        (entry with { Value = "2" }).Number!.Digits.Should().Be("2");
        (entry with { Value = "2" }).Should().NotBe(entry);
        (entry with { Value = "1" }).Should().Be(entry);
    }

    [Fact]
    [Requirement("CONT-10")]
    public void Everything_of_an_entry_counts_in_its_equality()
    {
        var entry = new PhoneEntry(PhoneKind.Company, "1");
        PhoneEntry[] others =
        [
            entry with { Kind = PhoneKind.Unknown }, entry with { Value = "2" }, entry with { Id = "" }, entry with { Label = "" }, entry with { Rank = 1 },
            entry with { ValidFrom = Noon }, entry with { ValidTo = Noon }, entry with { DoNotCall = true },
        ];

        others.Should().HaveCount(typeof(PhoneEntry).GetProperties().Count(property => property.CanWrite)).And.NotContain(entry);
    }

    [Fact]
    [Requirement("CONT-10")]
    public void Threads_that_read_a_number_at_once_read_the_same()
    {
        var entries = Enumerable.Range(0, 1000).Select(i => new PhoneEntry(PhoneKind.Company, $"{22517000 + i}")).ToArray();

        Parallel.For(0, 4000, i => entries[i % 1000].Number!.Digits.Should().Be($"{22517000 + (i % 1000)}"));
    }

    [Theory]
    [Requirement("CONT-14")]
    [InlineData("+47 22 51 70 00", "+4722517000")]
    [InlineData("22517000", "22517000")]
    [InlineData("anna22517000@example.com", null)]
    [InlineData("sip:+4722517000@example.com", null)]
    [InlineData("live:anna.berg_1234567", null)]
    [InlineData("echo123", null)]
    [InlineData("22517000@10.0.0.1", null)]
    [InlineData("анна22517000", null)]
    public void Digits_in_an_internet_address_are_no_number(string value, string? digits) =>
        (new PhoneEntry(PhoneKind.Internet, value).Number?.Digits).Should().Be(digits);
}
