using Microsoft.Extensions.DependencyInjection;
using PhoneLink.Tests.Preferences;

namespace PhoneLink.Tests.Dialing;

public class PhoneLinkExpanderTests
{
    private static readonly CallSubject Ada = new()
    {
        Person = new()
        {
            FirstName = "Ada",
            Phones =
            [
                new(PhoneKind.PersonMobile, "900 00 000") { Id = "m" },
                new(PhoneKind.PersonDirect, "+47 22 51 70 00 x12"),
                new(PhoneKind.PersonFax, "+47 22 51 70 01") { Id = "f" },
                new(PhoneKind.PersonPrivate, "+47 1") { ValidTo = DateTimeOffset.UnixEpoch },
            ],
        },
        Company = new() { Phones = [new(PhoneKind.Company, "+47 21 00 00 00"), new(PhoneKind.Company, "ring meg") { Id = "n" }] },
    };

    [Fact]
    [Requirement("LINK-1")]
    public async Task A_persons_telephones_get_their_links_in_the_order_of_the_list()
    {
        var choices = await Expander("domycall:%p?n=<attn>").ExpandAsync(Ada);

        choices.Select(choice => choice.Link).Should().Equal("domycall:+4722517000;ext=12?n=Ada", "domycall:90000000?n=Ada", "domycall:+4721000000?n=Ada");
        choices.Select(choice => choice.Entry.Kind).Should().Equal(PhoneKind.PersonDirect, PhoneKind.PersonMobile, PhoneKind.Company);
        choices.Should().OnlyContain(choice => choice.Error == default);
    }

    [Fact]
    [Requirement("LINK-1")]
    public async Task The_format_is_that_of_the_user_who_sees_the_list()
    {
        var expander = Expander("tel:%p", new PreferenceEntry(PhonePreferenceKeys.Format.Name, "callto:%p", PreferenceLevel.User));

        (await expander.ExpandAsync(Ada, new PreferenceScope { User = "7" }))[0].Link.Should().Be("callto:+4722517000");
    }

    [Fact]
    [Requirement("LINK-2")]
    public async Task What_the_format_cannot_carry_has_no_link_and_says_why()
    {
        var choices = await Expander("https://wa.me/%p").ExpandAsync(Ada);

        (choices[1].Link, choices[1].Error).Should().Be(((string?)null, new ParseError(ParseErrorKind.NotExpressible, 14)));
        choices[0].Link.Should().Be("https://wa.me/4722517000");
    }

    [Theory]
    [Requirement("LINK-3")]
    [InlineData("m", "tel:90000000", ParseErrorKind.None)]
    [InlineData("f", "tel:+4722517001", ParseErrorKind.None)]
    [InlineData("n", null, ParseErrorKind.NoNumber)]
    public async Task One_telephone_gets_its_link(string id, string? link, ParseErrorKind error)
    {
        var choice = await Expander("tel:%p").ExpandOneAsync(Ada, Ada.Phones.Find(id)!);

        (choice.Link, choice.Error.Kind).Should().Be((link, error));
    }

    [Fact]
    [Requirement("LINK-4")]
    public async Task A_list_asks_for_the_preferences_once_and_keeps_its_order()
    {
        var source = new FixedSource(new PreferenceEntry(PhonePreferenceKeys.Format.Name, "callto:%p", PreferenceLevel.System));
        var rows = Enumerable.Range(0, 100)
            .Select(i => i % 10 == 0 ? new CallSubject() : new CallSubject { Person = new() { Phones = [new(PhoneKind.PersonDirect, $"+4790000{i:000}")] } }).ToList();

        var links = await new PhoneLinkExpander(new([source])).ExpandAllAsync(rows);

        source.Scopes.Should().HaveCount(1);
        links.Select(row => row.Count == 0 ? null : row[0].Link).Should().Equal(Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? null : $"callto:+4790000{i:000}"));
    }

    [Fact]
    [Requirement("LINK-4")]
    public async Task A_wrong_call_is_refused_and_a_cancelled_one_ends()
    {
        var expander = Expander("tel:%p");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await ((Func<Task>)(async () => await expander.ExpandAllAsync([null!]))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(async () => await expander.ExpandAsync(null!))).Should().ThrowAsync<ArgumentNullException>();
        await ((Func<Task>)(async () => await expander.ExpandAllAsync([Ada], null, source.Token))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    [Requirement("LINK-5")]
    public async Task The_services_have_one()
    {
        var services = new ServiceCollection();
        services.AddPhoneLink();
        services.Configure<PhoneLinkOptions>(options => options.Format = "callto:%p");
        using var provider = services.BuildServiceProvider();

        (await provider.GetRequiredService<PhoneLinkExpander>().ExpandAsync(Ada))[0].Link.Should().Be("callto:+4722517000");
    }

    [Fact]
    [Requirement("LINK-5")]
    public async Task A_choice_is_masked_when_it_is_printed()
    {
        var choices = await Expander("https://wa.me/%p").ExpandAsync(Ada);

        choices[0].ToString().Should().Be("PersonDirect +********00");
        choices[1].ToString().Should().Be("PersonMobile ******00, NotExpressible");
    }

    private static PhoneLinkExpander Expander(string format, params PreferenceEntry[] entries) =>
        new(new([new FixedSource([new(PhonePreferenceKeys.Format.Name, format, PreferenceLevel.System), .. entries])]), new ManualTimeProvider());
}
