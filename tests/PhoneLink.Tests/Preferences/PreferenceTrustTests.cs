namespace PhoneLink.Tests.Preferences;

/// <summary>What a preference may not decide (T-21).</summary>
public class PreferenceTrustTests
{
    private const string Evil = "https://evil.example/%p?c=<name>";

    [Theory]
    [Requirement("PREF-25")]
    [InlineData(PreferenceLevel.Database, PreferenceProblemKind.NotAllowed)]
    [InlineData(PreferenceLevel.Group, PreferenceProblemKind.NotAllowed)]
    [InlineData(PreferenceLevel.User, PreferenceProblemKind.NotAllowed)]
    [InlineData(PreferenceLevel.Machine, PreferenceProblemKind.NotAllowed)]
    [InlineData(PreferenceLevel.System, PreferenceProblemKind.Invalid)]
    public void No_level_chooses_a_web_host_that_is_not_allowed(PreferenceLevel level, PreferenceProblemKind kind)
    {
        var preferences = Keys.Resolve(new FixedSource(new("Format", "callto:%p", PreferenceLevel.Default), new("Format", Evil, level)));

        preferences.Format.ToString().Should().Be("callto:%p");
        preferences.Problems.Should().Equal(new PreferenceProblem(kind, "Format", level, new(ParseErrorKind.ForbiddenScheme, 8)));
    }

    [Fact]
    [Requirement("PREF-25")]
    public async Task A_user_chooses_a_web_host_that_the_hosts_code_allowed()
    {
        var formats = new PhoneLinkFormatOptions { Schemes = SchemePolicy.Default.AllowHttps("pbx.example.com") };
        var source = new FixedSource(new PreferenceEntry("Format", "https://pbx.example.com/call?n=%p", PreferenceLevel.User));
        var resolver = new PreferenceResolver([source], formats);

        // Neither later changes of the options nor a wider policy elsewhere change what was allowed.
        formats.Schemes = SchemePolicy.Default;

        (await resolver.ResolveAsync()).Format.Scheme.Should().Be("https");
        (await resolver.ResolveAsync()).Problems.Should().BeEmpty();
        Keys.Resolve(source).Format.Should().BeSameAs(PhoneLinkFormat.Default);
    }

    [Theory]
    [Requirement("PREF-26")]
    [InlineData(PreferenceLevel.Database, PreferenceProblemKind.NotAllowed)]
    [InlineData(PreferenceLevel.User, PreferenceProblemKind.NotAllowed)]
    [InlineData(PreferenceLevel.Machine, PreferenceProblemKind.NotAllowed)]
    [InlineData(PreferenceLevel.System, PreferenceProblemKind.Invalid)]
    public void A_preference_never_allows_a_web_host(PreferenceLevel level, PreferenceProblemKind kind)
    {
        var preferences = Keys.Resolve(new FixedSource(new("AllowedHosts", "evil.example", level), new("Format", Evil, PreferenceLevel.User)));

        preferences.Format.Should().BeSameAs(PhoneLinkFormat.Default);
        preferences.Problems.Select(static problem => (problem.Kind, problem.Key, problem.Level)).Should().Equal(
            (PreferenceProblemKind.NotAllowed, "Format", PreferenceLevel.User), (kind, "AllowedHosts", level));
    }

    [Fact]
    [Requirement("PREF-27")]
    public void A_key_says_which_levels_may_set_it()
    {
        var preferences = Keys.Resolve(new FixedSource(
            new("Limit", "1", PreferenceLevel.System),
            new("Limit", "4", PreferenceLevel.User) { LockedAt = PreferenceLevel.User },
            new("Limit", "5", PreferenceLevel.Database)));

        preferences.Get(Keys.Limit).Should().Be(1);
        preferences.Explain(Keys.Limit).ToString().Should().Be("Limit at System (User: NotAllowed; Database: NotAllowed; System: Serves)");
    }
}
