using CsCheck;

namespace PhoneLink.Tests.Preferences;

public class PreferenceLockTests
{
    private static readonly Gen<PreferenceLevel> Level = Gen.Enum<PreferenceLevel>();

    /// <summary>Some values are refused by the parser, some locks name a level less specific than their own.</summary>
    private static readonly Gen<PreferenceEntry[]> Entries =
        Gen.Select(Gen.OneOf(Gen.Const("1"), Gen.Const("2"), Gen.Const("3"), Gen.Const("many")), Level, Level, Gen.Int[0, 2], static (value, level, locked, isLocked) =>
            new PreferenceEntry("Count", value, level) { LockedAt = isLocked == 0 ? locked : null }).Array[0, 8];

    [Theory]
    [Requirement("PREF-20")]
    [InlineData(PreferenceLevel.System, 1)]
    [InlineData(PreferenceLevel.Group, 3)]
    [InlineData(PreferenceLevel.User, 4)]
    [InlineData(PreferenceLevel.Machine, 5)]
    public void What_is_more_specific_than_a_lock_does_not_count(PreferenceLevel lockedAt, int expected) =>
        Keys.Resolve(new FixedSource(
            new("Count", "1", PreferenceLevel.System) { LockedAt = lockedAt },
            new("Count", "3", PreferenceLevel.Group),
            new("Count", "4", PreferenceLevel.User),
            new("Count", "5", PreferenceLevel.Machine))).Get(Keys.Count).Should().Be(expected);

    [Fact]
    [Requirement("PREF-20")]
    public void A_lock_holds_for_its_key_alone_and_without_a_valid_value()
    {
        var preferences = Keys.Resolve(new FixedSource(
            new("COUNT", "many", PreferenceLevel.System) { LockedAt = PreferenceLevel.System },
            new("Count", "4", PreferenceLevel.User),
            new("Format", "callto:%p", PreferenceLevel.User)));

        preferences.Get(Keys.Count).Should().Be(7);
        preferences.Format.ToString().Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-20")]
    public void A_lock_on_its_own_level_binds_the_other_sources_of_that_level()
    {
        var locked = new FixedSource(new PreferenceEntry("Count", "1", PreferenceLevel.User) { LockedAt = PreferenceLevel.User });
        var other = new FixedSource(new PreferenceEntry("Count", "2", PreferenceLevel.User));

        Keys.Resolve(locked, other).Get(Keys.Count).Should().Be(1);
        Keys.Resolve(other, locked).Get(Keys.Count).Should().Be(1);
        Keys.Resolve(locked, other).Explain(Keys.Count).Entries.Select(static row => row.Verdict).Should().Equal(PreferenceVerdict.Serves, PreferenceVerdict.Locked);
    }

    [Theory]
    [Requirement("PREF-21")]
    [InlineData(PreferenceLevel.Default)]
    [InlineData(PreferenceLevel.System)]
    [InlineData(PreferenceLevel.Group)]
    public void A_user_cannot_lock_for_others(PreferenceLevel lockedAt)
    {
        var preferences = Keys.Resolve(new FixedSource(
            new("Count", "3", PreferenceLevel.Group),
            new("Count", "4", PreferenceLevel.User) { LockedAt = lockedAt }));

        preferences.Get(Keys.Count).Should().Be(4);
        preferences.Explain(Keys.Count).LockedAt.Should().BeNull();
    }

    [Fact]
    [Requirement("PREF-21")]
    public void A_more_specific_level_cannot_free_what_is_locked_but_bind_those_below_it()
    {
        Keys.Resolve(new FixedSource(
            new("Count", "1", PreferenceLevel.System) { LockedAt = PreferenceLevel.Group },
            new("Count", "3", PreferenceLevel.Group) { LockedAt = PreferenceLevel.Machine },
            new("Count", "4", PreferenceLevel.User) { LockedAt = PreferenceLevel.Machine })).Get(Keys.Count).Should().Be(3);

        Keys.Resolve(new FixedSource(
            new("Count", "1", PreferenceLevel.System) { LockedAt = PreferenceLevel.User },
            new("Count", "3", PreferenceLevel.Group) { LockedAt = PreferenceLevel.Group },
            new("Count", "4", PreferenceLevel.User))).Get(Keys.Count).Should().Be(3);
    }

    [Fact]
    [Requirement("PREF-22")]
    public void Resolving_equals_the_naive_rule() => Entries.Sample(static entries =>
    {
        var preferences = Keys.Resolve(new FixedSource(entries));
        var winner = Model.Winner(entries);
        var explanation = preferences.Explain(Keys.Count);

        return preferences.Get(Keys.Count) == (winner is null ? 7 : int.Parse(winner.Value))
            && explanation.Level == (winner?.Level ?? PreferenceLevel.Default)
            && explanation.LockedAt == Model.Lock(entries)
            && explanation.Entries.Count == entries.Length
            && explanation.Entries.Count(static row => row.Verdict is PreferenceVerdict.Serves) == (winner is null ? 0 : 1)
            && explanation.Entries.All(row => row.Verdict is not PreferenceVerdict.Serves || ReferenceEquals(row.Entry, winner));
    });

    [Fact]
    [Requirement("PREF-22")]
    public void Which_source_has_an_entry_counts_only_on_one_level() => Entries.Sample(static entries =>
    {
        // One entry a level, in any order and in any number of sources.
        var distinct = entries.GroupBy(static entry => entry.Level).Select(static group => group.First()).ToArray();
        var together = Keys.Resolve(new FixedSource(distinct));
        var apart = Keys.Resolve([.. distinct.Reverse().Select(static entry => new FixedSource(entry))]);

        return together.Get(Keys.Count) == apart.Get(Keys.Count) && together.Explain(Keys.Count).ToString() == apart.Explain(Keys.Count).ToString();
    });

    /// <summary>The rules as they are written down, one after the other.</summary>
    private static class Model
    {
        public static PreferenceLevel? Lock(PreferenceEntry[] entries)
        {
            PreferenceLevel? strictest = null;
            foreach (var level in Enum.GetValues<PreferenceLevel>())
            {
                if (strictest is not null && level > strictest)
                    break;

                var locks = entries.Where(entry => entry.Level == level && entry.LockedAt >= level).Select(static entry => entry.LockedAt).ToList();
                if (locks.Count > 0 && (strictest is null || locks.Min() < strictest))
                    strictest = locks.Min();
            }

            return strictest;
        }

        public static PreferenceEntry? Winner(PreferenceEntry[] entries)
        {
            var strictest = Lock(entries) ?? PreferenceLevel.Machine;
            foreach (var level in Enum.GetValues<PreferenceLevel>().Where(level => level <= strictest).Reverse())
            {
                var candidates = entries.Where(entry => entry.Level == level).Reverse().ToList();
                if (Lock(entries) == level && candidates.Exists(entry => entry.LockedAt == level))
                    candidates.RemoveAll(entry => entry.LockedAt != level);

                if (candidates.Find(static entry => entry.Value != "many") is { } winner)
                    return winner;
            }

            return null;
        }
    }
}
