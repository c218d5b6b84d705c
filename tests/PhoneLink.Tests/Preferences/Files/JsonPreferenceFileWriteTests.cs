using System.Runtime.Versioning;

namespace PhoneLink.Tests.Preferences.Files;

[UnsupportedOSPlatform("windows")]
public sealed class JsonPreferenceFileWriteTests : IDisposable
{
    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    [Requirement("PREF-43")]
    public async Task A_new_file_is_readable_and_nobody_elses()
    {
        await _desk.File.SetAsync(new("Format", "domycall:%p?name=<attn>&ø", PreferenceLevel.Group) { LockedAt = PreferenceLevel.Group }, "sales");
        await _desk.File.SetAsync(new("Format", "callto:%p", PreferenceLevel.User), "42");

        _desk.Text.Should().Be("""
            {
              "PhoneLink": {
                "Groups": {
                  "sales": {
                    "Format": {
                      "Value": "domycall:%p?name=<attn>&ø",
                      "LockedAt": "Group"
                    }
                  }
                },
                "Users": {
                  "42": {
                    "Format": "callto:%p"
                  }
                }
              }
            }

            """);
        File.GetUnixFileMode(_desk.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _desk.Beside.Should().BeEmpty();
        _desk.File.Status.Should().Be(PreferenceFileStatus.Read);
        _desk.Format("42").Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-43")]
    public async Task What_is_unknown_stays_and_so_do_mode_and_order()
    {
        _desk.Text = """
            { "Logging": { "Level": 1.50, "Big": 123456789012345678901234567890 },
              "phonelink": { "Colours": [ "red" ], "users": { "42": { "Note": "x", "format": { "Comment": "kept", "Value": "tel:%p", "LockedAt": "User" }, "Last": 1 } } },
              "Tail": null }
            """;
        File.SetUnixFileMode(_desk.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await _desk.File.SetAsync(new("Format", "callto:%p", PreferenceLevel.User), "42");

        _desk.Text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Should().Be(
            """{"Logging":{"Level":1.50,"Big":123456789012345678901234567890},"phonelink":{"Colours":["red"],"users":{"42":{"Note":"x","format":{"Comment":"kept","Value":"callto:%p"},"Last":1}}},"Tail":null}""");
        File.GetUnixFileMode(_desk.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }

    [Fact]
    [Requirement("PREF-43")]
    public async Task A_key_that_stands_in_several_spellings_stands_once_afterwards()
    {
        _desk.Text = """{ "PhoneLink": { "System": { "format": "tel:%p", "Format": "sip:%p" } } }""";

        await _desk.File.SetAsync(new("FORMAT", "callto:%p", PreferenceLevel.System));

        _desk.Format().Should().Be("callto:%p");
        _desk.Text.Should().NotContain("tel:").And.NotContain("sip:");
    }

    [Fact]
    [Requirement("PREF-43")]
    public async Task What_is_removed_is_gone_and_an_empty_owner_too()
    {
        await _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System));
        await _desk.File.SetAsync(new("Format", "callto:%p", PreferenceLevel.User), "42");

        (await _desk.File.RemoveAsync("format", PreferenceLevel.User, "42")).Should().BeTrue();
        var text = _desk.Text;
        (await _desk.File.RemoveAsync("Format", PreferenceLevel.User, "42")).Should().BeFalse();
        (await _desk.File.RemoveAsync("Format", PreferenceLevel.Machine)).Should().BeFalse();

        _desk.Text.Should().Be(text).And.NotContain("42");
        _desk.Format("42").Should().Be("tel:%p");
    }

    [Fact]
    [Requirement("PREF-43")]
    public async Task A_change_that_changes_nothing_makes_no_file()
    {
        (await _desk.File.RemoveAsync("Format", PreferenceLevel.System)).Should().BeFalse();
        (await _desk.File.RemoveLowerLevelsAsync("Format", PreferenceLevel.System)).Should().Be(0);

        File.Exists(_desk.Path).Should().BeFalse();
    }

    [Fact]
    [Requirement("PREF-32")]
    public async Task Removing_lower_levels_leaves_the_level_and_those_above_it()
    {
        foreach (var (level, owner) in new (PreferenceLevel, string?)[] { (PreferenceLevel.System, null), (PreferenceLevel.Group, "g"), (PreferenceLevel.User, "1"), (PreferenceLevel.User, "2"), (PreferenceLevel.Machine, null) })
        {
            await _desk.File.SetAsync(new("Format", $"{level}:%p", level), owner);
            await _desk.File.SetAsync(new("Count", "1", level), owner);
        }

        await FluentActions.Awaiting(() => _desk.File.RemoveLowerLevelsAsync("Format", PreferenceLevel.Group)).Should().ThrowAsync<ArgumentException>();
        (await _desk.File.RemoveLowerLevelsAsync("format", PreferenceLevel.Group, static (level, owner) => level is PreferenceLevel.Machine ? owner is null : owner == "1")).Should().Be(2);
        _desk.Format("1", "g").Should().Be("Group:%p");
        _desk.Format("2", "g").Should().Be("User:%p");

        (await _desk.File.RemoveLowerLevelsAsync("Format", PreferenceLevel.System)).Should().Be(2);
        _desk.Format("2", "g").Should().Be("System:%p");
        Keys.Entries(_desk.File, new() { User = "2", Group = "g" }).Count(static entry => entry.Key == "Count").Should().Be(4);
    }

    [Fact]
    [Requirement("PREF-44")]
    public async Task A_corrupt_file_is_kept_aside_when_somebody_writes_and_what_was_read_last_goes_on()
    {
        await _desk.File.SetAsync(new("Format", "callto:%p", PreferenceLevel.User), "42");
        _desk.Text = "{ \"PhoneLink\": { torn";
        _desk.Format("42").Should().Be("callto:%p");

        await _desk.File.SetAsync(new("Format", "sip:%p", PreferenceLevel.User), "43");
        await _desk.File.SetAsync(new("Format", "sip:%p", PreferenceLevel.User), "44");

        _desk.Read(_desk.Beside.Should().ContainSingle().Which).Should().Be("{ \"PhoneLink\": { torn");
        _desk.Beside[0].Should().MatchRegex(@"^phone\.json\.corrupt-\d{8}T\d{6}Z$");
        (_desk.Format("42"), _desk.Format("43"), _desk.Format("44")).Should().Be(("callto:%p", "sip:%p", "sip:%p"));

        // Another one within the second gets another name.
        _desk.Text = "{";
        await _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System));
        _desk.Text = "[";
        await _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System));
        _desk.Beside.Select(name => _desk.Read(name)).Should().BeEquivalentTo("{ \"PhoneLink\": { torn", "{", "[");
    }

    [Theory]
    [Requirement("PREF-44")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_may_not_be_believed_is_not_overwritten(bool isLarge)
    {
        var text = """{ "PhoneLink": {} }""".PadRight(isLarge ? 1024 * 1024 * 2 : 0);
        _desk.Text = text;
        if (!isLarge)
            File.SetUnixFileMode(_desk.Path, File.GetUnixFileMode(_desk.Path) | UnixFileMode.OtherWrite);

        await FluentActions.Awaiting(() => _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System))).Should().ThrowAsync<IOException>();

        _desk.Text.Should().Be(text);
        _desk.Beside.Should().BeEmpty();
    }

    [Fact]
    [Requirement("PREF-44")]
    public async Task A_file_does_not_outgrow_what_is_read()
    {
        await _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System));
        var text = _desk.Text;

        await FluentActions.Awaiting(() => _desk.File.SetAsync(new("Note", new('x', 1024 * 1024), PreferenceLevel.System))).Should().ThrowAsync<IOException>();

        _desk.Text.Should().Be(text);
    }

    [Fact]
    [Requirement("PREF-43")]
    public async Task A_symbolic_link_is_not_replaced()
    {
        _desk.Write("target", "{}");
        File.CreateSymbolicLink(_desk.Path, _desk["target"]);

        await FluentActions.Awaiting(() => _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System))).Should().ThrowAsync<IOException>().WithMessage("*SymbolicLink*");

        _desk.Read("target").Should().Be("{}");
        new FileInfo(_desk.Path).LinkTarget.Should().Be(_desk["target"]);
        _desk.Beside.Should().Equal("target");
    }

    [Fact]
    [Requirement("PREF-43")]
    public async Task A_lock_file_that_is_a_link_is_not_opened()
    {
        File.CreateSymbolicLink(_desk.Path + ".lock", _desk["elsewhere"]);

        await FluentActions.Awaiting(() => _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System))).Should().ThrowAsync<IOException>();

        File.Exists(_desk["elsewhere"]).Should().BeFalse();
    }

    [Fact]
    [Requirement("PREF-43")]
    public async Task A_missing_folder_is_made_for_the_user_alone()
    {
        var file = new JsonPreferenceFile(_desk["a/b/phone.json"]);

        await file.SetAsync(new("Format", "callto:%p", PreferenceLevel.System));

        Keys.Format(file).Should().Be("callto:%p");
        File.GetUnixFileMode(_desk["a/b"]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    [Requirement("PREF-48")]
    public async Task A_cancelled_token_ends_the_wait_for_the_lock_and_nothing_is_written()
    {
        using var cancelling = new CancellationTokenSource();
        await using (new FileStream(_desk.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var first = _desk.File.SetAsync(new("Format", "tel:%p", PreferenceLevel.System), null, cancelling.Token);
            var second = _desk.File.RemoveAsync("Format", PreferenceLevel.System, null, cancelling.Token);
            var third = _desk.File.RemoveLowerLevelsAsync("Format", PreferenceLevel.System, null, cancelling.Token);
            await cancelling.CancelAsync();

            foreach (var waiting in new[] { first, second, third })
                await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        }

        File.Exists(_desk.Path).Should().BeFalse();
        await _desk.File.SetAsync(new("Format", "callto:%p", PreferenceLevel.System));
        _desk.Format().Should().Be("callto:%p");
    }

    [Fact]
    [Requirement("PREF-45")]
    public async Task A_lock_that_others_keep_is_waited_for_no_longer_than_ten_seconds()
    {
        var time = new ManualTimeProvider();
        var file = new JsonPreferenceFile(_desk.Path, PreferenceLevel.System, time);
        await using var held = new FileStream(_desk.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var writing = file.SetAsync(new("Format", "tel:%p", PreferenceLevel.System));
        for (var i = 0; i < 100_000 && !writing.IsCompleted; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await FluentActions.Awaiting(() => writing).Should().ThrowAsync<IOException>();
        time.GetElapsedTime(0).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
    }

    [Fact]
    [Requirement("PREF-45")]
    public async Task An_editor_that_takes_no_lock_loses_nothing()
    {
        var store = new PreferenceFileStore(_desk.Path, PreferenceLevel.System, TimeProvider.System);
        var tries = 0;
        await store.EditAsync(
            editor =>
            {
                if (tries++ == 0)
                    _desk.Text = """{ "PhoneLink": { "Users": { "42": { "Format": "callto:%p" } } } }""";

                editor.Set(new("Format", "sip:%p", PreferenceLevel.System), "");
                return 1;
            },
            CancellationToken.None);

        (tries, _desk.Format("42"), _desk.Format()).Should().Be((2, "callto:%p", "sip:%p"));

        var endless = () => store.EditAsync(
            editor =>
            {
                _desk.Text = $$"""{ "Try": {{tries++}} }""";
                editor.Set(new("Format", "sip:%p", PreferenceLevel.System), "");
                return 1;
            },
            CancellationToken.None);
        await endless.Should().ThrowAsync<IOException>();
        (tries, _desk.Text, _desk.Beside.Count).Should().Be((5, """{ "Try": 4 }""", 0));
    }

    [Fact]
    [Requirement("PREF-45")]
    public async Task Writers_at_once_lose_nothing_of_each_other_and_readers_see_whole_files()
    {
        await _desk.File.SetAsync(new("Format", "callto:%p", PreferenceLevel.System));
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var file = new JsonPreferenceFile(_desk.Path);
            var reads = 0;
            for (; !done.IsCancellationRequested; reads++)
                (Keys.Format(file), file.Status).Should().Be(("callto:%p", PreferenceFileStatus.Read));

            return reads;
        });

        // A file of its own for each, as every process has: what they share is the file system.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var file = new JsonPreferenceFile(_desk.Path);
            for (var i = 0; i < 25; i++)
                await file.SetAsync(new($"Key{i}", $"{writer}.{i}", PreferenceLevel.User), $"{writer}");
        })));
        await done.CancelAsync();

        (await reader).Should().BePositive();
        for (var writer = 0; writer < 8; writer++)
            Keys.Entries(_desk.File, new() { User = $"{writer}" }).Select(static entry => entry.Value).Should().BeEquivalentTo(["callto:%p", .. Enumerable.Range(0, 25).Select(i => $"{writer}.{i}")]);

        _desk.Beside.Should().BeEmpty();
    }

    [Theory]
    [Requirement("PREF-43")]
    [InlineData(PreferenceLevel.User, null)]
    [InlineData(PreferenceLevel.System, "42")]
    [InlineData(PreferenceLevel.Default, null)]
    public async Task Levels_and_owners_belong_together(PreferenceLevel level, string? owner)
    {
        await FluentActions.Awaiting(() => _desk.File.SetAsync(new("Format", "tel:%p", level), owner)).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => _desk.File.RemoveAsync("Format", level, owner)).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => _desk.File.SetAsync(null!)).Should().ThrowAsync<ArgumentNullException>();
        FluentActions.Invoking(() => new JsonPreferenceFile("")).Should().Throw<ArgumentException>();
        new JsonPreferenceFile("phone.json").Path.Should().Be(Path.GetFullPath("phone.json"));
    }
}
