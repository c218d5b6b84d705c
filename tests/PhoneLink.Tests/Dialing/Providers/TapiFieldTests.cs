using PhoneLink.Tests.Preferences.Sources;

namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>What of a number and of texts reaches a call manager.</summary>
public class TapiFieldTests
{
    [Theory]
    [Requirement("PROV-61")]
    [InlineData("tel:+4722517000", "+4722517000")]
    [InlineData("tel:02800;phone-context=+47", "02800")]
    [InlineData("tel:*21*22517000%23;phone-context=+47", "*21*22517000#")]
    [InlineData("tel:7A;phone-context=example.com", null)]
    public async Task An_address_says_what_is_dialled(string target, string? address) =>
        await IsDialledAsync(new DialRequest(TelephonyUri.Parse(target)), address);

    [Theory]
    [Requirement("PROV-61")]
    [InlineData("+47 22 51 70 00,,12#", "+4722517000,,12#")]
    [InlineData("+47 22 51 70 00;12", null)]
    public async Task A_pause_is_a_pause_and_a_wait_cannot_be_said(string number, string? address) =>
        await IsDialledAsync(new DialRequest(PhoneNumber.Parse(number)), address);

    [Theory]
    [Requirement("PROV-61")]
    [InlineData("+4722517000", "+4722517000", "+47 22 51 70 00", "+47 22517000")]
    [InlineData("+16502530000", "+16502530000", "+1 650-253-0000", "+1 6502530000")]
    [InlineData("+4722517000", "+4722517000", null, "+4722517000")]
    [InlineData("+4722517000", "+4681234567", "+46 8 123 45 67", "+4722517000")]
    [InlineData("+4722517000", "+4722517000", "+4722517000", "+4722517000")]
    [InlineData("+4722517000", "+4722517000", "+ 4722517000", "+4722517000")]
    [InlineData("022517000", "+4722517000", "+47 22 51 70 00", "022517000")]
    public async Task With_a_numbering_plan_the_address_is_canonical(string dialled, string canonical, string? international, string address)
    {
        var analysis = new NumberAnalysis(PhoneNumber.Parse(canonical), new NumberDetails(NumberKind.Fixed) { International = international });

        await IsDialledAsync(new DialRequest(PhoneNumber.Parse(dialled)) { Analysis = analysis }, address);
    }

    [Theory]
    [Requirement("PROV-62")]
    [InlineData(68, true)]
    [InlineData(69, false)]
    public async Task An_address_is_never_cut(int pauses, bool fits)
    {
        // +4722517000 and what is keyed behind it: 79 characters go, 80 do not.
        var number = new PhoneNumber("made", "+4722517000", postDial: new string(',', pauses));

        await IsDialledAsync(new DialRequest(number), fits ? "+4722517000" + new string(',', pauses) : null);
    }

    public static TheoryData<string, bool, string> Cuts => new()
    {
        { new('x', 39), true, new('x', 39) },
        { new('x', 40), true, new('x', 39) },
        { new('x', 10_000), true, new('x', 39) },
        { new string('x', 38) + " y", true, new('x', 38) },
        { new string('x', 38) + "\U0001F600y", true, new('x', 38) },
        { new string('x', 37) + "\U0001F600y", true, new string('x', 37) + "\U0001F600" },
        { new string('x', 38) + "e\u0301y", true, new('x', 38) },
        { new('x', 40), false, new('x', 39) },
        { new string('x', 37) + "\u65E5\u672C", false, new string('x', 37) + "\x65\xE5" },
        { new string('x', 38) + "\u65E5\u672C", false, new('x', 38) },
        { new string('x', 39) + "\u0401", false, new('x', 39) }, // What is cut away cannot be lost.
        { new('\u65E5', 30), false, string.Concat(Enumerable.Repeat("\x65\xE5", 19)) },
    };

    [Theory]
    [Requirement("PROV-62")]
    [MemberData(nameof(Cuts))]
    public async Task A_name_is_cut_between_characters(string name, bool isWide, string sent)
    {
        var tapi = new FakeTapi(isWide: isWide);

        var result = await DialAsync(tapi, new() { SendsCalledParty = true }, name);

        tapi.Requests.Single().CalledParty.Should().Be(sent);
        result.Message.Should().BeNull();
    }

    [Fact]
    [Requirement("PROV-62")]
    public async Task Each_field_has_its_own_length()
    {
        var tapi = new FakeTapi();

        await DialAsync(tapi, new() { ApplicationName = new('a', 100), SendsCalledParty = true, Comment = new('c', 100) }, new('n', 100));

        tapi.Requests.Should().Equal(("+4722517000", new('a', 39), new('n', 39), new('c', 79)));
    }

    [Theory]
    [Requirement("PROV-63")]
    [InlineData("Ёлка")]
    [InlineData("Kari \u201CK\u201D Nordmann")]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u030D\u030E\u030F\u0310\u0311\u0312\u0313\u0314\u0315\u0316\u0317\u0318\u0319\u031A\u031B\u031C\u031D\u031E\u031F\u0320\u0321\u0322\u0323\u0324\u0325\u0326\u0327\u0328")]
    public async Task A_name_that_would_lose_characters_is_left_out(string name)
    {
        var tapi = new FakeTapi(isWide: false);

        var result = await DialAsync(tapi, new() { ApplicationName = "CRM", SendsCalledParty = true }, name);

        tapi.Requests.Should().Equal(("+4722517000", "CRM", null, null));
        (result.Status, result.Reason).Should().Be((DialStatus.HandedOff, DialReason.None));
        result.Message.Should().Contain("code page");
    }

    [Theory]
    [Requirement("PROV-64")]
    [InlineData("Kari\r\nNordmann", "Kari Nordmann")]
    [InlineData("\tKari \u2028\u2029\u00A0 Nordmann\0", "Kari Nordmann")]
    [InlineData("Kari\0", "Kari")]
    [InlineData("\u202EKari\u2066\u2069\u200B\uFEFF\u00AD", "Kari")]
    [InlineData("\U000E0041Kari \U0001F600", "Kari \U0001F600")]
    [InlineData("\u0085\u009FKari\x7F", "Kari")]
    [InlineData("Åse \"Q\" <b>&", "Åse \"Q\" <b>&")]
    [InlineData("\u202E\r\n", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task What_nobody_sees_is_taken_out_of_every_field(string? text, string? sent)
    {
        var tapi = new FakeTapi();

        var result = await DialAsync(tapi, new() { ApplicationName = text, SendsCalledParty = true, Comment = text }, text);

        tapi.Requests.Should().Equal(("+4722517000", sent, sent, sent));
        result.Message.Should().BeNull();
    }

    [Fact]
    [Requirement("PROV-64")]
    public async Task Half_a_character_is_taken_out() =>
        await What_nobody_sees_is_taken_out_of_every_field("Ka\uD83Dri\uDE00", "Kari"); // An attribute could not hold it.

    private static async Task IsDialledAsync(DialRequest request, string? address)
    {
        var tapi = new FakeTapi();

        var result = await new TapiTelephonyProvider(new(), tapi, new FakeRegistry(), TimeProvider.System).DialAsync(request);

        if (address is null)
        {
            (result.Status, result.Reason, request.IsDispatching).Should().Be((DialStatus.Invalid, DialReason.NotExpressible, false));
            result.Message.Should().Contain("TAPI").And.NotContain("22517000");
            tapi.Requests.Should().BeEmpty();
            return;
        }

        result.Status.Should().Be(DialStatus.HandedOff);
        tapi.Requests.Single().Address.Should().Be(address);
    }

    private static Task<DialResult> DialAsync(FakeTapi tapi, TapiOptions options, string? name)
    {
        var subject = new CallSubject { Person = new() { Name = name } };
        return new TapiTelephonyProvider(options, tapi, new FakeRegistry(), TimeProvider.System).DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")) { Subject = subject });
    }
}
