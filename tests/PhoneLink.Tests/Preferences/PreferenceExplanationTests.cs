namespace PhoneLink.Tests.Preferences;

public class PreferenceExplanationTests
{
    [Fact]
    [Requirement("PREF-23")]
    public void Each_entry_says_what_became_of_it()
    {
        var explanation = Keys.Resolve(
            new FixedSource(
                new("Count", "0", PreferenceLevel.Default),
                new("Count", "some", PreferenceLevel.Database),
                new("Count", "1", PreferenceLevel.Group),
                new("Other", "1", PreferenceLevel.Group)),
            new FixedSource(
                new("count", "+3", PreferenceLevel.Group),
                new("Count", "many", PreferenceLevel.User),
                new("Count", "1", PreferenceLevel.System) { LockedAt = PreferenceLevel.User },
                new("Count", "5", PreferenceLevel.Machine))).Explain(Keys.Count);

        explanation.Key.Should().Be("Count");
        explanation.Level.Should().Be(PreferenceLevel.Group);
        explanation.LockedAt.Should().Be(PreferenceLevel.User);
        explanation.Entries.Select(static row => (row.Entry.Level, row.Entry.Value, row.Verdict, row.Error.Kind)).Should().Equal(
            (PreferenceLevel.Machine, "5", PreferenceVerdict.Locked, ParseErrorKind.None),
            (PreferenceLevel.User, "many", PreferenceVerdict.Invalid, ParseErrorKind.InvalidCharacter),
            (PreferenceLevel.Group, "+3", PreferenceVerdict.Serves, ParseErrorKind.Whitespace),
            (PreferenceLevel.Group, "1", PreferenceVerdict.Overridden, ParseErrorKind.None),
            (PreferenceLevel.Database, "some", PreferenceVerdict.Invalid, ParseErrorKind.InvalidCharacter),
            (PreferenceLevel.System, "1", PreferenceVerdict.LessSpecific, ParseErrorKind.None),
            (PreferenceLevel.Default, "0", PreferenceVerdict.LessSpecific, ParseErrorKind.None));
    }

    [Fact]
    [Requirement("PREF-23")]
    public void Printed_an_explanation_has_levels_and_verdicts_and_no_values()
    {
        var preferences = Keys.Resolve(new FixedSource(
            new("Count", "1001", PreferenceLevel.System) { LockedAt = PreferenceLevel.Group },
            new("Count", "+1003", PreferenceLevel.Group),
            new("Count", "1004", PreferenceLevel.User)));

        preferences.Explain(Keys.Count).ToString().Should().Be(
            "Count at Group, locked at Group (User: Locked; Group: Serves after repair (Whitespace); System: LessSpecific)");
        Keys.Resolve().Explain(Keys.Count).ToString().Should().Be("Count at Default");
        new PreferenceEntry("Count", "1001", PreferenceLevel.System) { LockedAt = PreferenceLevel.Group }.ToString().Should().Be("Count at System, locked at Group");
        new ExplainedPreference(new("Count", "1001x", PreferenceLevel.User), PreferenceVerdict.Invalid, new(ParseErrorKind.Empty, 0)).ToString().Should().Be("User: Invalid (Empty)");
    }

    [Fact]
    [Requirement("PREF-24")]
    public void Problems_are_what_kept_the_format_from_serving_as_it_was_stored()
    {
        var preferences = Keys.Resolve(new FixedSource(
            new("Format", "tel", PreferenceLevel.System),
            new("Format", "callto:%p", PreferenceLevel.Database) { LockedAt = PreferenceLevel.User },
            new("Format", "domycall", PreferenceLevel.Group),
            new("Format", "", PreferenceLevel.User) { LockedAt = PreferenceLevel.Group },
            new("Format", "sip:%p", PreferenceLevel.Machine)));

        preferences.Format.ToString().Should().Be("callto:%p");
        preferences.Problems.Select(static problem => (problem.Kind, problem.Key, problem.Level, problem.Error.Kind)).Should().Equal(
            (PreferenceProblemKind.Locked, "Format", PreferenceLevel.Machine, ParseErrorKind.None),
            (PreferenceProblemKind.Invalid, "Format", PreferenceLevel.User, ParseErrorKind.Empty),
            (PreferenceProblemKind.LockIgnored, "Format", PreferenceLevel.User, ParseErrorKind.None),
            (PreferenceProblemKind.Invalid, "Format", PreferenceLevel.Group, ParseErrorKind.MissingScheme));
        preferences.Problems.Should().BeSameAs(preferences.Problems);
    }

    [Fact]
    [Requirement("PREF-24")]
    public void Without_a_problem_there_is_none()
    {
        Keys.Resolve().Problems.Should().BeEmpty();
        Keys.Resolve(new FixedSource(
            new("Format", "tel", PreferenceLevel.System),
            new("Count", "many", PreferenceLevel.User),
            new("Format", "callto:%p", PreferenceLevel.User))).Problems.Should().BeEmpty("a level that would not have served anyway is no problem of this user");
    }

    [Fact]
    [Requirement("PREF-24")]
    public void A_problem_prints_no_value()
    {
        new PreferenceProblem(PreferenceProblemKind.Invalid, "Format", PreferenceLevel.User, new(ParseErrorKind.Empty, 0)).ToString()
            .Should().Be("Format at User: Invalid. The text is empty. (position 0)");
        new PreferenceProblem(PreferenceProblemKind.Locked, "Format", PreferenceLevel.User, default).ToString().Should().Be("Format at User: Locked");
        new PreferenceProblem(PreferenceProblemKind.SourceFailed, "", PreferenceLevel.Default, default).ToString().Should().Be("A source: SourceFailed");
    }
}
