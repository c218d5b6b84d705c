using System.Runtime.Versioning;
using System.Text;

namespace PhoneLink.Tests.Platform;

[UnsupportedOSPlatform("windows")]
public sealed class PlatformTests
{
    private static readonly PhysicalFileSystem Files = PhysicalFileSystem.Instance;

    [Theory]
    [InlineData("/bin/x %u", "/bin/x|%u")]
    [InlineData("  /bin/x\t--a   %u  ", "/bin/x|--a|%u")]
    [InlineData("\"/my app/x\" --n=\"a b\"", "/my app/x|--n=a b")]
    [InlineData("\"a\\\"b\\`c\\$d\\\\e\\f\"", "a\"b`c$d\\e\\f")]
    [InlineData("'a \\ b'c", "a \\ bc")]
    [InlineData("a\\ b # comment", "a b")]
    [InlineData("x \"\" y", "x||y")]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("\"open", null)]
    [InlineData("open\\", null)]
    [Requirement("PLAT-4")]
    public void Split_takes_an_exec_line_apart(string exec, string? words)
    {
        var split = ExecLine.Split(exec);

        (split is null ? null : string.Join('|', split)).Should().Be(words);
    }

    [Theory]
    [InlineData("/a b/c")]
    [InlineData("a\"b`c$d\\e'f")]
    [Requirement("PLAT-4")]
    public void Quote_is_what_Split_undoes(string word) => ExecLine.Split(KeyFileText.Unescape(KeyFileText.Escape(ExecLine.Quote(word)))!).Should().Equal(word);

    [Theory]
    [InlineData("a\\sb\\\\c\\n", "a b\\c\n")]
    [InlineData("bad\\x", null)]
    [InlineData("end\\", null)]
    [Requirement("PLAT-4")]
    public void Unescape_follows_the_specification(string raw, string? text) => KeyFileText.Unescape(raw).Should().Be(text);

    [Fact]
    [Requirement("PLAT-4")]
    public void Lists_split_at_semicolons_that_are_not_escaped() => KeyFileText.SplitList("a;b\\;c;;d").Should().Equal("a", "b;c", "d");

    [Fact]
    [Requirement("PLAT-5")]
    public void Directories_follow_the_environment_and_ignore_relative_values()
    {
        var environment = new FakeEnvironment { ["HOME"] = "/home/u/", ["XDG_DATA_HOME"] = "data", ["XDG_CONFIG_HOME"] = "", ["XDG_DATA_DIRS"] = "a:/b/::/c", ["XDG_CONFIG_DIRS"] = "" };
        var xdg = new Xdg(environment);

        xdg.DataHome.Should().Be("/home/u/.local/share");
        xdg.ConfigHome.Should().Be("/home/u/.config");
        xdg.DataSearch.Should().Equal("/home/u/.local/share", "/b", "/c");
        xdg.ConfigSearch.Should().Equal("/home/u/.config", "/etc/xdg");
        environment.Remove("HOME");
        xdg.Invoking(static it => it.ConfigHome).Should().Throw<InvalidOperationException>().WithMessage("*XDG_CONFIG_HOME nor HOME*");
        xdg.ConfigSearch.Should().Equal("/etc/xdg");
    }

    [Theory]
    [InlineData("DISPLAY", ":0", true, true)]
    [InlineData("WAYLAND_DISPLAY", "wayland-0", true, true)]
    [InlineData("XDG_CURRENT_DESKTOP", "ubuntu:GNOME", false, true)]
    [InlineData("DISPLAY", "", false, false)]
    [Requirement("PLAT-5")]
    public void A_desktop_is_known_by_its_variables(string name, string value, bool hasDisplay, bool isInteractive)
    {
        var xdg = new Xdg(new FakeEnvironment { [name] = value });

        (xdg.HasDisplay, xdg.IsInteractive).Should().Be((hasDisplay, isInteractive));
        new Xdg(new FakeEnvironment { ["XDG_CURRENT_DESKTOP"] = "ubuntu::GNOME" }).Desktops.Should().Equal("ubuntu", "gnome");
    }

    [Fact]
    [Requirement("PLAT-6")]
    public void The_search_skips_path_entries_that_mean_the_current_directory()
    {
        using var root = new TemporaryDirectory();
        root.WriteProgram("second/tool");
        root.Write("first/tool", "not executable");
        var environment = new FakeEnvironment { ["PATH"] = $":.:bin:{root["first"]}:{root["second"]}/" };

        ExecutableSearch.Find("tool", Files, environment).Should().Be(root["second/tool"]);
        ExecutableSearch.Find(root["second/tool"], Files, environment).Should().Be(root["second/tool"]);
        ExecutableSearch.Find(root["first/tool"], Files, environment).Should().BeNull();
        ExecutableSearch.Find("../second/tool", Files, environment).Should().BeNull();
        ExecutableSearch.Find(root["second"], Files, environment).Should().BeNull();
        ExecutableSearch.Find("", Files, environment).Should().BeNull();
    }

    [Fact]
    [Requirement("PLAT-7")]
    public void Replace_compares_first_keeps_the_mode_and_leaves_nothing_beside()
    {
        using var root = new TemporaryDirectory();
        var path = root.Write("list", "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Files.ReplaceIfUnchanged(path, "other"u8.ToArray(), [1]).Should().Be(FileChange.Changed);
        Files.ReplaceIfUnchanged(path, null, [1]).Should().Be(FileChange.Changed);
        Files.ReplaceIfUnchanged(path, "old"u8.ToArray(), "new"u8.ToArray()).Should().Be(FileChange.Done);
        Files.ReplaceIfUnchanged(root["gone"], "old"u8.ToArray(), [1]).Should().Be(FileChange.Changed);
        Files.ReplaceIfUnchanged(root["fresh"], null, []).Should().Be(FileChange.Done);

        File.ReadAllText(path).Should().Be("new");
        File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFileSystemEntries(root.Path).Should().BeEquivalentTo(path, root["fresh"]);
    }

    [Fact]
    [Requirement("PLAT-7")]
    public void Replace_and_delete_refuse_a_symbolic_link()
    {
        using var root = new TemporaryDirectory();
        root.Write("real", "old");
        File.CreateSymbolicLink(root["link"], root["real"]);

        Files.GetKind(root["link"]).Should().Be(PathKind.SymbolicLink);
        Files.ReplaceIfUnchanged(root["link"], "old"u8.ToArray(), [1]).Should().Be(FileChange.SymbolicLink);
        Files.DeleteIfUnchanged(root["link"], "old"u8.ToArray()).Should().Be(FileChange.SymbolicLink);
        Encoding.UTF8.GetString(Files.ReadBytes(root["real"])!).Should().Be("old");
    }

    [Fact]
    [Requirement("PLAT-7")]
    public void Directories_are_made_and_removed_one_by_one()
    {
        using var root = new TemporaryDirectory();

        Files.CreateDirectory(root["a/b/c"]).Should().Equal(root["a"], root["a/b"], root["a/b/c"]);
        Files.CreateDirectory(root["a/b/c"]).Should().BeEmpty();
        Files.DeleteDirectoryIfEmpty(root["a/b"]).Should().BeFalse();
        Files.DeleteDirectoryIfEmpty(root["a/b/c"]).Should().BeTrue();
        Files.DeleteDirectoryIfEmpty(root["a/b/c"]).Should().BeFalse();
    }

    [Fact]
    [Requirement("PLAT-7")]
    public void A_link_is_replaced_in_one_step_and_a_file_is_not()
    {
        using var root = new TemporaryDirectory();
        Files.WriteSymbolicLink(root["link"], "/nowhere/1");
        Files.WriteSymbolicLink(root["link"], "/nowhere/2");
        root.Write("file", "x");

        Files.ReadSymbolicLink(root["link"]).Should().Be("/nowhere/2");
        Files.Invoking(it => it.WriteSymbolicLink(root["file"], "/nowhere")).Should().Throw<IOException>();
        Directory.GetFileSystemEntries(root.Path).Should().HaveCount(2);
        Files.DeleteFile(root["link"]);
        Files.GetKind(root["link"]).Should().Be(PathKind.Nothing);
    }

    [Fact]
    [Requirement("PLAT-9")]
    public void What_is_no_directory_lists_nothing()
    {
        using var root = new TemporaryDirectory();
        var file = root.Write("file", "");
        File.CreateSymbolicLink(root["loop"], "loop");

        foreach (var path in new[] { file, root["loop"], root["loop/x"], root["nothing"] })
            Files.EnumerateFiles(path).Concat(Files.EnumerateDirectories(path)).Should().BeEmpty();
    }

    [Fact]
    [Requirement("PLAT-9")]
    public void A_device_is_no_file_to_read() =>
        Files.Invoking(static files => files.ReadBytes("/dev/ptmx")).Should().Throw<IOException>();

    [Fact]
    [Requirement("PLAT-7")]
    public void Identify_tells_owner_and_links()
    {
        using var root = new TemporaryDirectory();

        (Files.Identify(root.Write("x", "")) is { } identity ? identity with { Inode = 0 } : (FileIdentity?)null).Should().Be(OperatingSystem.IsLinux() ? new FileIdentity(SystemEnvironment.Instance.UserId!.Value, 1) { IsRegular = true } : null);
        Files.Identify(root.Path)?.IsRegular.Should().BeFalse();
        Files.Identify(root["nothing"]).Should().BeNull();
    }

    [Fact]
    [Requirement("PLAT-8")]
    public async Task A_program_gets_its_arguments_and_variables_and_no_input()
    {
        using var root = new TemporaryDirectory();
        var program = root.WriteProgram("p", "#!/bin/sh\nread line && exit 9\n[ \"$1\" = 'a b' ] && [ \"$2\" = '$X' ] && [ \"$X\" = 1 ] && [ \"$PWD\" = / ] && exit 7\n");

        var outcome = await RunAsync(new(program, ["a b", "$X"]) { Variables = new Dictionary<string, string?> { ["X"] = "1" } });

        outcome.Should().Be(new ProcessOutcome(ProcessEnd.Exited, 7));
    }

    [Fact]
    [Requirement("PLAT-8")]
    public async Task A_program_that_lives_on_is_left_running()
    {
        using var root = new TemporaryDirectory();
        var program = root.WriteProgram("p", "#!/bin/sh\ni=0\nwhile [ ! -e \"$2\" ] && [ $i -lt 1000 ]; do sleep 0.02; i=$((i+1)); done\ntouch \"$1\"\n");

        // It lives until it is told to end, however slow the machine.
        var outcome = await RunAsync(new(program, [root["done"], root["go"]]) { TimeLimit = TimeSpan.FromMilliseconds(20) });

        outcome.End.Should().Be(ProcessEnd.StillRunning);
        root.Write("go", "");
        for (var i = 0; i < 500 && !File.Exists(root["done"]); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);

        File.Exists(root["done"]).Should().BeTrue();
    }

    [Fact]
    [Requirement("PLAT-8")]
    public async Task What_cannot_be_started_has_not_run()
    {
        using var root = new TemporaryDirectory();

        (await RunAsync(new(root["nothing"], []))).End.Should().Be(ProcessEnd.NotStarted);
        await FluentActions.Awaiting(() => RunAsync(new("true", []))).Should().ThrowAsync<ArgumentException>();
    }

    private static Task<ProcessOutcome> RunAsync(ProcessCommand command) => new SystemProcessRunner(TimeProvider.System).RunAsync(command, CancellationToken.None);
}
