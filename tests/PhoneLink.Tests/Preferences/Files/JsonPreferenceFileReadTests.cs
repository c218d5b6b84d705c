using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace PhoneLink.Tests.Preferences.Files;

[UnsupportedOSPlatform("windows")]
public sealed class JsonPreferenceFileReadTests : IDisposable
{
    private const string Good = """{ "PhoneLink": { "System": { "Format": "callto:%p" } } }""";

    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [Requirement("PREF-40")]
    [InlineData("""{ "PhoneLink": { "System": { "Format": "tel:%p", "Region": "NO" }, "Groups": { "g": { "Format": { "Value": "domycall:%p?name=<attn>", "LockedAt": "Group" } } }, "Users": { "42": { "Format": "callto:%p", "OutsideLinePrefix": "0" }, "43": { "Format": "x:%p" } } } }""")]
    [InlineData("""{ "phonelink": { "SYSTEM": { "Format": { "value": "tel:%p", "lockedat": "USER" } }, "machine": { "Format": "sip:%p", "Count": 5, "Half": 0.50 } } }""")]
    [InlineData("""{ "PhoneLink": { "System": { "AllowedHosts": [ "a.example", "b.example" ], "Format": { "LockedAt": "Gruop" } }, "Databases": { "d": { "Format": "sip:%p" } } }, "Logging": { "PhoneLink": [ 1, { "x": null } ] } }""")]
    [InlineData("""{ "PhoneLink": { "System": {}, "Users": { "42": {} }, "Colours": { "System": { "Format": "x:%p" } } } }""")]
    [InlineData("""{ "Other": 1 }""")]
    [InlineData("{}")]
    public void A_file_says_what_a_configuration_of_the_same_text_says(string json)
    {
        _desk.Text = json;
        var scope = new PreferenceScope { User = "42", Group = "g", Database = "d" };
        var configuration = new ConfigurationPreferenceSource(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build());

        Keys.Entries(_desk.File, scope).Should().BeEquivalentTo(Keys.Entries(configuration, scope));
        _desk.File.Status.Should().Be(PreferenceFileStatus.Read);
        _desk.Resolve("42").Explain(PhonePreferenceKeys.Format).ToString().Should().Be(Keys.Resolve(new PreferenceScope { User = "42" }, configuration).Explain(PhonePreferenceKeys.Format).ToString());
    }

    [Fact]
    [Requirement("PREF-40")]
    public void A_mark_that_an_editor_puts_before_the_text_is_left_out()
    {
        File.WriteAllText(_desk.Path, Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        _desk.Format().Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-40")]
    public void What_has_no_text_is_reported_by_the_keys_parser()
    {
        _desk.Text = """{ "PhoneLink": { "Users": { "42": { "Format": { "Wert": "callto:%p" } } } } }""";

        _desk.Resolve("42").Problems.Should().Equal(new PreferenceProblem(PreferenceProblemKind.Invalid, "Format", PreferenceLevel.User, new(ParseErrorKind.Empty, 0)));
    }

    [Fact]
    [Requirement("PREF-41")]
    public void Every_change_serves_at_the_next_resolve()
    {
        _desk.Format().Should().Be("tel:%p");
        _desk.File.Status.Should().Be(PreferenceFileStatus.Missing);

        // Of one length, and faster than the clock of the file system goes on.
        for (var i = 100; i < 400; i++)
        {
            _desk.Text = $$"""{ "PhoneLink": { "System": { "Format": "call{{i}}:%p" } } }""";
            _desk.Format().Should().Be($"call{i}:%p");
        }

        File.Delete(_desk.Path);
        _desk.Format().Should().Be("tel:%p", "a deleted file has no preferences");
        _desk.Resolve().Problems.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PREF-41")]
    public void An_old_file_that_has_not_changed_is_not_read_again()
    {
        _desk.Text = Good;
        var past = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_desk.Path, past);
        _desk.Format().Should().Be("callto:%p");

        // What nobody but a test would do: another text with the same length and time.
        _desk.Text = Good.Replace("callto", "bigphn", StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(_desk.Path, past);
        _desk.Format().Should().Be("callto:%p");

        File.SetLastWriteTimeUtc(_desk.Path, past.AddSeconds(1));
        _desk.Format().Should().Be("bigphn:%p");
    }

    [Theory]
    [Requirement("PREF-42")]
    [InlineData("", 0)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("""{ "PhoneLink": 5 }""", null)]
    [InlineData("""{ "PhoneLink": { "Users": [] } }""", null)]
    [InlineData("""{ "PhoneLink": { "System": "tel:%p" } }""", null)]
    [InlineData("""{ "PhoneLink": { "Users": { "42": "tel:%p" } } }""", null)]
    [InlineData("""{ "PhoneLink": {}, "PhoneLink": {} }""", null)]
    [InlineData("""{ "PhoneLink": { }, }""", 20)]
    [InlineData("{ // tel\n}", 2)]
    [InlineData("{ \"æ\": 1,\n\n  \"Ω\": x }", 18)]
    [InlineData("{} {}", 3)]
    public void A_malformed_file_keeps_what_was_read_last_and_has_a_position(string json, int? position)
    {
        _desk.Text = Good;
        _desk.Format().Should().Be("callto:%p");

        _desk.Text = json;

        _desk.Format().Should().Be("callto:%p");
        _desk.File.Status.Should().Be(PreferenceFileStatus.Malformed);
        _desk.File.ErrorPosition.Should().Be(position);
        _desk.Resolve().Problems.Should().Equal(new PreferenceProblem(PreferenceProblemKind.SourceFailed, "", PreferenceLevel.Default, default));

        _desk.Text = Good.Replace("callto", "sip", StringComparison.Ordinal);
        _desk.Format().Should().Be("sip:%p");
        _desk.File.ErrorPosition.Should().BeNull();
        _desk.Resolve().Problems.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PREF-42")]
    public void A_file_that_was_never_good_gives_defaults_and_is_left_alone()
    {
        _desk.Text = "{ torn";

        _desk.Format().Should().Be("tel:%p");
        _desk.Text.Should().Be("{ torn");
        _desk.Beside.Should().BeEmpty("nobody wrote");
    }

    [Fact]
    [Requirement("PREF-42")]
    public void Half_a_file_is_never_believed()
    {
        _desk.Text = Good;
        _desk.Format().Should().Be("callto:%p");
        var other = Good.Replace("callto", "domycall", StringComparison.Ordinal);

        for (var length = 0; length < other.Length; length++)
        {
            _desk.Text = other[..length];
            _desk.Format().Should().Be("callto:%p");
        }

        _desk.Text = other;
        _desk.Format().Should().Be("domycall:%p");
    }

    [Fact]
    [Requirement("PREF-42")]
    public void Text_that_is_no_utf8_is_malformed()
    {
        File.WriteAllBytes(_desk.Path, Encoding.Latin1.GetBytes("""{ "PhoneLink": { "System": { "Format": "tel:%p?ø" } } }"""));

        _desk.Format().Should().Be("tel:%p");
        _desk.File.Status.Should().Be(PreferenceFileStatus.Malformed);
    }

    [Theory]
    [Requirement("PREF-42")]
    [InlineData(1024 * 1024, PreferenceFileStatus.Read, "sip:%p")]
    [InlineData((1024 * 1024) + 1, PreferenceFileStatus.TooLarge, "callto:%p")]
    public void A_file_of_more_than_a_mebibyte_is_not_read(int length, PreferenceFileStatus status, string expected)
    {
        _desk.Text = Good;
        _desk.Format().Should().Be("callto:%p");

        _desk.Text = Good.Replace("callto", "sip", StringComparison.Ordinal).PadRight(length);

        _desk.Format().Should().Be(expected);
        _desk.File.Status.Should().Be(status);
    }

    [Theory]
    [Requirement("PREF-42")]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_may_write_is_not_believed_until_they_may_not(UnixFileMode others)
    {
        _desk.Text = Good;
        var mode = File.GetUnixFileMode(_desk.Path);
        _desk.Format().Should().Be("callto:%p");

        _desk.Text = Good.Replace("callto", "evil", StringComparison.Ordinal);
        File.SetUnixFileMode(_desk.Path, mode | others);
        _desk.Format().Should().Be("callto:%p");
        _desk.File.Status.Should().Be(PreferenceFileStatus.Untrusted);

        File.SetUnixFileMode(_desk.Path, mode);
        _desk.Format().Should().Be("evil:%p");
    }

    [RootFact]
    [Requirement("PREF-42")]
    public void A_file_of_another_user_is_not_believed()
    {
        _desk.Text = Good;
        _desk.Format().Should().Be("callto:%p");
        _desk.Text = Good.Replace("callto", "evil", StringComparison.Ordinal);
        _desk.Run("chown", "65534");

        _desk.Format().Should().Be("callto:%p");
        _desk.File.Status.Should().Be(PreferenceFileStatus.Untrusted);
    }

    [Theory]
    [Requirement("PREF-42")]
    [InlineData("mkfifo")]
    [InlineData("mkdir")]
    public void A_pipe_or_directory_in_the_files_place_is_not_read(string program)
    {
        _desk.Run(program);

        _desk.Format().Should().Be("tel:%p");
        _desk.File.Status.Should().Be(PreferenceFileStatus.Untrusted);
    }

    [Fact]
    [Requirement("PREF-42")]
    public void A_link_is_followed_and_its_targets_changes_are_seen()
    {
        _desk.Write("target", Good);
        File.CreateSymbolicLink(_desk.Path, _desk["target"]);
        _desk.Format().Should().Be("callto:%p");

        _desk.Write("target", Good.Replace("callto", "bigphn", StringComparison.Ordinal));
        _desk.Format().Should().Be("bigphn:%p");

        File.Delete(_desk["target"]);
        File.CreateSymbolicLink(_desk["target"], _desk.Path);
        _desk.Format().Should().Be("tel:%p", "a loop leads to no file");
    }

    [Fact]
    [Requirement("PREF-46")]
    public async Task A_users_own_file_sets_nothing_for_others()
    {
        using var own = new FileDesk(PreferenceLevel.User);
        own.Text = """
            { "PhoneLink": { "System": { "Format": { "Value": "evil:%p", "LockedAt": "System" } }, "Groups": { "g": { "Format": "evil:%p" } },
                             "Users": { "42": { "Format": { "Value": "callto:%p", "LockedAt": "System" } } } } }
            """;
        var host = new FixedSource(new PreferenceEntry("Format", "sip:%p", PreferenceLevel.System));

        Keys.Resolve(new PreferenceScope { Group = "g" }, host, own.File).Format.ToString().Should().Be("sip:%p");
        var preferences = Keys.Resolve(new PreferenceScope { User = "42" }, host, own.File);
        preferences.Format.ToString().Should().Be("callto:%p");
        preferences.Explain(PhonePreferenceKeys.Format).ToString().Should().Be("Format at User (User: Serves; System: NotAllowed; System: LessSpecific)");
        Keys.Resolve(new PreferenceScope { User = "43" }, host, own.File).Problems.Should().Equal(new PreferenceProblem(PreferenceProblemKind.NotAllowed, "Format", PreferenceLevel.System, default));

        await FluentActions.Awaiting(() => own.File.SetAsync(new("Format", "sip:%p", PreferenceLevel.System))).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => own.File.RemoveAsync("Format", PreferenceLevel.Group, "g")).Should().ThrowAsync<ArgumentException>();
        FluentActions.Invoking(() => new JsonPreferenceFile(own.Path, PreferenceLevel.Default)).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Requirement("PREF-48")]
    public async Task A_cancelled_token_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => _desk.File.GetAsync(PreferenceScope.Current, cancelled.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        _desk.File.Status.Should().Be(PreferenceFileStatus.NotRead);
    }
}
