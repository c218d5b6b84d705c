using System.Text;
using Microsoft.Extensions.Configuration;

namespace PhoneLink.Tests.Preferences.Sources;

public class ConfigurationPreferenceSourceTests
{
    private const string Json = """
        { "PhoneLink": { "System": { "Format": "tel:%p", "Region": "NO", "AllowedHosts": [ "a.example", "b.example" ] },
                         "Databases": { "crm": { "Format": "sip:%p" } },
                         "Groups": { "sales": { "Format": { "Value": "domycall:%p?name=<attn>", "LockedAt": "group" } } },
                         "Users":  { "42": { "Format": "callto:%p", "OutsideLinePrefix": 0 } },
                         "Machine": { "Ring": true, "Empty": {} } } }
        """;

    [Fact]
    [Requirement("PREF-33")]
    public void The_documented_shape_is_read()
    {
        var source = new ConfigurationPreferenceSource(Root(Json));

        Keys.Format(source).Should().Be("tel:%p");
        Keys.Format(source, database: "crm").Should().Be("sip:%p");
        Keys.Format(source, user: "42", database: "crm").Should().Be("callto:%p");
        Keys.Format(source, user: "42", group: "Sales").Should().Be("domycall:%p?name=<attn>", "the group is locked");
        Keys.Format(source, user: "43", group: "").Should().Be("tel:%p");
    }

    [Fact]
    [Requirement("PREF-33")]
    public void All_entries_of_a_scope_can_be_listed()
    {
        var source = new ConfigurationPreferenceSource(Root(Json));

        Keys.Entries(source, new() { User = "42", Group = "sales", Database = "crm" }).Should().BeEquivalentTo(
            new PreferenceEntry[]
            {
                new("AllowedHosts", "a.example,b.example", PreferenceLevel.System),
                new("Format", "tel:%p", PreferenceLevel.System),
                new("Region", "NO", PreferenceLevel.System),
                new("Format", "sip:%p", PreferenceLevel.Database),
                new("Format", "domycall:%p?name=<attn>", PreferenceLevel.Group) { LockedAt = PreferenceLevel.Group },
                new("Format", "callto:%p", PreferenceLevel.User),
                new("OutsideLinePrefix", "0", PreferenceLevel.User),
                new("Ring", "True", PreferenceLevel.Machine),
            },
            static options => options.WithStrictOrdering());
        Keys.Entries(source, PreferenceScope.Current).Should().HaveCount(4);
    }

    [Theory]
    [Requirement("PREF-33")]
    [InlineData("Gruop")]
    [InlineData("2")]
    [InlineData("")]
    [InlineData("Default")]
    public void A_lock_that_names_no_level_is_reported_and_locks_nothing(string lockedAt)
    {
        var preferences = Keys.Resolve(new PreferenceScope { User = "42" }, new ConfigurationPreferenceSource(Root(Json.Replace("\"tel:%p\"", $$"""{ "Value": "tel:%p", "LockedAt": "{{lockedAt}}" }""", StringComparison.Ordinal))));

        preferences.Format.ToString().Should().Be("callto:%p");
        preferences.Problems.Should().Contain(new PreferenceProblem(PreferenceProblemKind.LockIgnored, "Format", PreferenceLevel.System, default));
    }

    [Fact]
    [Requirement("PREF-33")]
    public void A_lock_may_stand_alone()
    {
        var preferences = Keys.Resolve(new PreferenceScope { User = "42" }, new ConfigurationPreferenceSource(Root("""{ "PhoneLink": { "System": { "Format": { "LockedAt": "System" } }, "Users": { "42": { "Format": "callto:%p" } } } }""")));

        preferences.Format.Should().BeSameAs(PhoneLinkFormat.Default);
        preferences.Problems.Select(static problem => problem.Kind).Should().Equal(PreferenceProblemKind.Locked, PreferenceProblemKind.Invalid);
    }

    [Fact]
    [Requirement("PREF-33")]
    public void A_whole_configuration_means_its_section()
    {
        var root = Root(Json);

        Keys.Format(new ConfigurationPreferenceSource(root.GetSection("PhoneLink")), user: "42").Should().Be("callto:%p");
        Keys.Format(new ConfigurationPreferenceSource(root), user: "42").Should().Be("callto:%p");
        Keys.Format(new ConfigurationPreferenceSource(root.GetSection("Nothing")), user: "42").Should().Be("tel:%p");
        FluentActions.Invoking(() => new ConfigurationPreferenceSource(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("PREF-34")]
    public async Task A_reload_serves_at_once()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["PhoneLink:System:Format"] = "callto:%p" }).Build();
        var resolver = new PreferenceResolver([new ConfigurationPreferenceSource(root)]);
        (await resolver.ResolveAsync()).Format.ToString().Should().Be("callto:%p");

        root["PhoneLink:System:Format"] = "domycall:%p";
        root["PhoneLink:Users:42:Format"] = "sip:%p";
        (await resolver.ResolveAsync()).Format.ToString().Should().Be("callto:%p", "a change that is not announced may be half of one");
        root.Reload();

        (await resolver.ResolveAsync()).Format.ToString().Should().Be("domycall:%p");
        (await resolver.ResolveAsync(new() { User = "42" })).Format.ToString().Should().Be("sip:%p");
    }

    [Fact]
    [Requirement("PREF-34")]
    public async Task What_was_resolved_stays_as_it_was()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["PhoneLink:System:Count"] = "1" }).Build();
        var preferences = await new PreferenceResolver([new ConfigurationPreferenceSource(root)]).ResolveAsync();
        preferences.Get(Keys.Count).Should().Be(1);

        root["PhoneLink:System:Count"] = "2";
        root.Reload();

        preferences.Get(Keys.Count).Should().Be(1);
    }

    [Fact]
    [Requirement("PREF-35")]
    public async Task A_user_is_looked_up_not_searched_for()
    {
        var values = Enumerable.Range(0, 10_000).ToDictionary(static i => $"Users:{i}:Format", static i => (string?)$"domycall{i}:%p");
        var configuration = new CountingConfiguration(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        var resolver = new PreferenceResolver([new ConfigurationPreferenceSource(configuration)]);

        for (var i = 0; i < 10; i++)
        {
            (await resolver.ResolveAsync(new() { User = "9999" })).Format.ToString().Should().Be("domycall9999:%p");
            (await resolver.ResolveAsync(new() { User = "none" })).Format.ToString().Should().Be("tel:%p");
        }

        configuration.Listings.Should().Be(0);
        configuration.Lookups.Should().BeLessThan(50, "what was looked up is remembered");
    }

    [Fact]
    [Requirement("PREF-48")]
    public async Task A_cancelled_token_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var source = new ConfigurationPreferenceSource(Root(Json));

        await FluentActions.Awaiting(() => source.GetAsync(PreferenceScope.Current, cancelled.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => source.GetAsync(null!).AsTask()).Should().ThrowAsync<ArgumentNullException>();
    }

    private static IConfigurationRoot Root(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
