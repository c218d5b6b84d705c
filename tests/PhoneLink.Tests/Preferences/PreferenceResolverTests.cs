using CsCheck;

namespace PhoneLink.Tests.Preferences;

public class PreferenceResolverTests
{
    private static readonly PreferenceKey<int> Count = new("Count", 7, Parse);

    [Fact]
    [Requirement("PREF-1")]
    public async Task With_nothing_set_the_defaults_serve()
    {
        var preferences = await new PreferenceResolver([]).ResolveAsync();

        preferences.Format.Should().BeSameAs(PhoneLinkFormat.Default);
        preferences.Get(Count).Should().Be(7);
    }

    [Fact]
    [Requirement("PREF-1")]
    public void The_most_specific_level_wins_whatever_the_order_of_entries() =>
        Gen.Shuffle(Enum.GetValues<PreferenceLevel>()).Select(Gen.Int[1, 6], (order, taken) => order.Take(taken).ToArray()).Sample(levels =>
        {
            var source = new FixedSource([.. levels.Select(level => new PreferenceEntry("count", ((int)level).ToString(), level))]);

            return Resolve(source).Get(Count) == (int)levels.Max();
        });

    [Fact]
    [Requirement("PREF-2")]
    public void A_value_that_the_parser_refuses_is_passed_over_key_by_key()
    {
        var preferences = Resolve(new FixedSource(
            new("Format", "tel", PreferenceLevel.Machine),
            new("Format", "javascript:%p", PreferenceLevel.User),
            new("format", "callto:%p", PreferenceLevel.Group),
            new("Format", "domycall:%p", PreferenceLevel.System),
            new("Count", "many", PreferenceLevel.User)));

        preferences.Format.ToString().Should().Be("callto:%p");
        preferences.Format.Should().BeSameAs(preferences.Format);
        preferences.Get(Count).Should().Be(7);
    }

    [Fact]
    [Requirement("PREF-3")]
    public void Of_two_entries_of_one_level_the_later_wins()
    {
        Resolve(new FixedSource(new("Count", "1", PreferenceLevel.User), new("Count", "2", PreferenceLevel.User))).Get(Count).Should().Be(2);
        Resolve(new FixedSource(new PreferenceEntry("Count", "1", PreferenceLevel.User)), new FixedSource(new PreferenceEntry("Count", "2", PreferenceLevel.User)))
            .Get(Count).Should().Be(2);
    }

    [Fact]
    [Requirement("PREF-4")]
    public async Task The_scope_reaches_every_source()
    {
        var (first, second) = (new FixedSource(), new FixedSource());
        var resolver = new PreferenceResolver([first, second]);
        var scope = new PreferenceScope { User = "42" };

        await resolver.ResolveAsync(scope);
        await resolver.ResolveAsync();

        first.Scopes.Should().Equal(scope, PreferenceScope.Current);
        second.Scopes.Should().Equal(first.Scopes);
    }

    [Fact]
    [Requirement("PREF-4")]
    public async Task Cancellation_and_exceptions_of_a_source_are_passed_on()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var act = async () => await new PreferenceResolver([new FixedSource()]).ResolveAsync(null, cancelled.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    [Requirement("PREF-5")]
    public void Nothing_of_preferences_prints_who_or_what()
    {
        new PreferenceScope { User = "anna", Group = "sales", Database = "crm" }.ToString().Should().Be("user, group, database");
        new PreferenceScope { Group = "sales" }.ToString().Should().Be("group");
        PreferenceScope.Current.ToString().Should().Be("current");
        new PreferenceEntry("CallerId", "+4722517000", PreferenceLevel.User).ToString().Should().Be("CallerId at User");
        Count.ToString().Should().Be("Count");
    }

    [Fact]
    [Requirement("PREF-1")]
    public void A_key_has_a_name_and_a_parser()
    {
        FluentActions.Invoking(() => new PreferenceKey<int>("", 0, Parse)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PreferenceKey<int>("x", 0, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Resolve().Get<int>(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PreferenceResolver(null!)).Should().Throw<ArgumentNullException>();
    }

    private static PhonePreferences Resolve(params IPreferenceSource[] sources) =>
        new PreferenceResolver(sources).ResolveAsync().AsTask().GetAwaiter().GetResult();

    private static bool Parse(string text, out int value, out ParseError error)
    {
        var isNumber = int.TryParse(text, out value);
        error = isNumber ? default : new(ParseErrorKind.InvalidCharacter, 0);
        return isNumber;
    }
}
