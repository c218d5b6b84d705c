using CsCheck;

namespace PhoneLink.Tests.Preferences.Sources;

public class MemoryPreferenceSourceTests
{
    private static readonly PreferenceScope Scope = new() { User = "u0", Group = "g0", Database = "d0" };

    private readonly MemoryPreferenceSource _source = new();

    [Fact]
    [Requirement("PREF-31")]
    public void What_is_set_serves_whom_it_was_set_for()
    {
        _source.Set(new("Format", "tel:%p", PreferenceLevel.System));
        _source.Set(new("Format", "callto:%p", PreferenceLevel.Group), "sales");
        _source.Set(new("Format", "domycall:%p", PreferenceLevel.User), "42");

        Keys.Format(_source).Should().Be("tel:%p");
        Keys.Format(_source, user: "7", group: "sales").Should().Be("callto:%p");
        Keys.Format(_source, user: "42", group: "sales").Should().Be("domycall:%p");
        Keys.Format(_source, user: "SALES", group: "42", database: "sales").Should().Be("tel:%p", "an id is compared exactly, and on its own level");
        Keys.Format(_source, user: "", group: "").Should().Be("tel:%p");
    }

    [Fact]
    [Requirement("PREF-31")]
    public void A_change_serves_at_the_next_resolve_and_leaves_what_was_resolved()
    {
        _source.Set(new("Format", "tel:%p", PreferenceLevel.System));
        var before = Keys.Resolve(_source);

        _source.Set(new("FORMAT", "callto:%p", PreferenceLevel.System));

        before.Format.ToString().Should().Be("tel:%p");
        Keys.Format(_source).Should().Be("callto:%p");
        Keys.Entries(_source, Scope).Should().ContainSingle("the key is the same in any case");
    }

    [Fact]
    [Requirement("PREF-31")]
    public void What_is_removed_is_gone()
    {
        _source.Set(new("Format", "tel:%p", PreferenceLevel.User) { LockedAt = PreferenceLevel.User }, "42");
        _source.Set(new("Count", "1", PreferenceLevel.User), "42");

        _source.Remove("Format", PreferenceLevel.User, "41").Should().BeFalse();
        _source.Remove("Format", PreferenceLevel.Machine).Should().BeFalse();
        _source.Remove("format", PreferenceLevel.User, "42").Should().BeTrue();
        _source.Remove("Format", PreferenceLevel.User, "42").Should().BeFalse();
        Keys.Entries(_source, new() { User = "42" }).Should().Equal(new PreferenceEntry("Count", "1", PreferenceLevel.User));
    }

    [Theory]
    [Requirement("PREF-31")]
    [InlineData(PreferenceLevel.User, null)]
    [InlineData(PreferenceLevel.Group, "")]
    [InlineData(PreferenceLevel.System, "42")]
    [InlineData(PreferenceLevel.Machine, "42")]
    [InlineData(PreferenceLevel.Default, null)]
    [InlineData((PreferenceLevel)6, null)]
    public void Levels_and_owners_belong_together(PreferenceLevel level, string? owner)
    {
        FluentActions.Invoking(() => _source.Set(new("Count", "1", level), owner)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _source.Remove("Count", level, owner)).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Requirement("PREF-31")]
    public void Malformed_calls_are_refused()
    {
        FluentActions.Invoking(() => _source.Set(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => _source.Set(new("", "1", PreferenceLevel.System))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _source.Set(new(new('k', 257), "1", PreferenceLevel.System))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _source.Set(new("Count", "1", PreferenceLevel.User), new('u', 257))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _source.RemoveLowerLevels("Count", PreferenceLevel.Default)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Keys.Entries(_source, null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    [Requirement("PREF-32")]
    public void Removing_lower_levels_leaves_the_level_and_those_above_it()
    {
        SetAll("Count");
        SetAll("Format");

        _source.RemoveLowerLevels("count", PreferenceLevel.System).Should().Be(7);

        Keys.Entries(_source, Scope).Where(static entry => entry.Key == "Count").Should().Equal(new PreferenceEntry("Count", "System", PreferenceLevel.System));
        Keys.Entries(_source, Scope).Where(static entry => entry.Key == "Format").Should().HaveCount(5);
    }

    [Fact]
    [Requirement("PREF-32")]
    public void Who_is_below_a_group_the_host_says()
    {
        SetAll("Count");

        FluentActions.Invoking(() => _source.RemoveLowerLevels("Count", PreferenceLevel.Group)).Should().Throw<ArgumentException>();
        _source.RemoveLowerLevels("Count", PreferenceLevel.Group, static (level, owner) => level is PreferenceLevel.User && owner == "u1").Should().Be(1);

        Keys.Entries(_source, Scope).Should().HaveCount(5);
        Keys.Entries(_source, Scope with { User = "u1" }).Should().HaveCount(4);
        _source.RemoveLowerLevels("Count", PreferenceLevel.User).Should().Be(1, "the machine alone is below a user");
    }

    [Fact]
    [Requirement("PREF-32")]
    public void After_removing_lower_levels_that_level_serves_everybody() =>
        Gen.Select(Gen.Enum<PreferenceLevel>().Where(static level => level > PreferenceLevel.Default), Gen.Enum<PreferenceLevel>().Where(static level => level > PreferenceLevel.Default).Array[0, 6])
            .Sample(static (level, others) =>
            {
                var source = new MemoryPreferenceSource();
                foreach (var other in others)
                    source.Set(new("Count", ((int)other).ToString(), other), OwnerOf(other, 0));

                source.Set(new("Count", "100", level), OwnerOf(level, 0));
                source.RemoveLowerLevels("Count", level, static (_, _) => true);
                return Keys.Resolve(Scope, source).Get(Keys.Count) == 100;
            });

    [Fact]
    [Requirement("PREF-31")]
    public async Task Many_threads_may_set_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                _source.Set(new($"Key{i}", $"{thread}", PreferenceLevel.User), $"{thread}");
                Keys.Entries(_source, new() { User = $"{thread}" }).Should().HaveCount(i + 1);
            }
        })));

        for (var thread = 0; thread < 16; thread++)
            Keys.Entries(_source, new() { User = $"{thread}" }).Should().HaveCount(100).And.OnlyContain(entry => entry.Value == $"{thread}");
    }

    [Fact]
    [Requirement("PREF-48")]
    public async Task A_cancelled_token_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => _source.GetAsync(Scope, cancelled.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    private static string? OwnerOf(PreferenceLevel level, int number) => level switch
    {
        PreferenceLevel.Database => $"d{number}",
        PreferenceLevel.Group => $"g{number}",
        PreferenceLevel.User => $"u{number}",
        _ => null,
    };

    private void SetAll(string key)
    {
        for (var i = 0; i < 2; i++)
            foreach (var level in Enum.GetValues<PreferenceLevel>().Where(static level => level > PreferenceLevel.Default))
                _source.Set(new(key, level.ToString(), level), OwnerOf(level, i));
    }
}
