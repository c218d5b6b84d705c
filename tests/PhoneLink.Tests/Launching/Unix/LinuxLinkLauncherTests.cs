using System.Runtime.Versioning;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Tests.Launching.Unix;

/// <summary>The choice of the opener and what its end proves; the real tools run in PhoneLink.Interop.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LinuxLinkLauncherTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _root;
    private readonly FakeEnvironment _variables;
    private readonly RecordingRunner _runner = new();

    public LinuxLinkLauncherTests()
    {
        _root = _directory.Path;
        _variables = new(_root) { ["PATH"] = $".::bin:{_root}/bin", ["DISPLAY"] = ":99" };
        _directory.WriteProgram("bin/handler");
        _directory.Write("data/applications/h.desktop", $"[Desktop Entry]\nType=Application\nName=H\nExec={_root}/bin/handler %u\nMimeType=x-scheme-handler/domycall;\n");
        _directory.Write("config/mimeapps.list", "[Default Applications]\nx-scheme-handler/domycall=h.desktop\n");
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [Requirement("LNCH-4")]
    [InlineData(0, false, LaunchStatus.Started)]
    [InlineData(2, false, LaunchStatus.NoHandler)]
    [InlineData(2, true, LaunchStatus.Undecidable)]
    [InlineData(1, false, LaunchStatus.Undecidable)]
    [InlineData(137, false, LaunchStatus.Undecidable)]
    public async Task The_end_of_gio_proves_little(int exitCode, bool isDBusActivatable, LaunchStatus expected)
    {
        _directory.WriteProgram("bin/gio");
        if (isDBusActivatable)
            _directory.Write("data/applications/h.desktop", $"[Desktop Entry]\nType=Application\nName=H\nDBusActivatable=true\nExec={_root}/bin/handler %u\nMimeType=x-scheme-handler/domycall;\n");
        _runner.Outcome = new(ProcessEnd.Exited, exitCode);

        var result = await LaunchAsync();

        result.Should().Be(new LaunchResult(expected) { NativeCode = exitCode });
        var command = _runner.Commands.Should().ContainSingle().Which;
        command.Program.Should().Be(_root + "/bin/gio");
        command.Arguments.Should().Equal("open", "domycall:+4722");
        command.Variables["PHONELINK_HOP"].Should().Be("1");
    }

    [Theory]
    [Requirement("LNCH-4")]
    [InlineData(0, LaunchStatus.Started)]
    [InlineData(2, LaunchStatus.Undecidable)]
    [InlineData(3, LaunchStatus.Undecidable)]
    [InlineData(4, LaunchStatus.Undecidable)]
    public async Task The_end_of_xdg_open_proves_less(int exitCode, LaunchStatus expected)
    {
        _directory.WriteProgram("bin/xdg-open");
        _runner.Outcome = new(ProcessEnd.Exited, exitCode);

        (await LaunchAsync()).Status.Should().Be(expected);
        _runner.Commands[0].Arguments.Should().Equal("domycall:+4722");
    }

    [Theory]
    [Requirement("LNCH-4")]
    [InlineData("gio", LaunchStatus.Undecidable)]
    [InlineData("xdg-open", LaunchStatus.Started)]
    public async Task An_opener_that_does_not_end_is_left_alone(string opener, LaunchStatus expected)
    {
        _directory.WriteProgram("bin/" + opener);
        _runner.Outcome = new(ProcessEnd.StillRunning, 0);

        (await LaunchAsync()).Should().Be(new LaunchResult(expected));
    }

    [Fact]
    [Requirement("LNCH-5")]
    public async Task Without_a_desktop_nothing_runs()
    {
        _directory.WriteProgram("bin/gio");
        _variables.Remove("DISPLAY");

        (await LaunchAsync()).Status.Should().Be(LaunchStatus.NotInteractive);
        _runner.Commands.Should().BeEmpty();
    }

    [Fact]
    [Requirement("LNCH-6")]
    public async Task Without_a_handler_no_opener_runs()
    {
        _directory.WriteProgram("bin/gio");
        _directory.WriteProgram("bin/xdg-open");

        (await LaunchAsync("nosuch:+4722")).Status.Should().Be(LaunchStatus.NoHandler);
        _runner.Commands.Should().BeEmpty();
    }

    [Fact]
    [Requirement("LNCH-7")]
    public async Task Openers_are_found_by_absolute_path_entries_only()
    {
        (await LaunchAsync()).Status.Should().Be(LaunchStatus.NoOpener);
        _directory.WriteProgram("gio");
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = _root;
            (await LaunchAsync()).Status.Should().Be(LaunchStatus.NoOpener);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Theory]
    [Requirement("LNCH-8")]
    [InlineData("KDE")]
    [InlineData("plasma:KDE")]
    public async Task Under_plasma_the_generic_opener_is_not_trusted(string desktop)
    {
        _directory.WriteProgram("bin/xdg-open");
        _variables["XDG_CURRENT_DESKTOP"] = desktop;
        (await LaunchAsync()).Status.Should().Be(LaunchStatus.NoOpener);

        _directory.WriteProgram("bin/gio");
        (await LaunchAsync()).Status.Should().Be(LaunchStatus.Started);
    }

    [Fact]
    [Requirement("LNCH-8")]
    public async Task Without_a_display_the_generic_opener_would_find_a_browser()
    {
        _directory.WriteProgram("bin/xdg-open");
        _variables.Remove("DISPLAY");
        _variables["XDG_CURRENT_DESKTOP"] = "sway";

        (await LaunchAsync()).Status.Should().Be(LaunchStatus.NoOpener);
    }

    [Fact]
    [Requirement("LNCH-9")]
    public async Task A_handler_that_is_this_program_is_a_loop_also_behind_a_link()
    {
        _directory.WriteProgram("bin/gio");
        _directory.WriteProgram("own");
        File.Delete(_root + "/bin/handler");
        File.CreateSymbolicLink(_root + "/bin/handler", _root + "/own");

        (await LaunchAsync(own: _root + "/own")).Status.Should().Be(LaunchStatus.Loop);
        (await LaunchAsync(own: _root + "/bin/gio")).Status.Should().Be(LaunchStatus.Started);
        _runner.Commands.Should().ContainSingle();
    }

    [Fact]
    [Requirement("LNCH-9")]
    public void Two_programs_of_one_runtime_host_are_not_the_same()
    {
        _directory.WriteProgram("dotnet");

        OwnProgram.Is(_root + "/dotnet", _root + "/dotnet").Should().BeFalse();
        OwnProgram.Is(_root + "/bin/handler", _root + "/bin/../bin/handler").Should().BeTrue();
        OwnProgram.Is(_root + "/nothing", null).Should().BeFalse();
    }

    [Fact]
    [Requirement("LNCH-10")]
    public async Task In_a_sandbox_the_portal_is_asked()
    {
        _directory.WriteProgram("bin/gdbus");
        _directory.WriteProgram("bin/gio");
        _variables["SNAP"] = "/snap/x";

        (await LaunchAsync("nosuch:it's")).Status.Should().Be(LaunchStatus.Started);
        _runner.Commands[0].Program.Should().EndWith("/gdbus");
        _runner.Commands[0].Arguments.Should().Contain("'nosuch:it%27s'").And.Contain("org.freedesktop.portal.OpenURI.OpenURI");
    }

    [Fact]
    [Requirement("LNCH-3")]
    public async Task Cancelled_before_the_start_nothing_runs()
    {
        _directory.WriteProgram("bin/gio");
        var launcher = new LinuxLinkLauncher(PhysicalFileSystem.Instance, _variables, _runner);
        var act = () => launcher.LaunchAsync(TelephonyUri.Parse("domycall:+47"), TimeSpan.FromSeconds(1), new(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        _runner.Commands.Should().BeEmpty();
    }

    [Theory]
    [Requirement("LNCH-16")]
    [InlineData("domycall", "gio", LaunchStatus.Started, "H")]
    [InlineData("domycall", "xdg-open", LaunchStatus.Started, "H")]
    [InlineData("nosuch", "gio", LaunchStatus.NoHandler, null)]
    [InlineData("domycall", "nothing", LaunchStatus.NoOpener, null)]
    public void A_look_starts_nothing_and_tells_who_would_get_the_link(string scheme, string opener, LaunchStatus expected, string? handler)
    {
        _directory.WriteProgram("bin/" + opener);

        Launcher().Look(scheme).Should().Be(new LaunchOutlook(expected, handler));
        _runner.Commands.Should().BeEmpty();
    }

    [Fact]
    [Requirement("LNCH-16")]
    public void A_look_sees_loops_and_missing_desktops_and_does_not_see_behind_a_portal()
    {
        _directory.WriteProgram("bin/gio");
        _directory.WriteProgram("bin/gdbus");

        Launcher(_root + "/bin/handler").Look("domycall").Status.Should().Be(LaunchStatus.Loop);
        _variables["SNAP"] = "/snap/x";
        Launcher().Look("domycall").Should().Be(new LaunchOutlook(LaunchStatus.Undecidable));
        _variables.Remove("DISPLAY");
        Launcher().Look("domycall").Status.Should().Be(LaunchStatus.NotInteractive);
        _runner.Commands.Should().BeEmpty();
    }

    private LinuxLinkLauncher Launcher(string own = "/nothing") => new(PhysicalFileSystem.Instance, _variables, _runner, own);

    private Task<LaunchResult> LaunchAsync(string link = "domycall:+4722", string own = "/nothing") =>
        Launcher(own).LaunchAsync(TelephonyUri.Parse(link), TimeSpan.FromSeconds(1));

    private sealed class RecordingRunner : IProcessRunner
    {
        public List<ProcessCommand> Commands { get; } = [];

        public ProcessOutcome Outcome { get; set; } = new(ProcessEnd.Exited, 0);

        public Task<ProcessOutcome> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
        {
            Commands.Add(command);
            return Task.FromResult(Outcome);
        }
    }
}
