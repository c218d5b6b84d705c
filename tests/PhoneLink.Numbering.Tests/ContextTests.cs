namespace PhoneLink.Tests.Numbering;

public class ContextTests
{
    [Theory]
    [Requirement("PLAN-6")]
    [InlineData("7042;phone-context=example.com", "NO")]
    [InlineData("22517000;phone-context=example.com", "NO")]
    [InlineData("112;phone-context=example.com", "NO")]
    [InlineData("22517000;phone-context=a", null)]
    [InlineData("911;phone-context=+1", "NO")]
    [InlineData("911;phone-context=+1", null)]
    [InlineData("988;phone-context=+1", null)]
    [InlineData("1881;phone-context=+47", null)]
    [InlineData("116117;phone-context=+47", null)]
    [InlineData("11883;phone-context=+49", null)]
    [InlineData("227700;phone-context=+49", null)]
    [InlineData("22517000;phone-context=+1", null)]
    [InlineData("2530000;phone-context=+1", null)]
    [InlineData("912345678;phone-context=+55", null)]
    [InlineData("7042;phone-context=+47", "NO")]
    [InlineData("12345;phone-context=+47", "NO")]
    [InlineData("7042;phone-context=+4722517000", "NO")]
    [InlineData("22517000;phone-context=+999", "NO")]
    [InlineData("22*5;phone-context=+47", "NO")]
    public void A_number_in_a_context_that_makes_no_number_of_it_is_local(string text, string? region)
    {
        var number = PhoneNumber.Parse(text);
        var analysis = Plan.World.Analyze(number, region);

        analysis.Canonical.Should().BeSameAs(number);
        analysis.Kind.Should().Be(NumberKind.Local);
        analysis.IsPossiblyInvalid.Should().BeFalse();
    }

    [Theory]
    [Requirement("PLAN-6")]
    [InlineData("22517000;phone-context=+47", null, "+4722517000")]
    [InlineData("22517000;phone-context=+47", "US", "+4722517000")]
    [InlineData("2530000;phone-context=+1-650", null, "+16502530000")]
    [InlineData("020 8366 1177;phone-context=+44", null, "+442083661177")]
    public void A_global_context_and_a_number_that_are_one_number_become_it(string text, string? region, string canonical)
    {
        var analysis = Plan.Analyze(text, region);

        analysis.Canonical.Digits.Should().Be(canonical);
        analysis.Canonical.Context.Should().BeNull();
        analysis.Canonical.Should().Be(PhoneNumber.Parse(canonical));
    }

    [Theory]
    [Requirement("PLAN-6")]
    [InlineData("911;phone-context=+1", "US", NumberKind.Emergency)]
    [InlineData("1881;phone-context=+47", "NO", NumberKind.ShortCode)]
    [InlineData("24280;phone-context=+1", "US", NumberKind.Premium)]
    public void A_short_number_in_the_context_of_the_region_is_what_it_is_there(string text, string region, NumberKind kind)
    {
        var number = PhoneNumber.Parse(text);
        var analysis = Plan.World.Analyze(number, region);

        analysis.Canonical.Should().BeSameAs(number);
        analysis.Kind.Should().Be(kind);
    }

    [Fact]
    [Requirement("PLAN-6")]
    public void A_service_code_in_a_context_is_a_service_code() =>
        Plan.World.Analyze(((TelUri)TelephonyUri.Parse("tel:*67;phone-context=example.com")).Number, "US").Kind.Should().Be(NumberKind.ServiceCode);

    [Fact]
    [Requirement("PLAN-6")]
    public void The_hexadecimal_digits_of_a_link_are_nothing_that_a_plan_knows()
    {
        var number = ((TelUri)TelephonyUri.Parse("tel:abc;phone-context=+47")).Number;

        Plan.World.Analyze(number, "NO").Canonical.Should().BeSameAs(number);
        Plan.World.Analyze(number, "NO").Kind.Should().Be(NumberKind.Local);
    }
}
