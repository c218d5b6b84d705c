namespace PhoneLink.Tests.Preferences;

/// <summary>A CRM's own table of preferences (section, key, value, level, most specific level) is a source by a few lines.</summary>
public class CrmTableTests
{
    private const int Group = 4;
    private const int User = 5;

    private static readonly Row[] Rows =
    [
        new(2, Group, 0, "Defaults", "PhoneLinkFormat", "tel:%p"),
        new(Group, Group, 12, "Defaults", "PhoneLinkFormat", "callto:%p"),
        new(User, Group, 42, "Defaults", "PhoneLinkFormat", "domycall:%p"),
        new(User, Group, 42, "Visual", "Colour", "blue"),
    ];

    [Fact]
    [Requirement("PREF-39")]
    public void The_format_is_read_from_the_tables_section_and_key()
    {
        Keys.Format(new Table(Rows)).Should().Be("tel:%p");
        Keys.Format(new Table(Rows), group: "12").Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-39")]
    public void Where_individual_settings_are_off_a_users_value_is_ignored_and_reported()
    {
        var off = Keys.Resolve(new PreferenceScope { Group = "12", User = "42" }, new Table(Rows));
        var on = Keys.Resolve(new PreferenceScope { Group = "12", User = "42" }, new Table([.. Rows.Select(static row => row with { MaxLevel = User })]));

        off.Format.ToString().Should().Be("callto:%p");
        off.Problems.Should().Equal(new PreferenceProblem(PreferenceProblemKind.Locked, "Format", PreferenceLevel.User, default));
        on.Format.ToString().Should().Be("domycall:%p");
        on.Problems.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PREF-39")]
    public void A_value_is_as_long_as_the_tables_column()
    {
        var text = "tel:%p?" + new string('x', 2039);

        Keys.Format(new Table([new(2, 6, 0, "Defaults", "PhoneLinkFormat", text)])).Should().HaveLength(2046);
        Keys.Resolve(new Table([new(2, 6, 0, "Defaults", "PhoneLinkFormat", text + "x")])).Problems.Single().Error.Should().Be(new ParseError(ParseErrorKind.TooLong, 2046));
    }

    private sealed record Row(int Level, int MaxLevel, int Owner, string Section, string Key, string Value);

    /// <summary>The levels of such tables count from 1, the default of the product, to 6, the machine.</summary>
    private sealed class Table(Row[] rows) : IPreferenceSource
    {
        public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default) => new(
            [.. from row in rows
                where row is { Section: "Defaults", Key: "PhoneLinkFormat" } && row.Owner.ToString() == OwnerIn(scope, row.Level)
                select new PreferenceEntry("Format", row.Value, LevelOf(row.Level)) { LockedAt = LevelOf(row.MaxLevel) }]);

        private static PreferenceLevel LevelOf(int level) => (PreferenceLevel)(level - 1);

        private static string? OwnerIn(PreferenceScope scope, int level) => level switch
        {
            Group => scope.Group,
            User => scope.User,
            _ => "0",
        };
    }
}
