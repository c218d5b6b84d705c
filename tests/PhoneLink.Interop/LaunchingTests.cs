using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;

namespace PhoneLink.Interop;

/// <summary>What the real openers do, and what the launcher says of it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LaunchingTests : IDisposable
{
    private const string Link = "domycall:+4722517000";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, string> Openers => new() { { "gio", Link }, { "xdg-open", Link }, { "gio", "DOMYCALL:+4722517000" }, { "xdg-open", "DoMyCall:+4722517000" } };

    [ToolTheory("gio", "xdg-open")]
    [MemberData(nameof(Openers))]
    [Requirement("LNCH-2")]
    [Requirement("LNCH-11")]
    public async Task The_handler_gets_the_link_with_its_scheme_in_lower_case(string opener, string link)
    {
        _desk.Install("phone", _desk.WriteHandler() + " %u", "domycall");

        var result = await _desk.Launcher(opener).LaunchAsync(TelephonyUri.Parse(link), Limit);

        result.Status.Should().Be(LaunchStatus.Started);
        (await _desk.WaitForStartsAsync()).Should().ContainSingle().Which.Should().Equal(Link);
    }

    [ToolTheory("gio", "xdg-open")]
    [InlineData("gio")]
    [InlineData("xdg-open")]
    [Requirement("LNCH-17")]
    public async Task A_thousand_looks_start_no_handler_and_find_the_one_that_a_launch_starts(string opener)
    {
        _desk.Install("phone", _desk.WriteHandler() + " %u", "domycall");
        var launcher = _desk.Launcher(opener);
        var status = new LinkTelephonyProvider(PhoneLinkFormat.Parse("domycall:%p"), launcher);

        for (var i = 0; i < 1_000; i++)
            (await status.GetStatusAsync()).Should().Match<ProviderStatus>(static found => found.State == ProviderState.Ready && found.Handler == "phone");

        (await new LinkTelephonyProvider(PhoneLinkFormat.Parse("nosuch:%p"), launcher).GetStatusAsync()).State.Should().Be(ProviderState.NoHandler);
        await launcher.LaunchAsync(TelephonyUri.Parse(Link), Limit);
        (await _desk.WaitForStartsAsync()).Should().ContainSingle("the launch, and none of the looks");
    }

    /// <summary>T-1: the handler has the link although <c>gio</c> ends with 2, so that another provider must not be tried.</summary>
    [ToolTheory("gio", "dbus-daemon", Tool.PythonDBus)]
    [InlineData("raise dbus.DBusException('boom', name='com.example.Boom')", 10)]
    [InlineData("os._exit(1)", 10)]
    [InlineData("time.sleep(40)", 2)]
    [Requirement("LNCH-12")]
    public async Task A_bad_dbus_service_is_never_proof_that_nothing_started(string then, int seconds)
    {
        using var bus = new SessionBus(_desk, then);
        _desk.Install(SessionBus.ServiceId, _desk.WriteHandler() + " %u", "domycall", "DBusActivatable=true\n");

        var result = await _desk.Launcher().LaunchAsync(TelephonyUri.Parse(Link), TimeSpan.FromSeconds(seconds));

        result.Status.Should().Be(LaunchStatus.Undecidable);
        await Desk.WaitUntilAsync(() => File.Exists(_desk["run/service.log"]));
        (await File.ReadAllTextAsync(_desk["run/service.log"])).Trim().Should().Be(Link);
    }

    [ToolFact("gio", "dbus-daemon", Tool.PythonDBus)]
    [Requirement("LNCH-12")]
    public async Task A_good_dbus_service_is_a_start()
    {
        using var bus = new SessionBus(_desk, "return");
        _desk.Install(SessionBus.ServiceId, _desk.WriteHandler() + " %u", "domycall", "DBusActivatable=true\n");

        (await _desk.Launcher().LaunchAsync(TelephonyUri.Parse(Link), Limit)).Status.Should().Be(LaunchStatus.Started);
        (await File.ReadAllTextAsync(_desk["run/service.log"])).Trim().Should().Be(Link);
    }

    /// <summary>T-2: <c>xdg-open</c> hands a link without a handler to the browser, and says that all went well.</summary>
    [ToolTheory("gio", "xdg-open")]
    [InlineData("gio")]
    [InlineData("xdg-open")]
    [Requirement("LNCH-6")]
    [Requirement("LNCH-13")]
    public async Task A_number_without_a_handler_never_reaches_a_browser(string opener)
    {
        var result = await _desk.Launcher(opener).LaunchAsync(TelephonyUri.Parse("nosuch:+4722517000"), Limit);

        result.Status.Should().Be(LaunchStatus.NoHandler);
        File.Exists(_desk["run/browser"]).Should().BeFalse();
    }

    [ToolFact("xdg-open")]
    [Requirement("LNCH-13")]
    public async Task The_recorder_sees_what_the_generic_opener_does_by_itself()
    {
        _desk.Launcher("xdg-open");

        var outcome = await _desk.RunAsync(new(Tool.Path("xdg-open"), ["nosuch:+4722517000"]), default);

        outcome.Code.Should().Be(0);
        (await File.ReadAllTextAsync(_desk["run/browser"])).Should().Contain("+4722517000", "or the test before this one could not fail");
    }

    /// <summary>T-2: an opener took the link; that is all that is promised.</summary>
    [ToolFact("gio")]
    [Requirement("LNCH-13")]
    public async Task A_handler_whose_interpreter_is_missing_counts_as_handed_over()
    {
        _desk.Install("phone", _desk.WriteProgram("bin/broken", "#!/nowhere/interpreter\n") + " %u", "domycall");

        (await _desk.Launcher().LaunchAsync(TelephonyUri.Parse(Link), Limit)).Status.Should().Be(LaunchStatus.Started);
    }

    [ToolFact("gio")]
    [Requirement("LNCH-6")]
    public async Task A_handler_that_cannot_be_executed_is_none()
    {
        _desk.Install("phone", _desk.Write("bin/plain", "#!/bin/sh\n") + " %u", "domycall");

        (await _desk.Launcher().LaunchAsync(TelephonyUri.Parse(Link), Limit)).Status.Should().Be(LaunchStatus.NoHandler);
    }

    /// <summary>T-3: a handler that lives on holds the pipes; nobody may wait for it, and nobody may end it.</summary>
    [ToolTheory("gio", "xdg-open")]
    [InlineData("gio")]
    [InlineData("xdg-open")]
    [Requirement("LNCH-14")]
    public async Task A_handler_that_lives_on_is_neither_waited_for_nor_ended(string opener)
    {
        var beats = _desk["run/beats"];
        _desk.Install("phone", _desk.WriteHandler(then: $"i=0; while [ $i -lt 600 ]; do printf ' ' && echo beat >> '{beats}'; sleep 0.1; i=$((i+1)); done") + " %u", "domycall");
        var time = TimeProvider.System.GetTimestamp();

        var result = await _desk.Launcher(opener).LaunchAsync(TelephonyUri.Parse(Link), TimeSpan.FromSeconds(2));

        result.Status.Should().Be(LaunchStatus.Started);
        TimeProvider.System.GetElapsedTime(time).Should().BeLessThan(TimeSpan.FromSeconds(30), "the handler lives for 60");
        await _desk.WaitForStartsAsync();
        await Desk.WaitUntilAsync(() => File.Exists(beats));
        var before = (await File.ReadAllLinesAsync(beats)).Length;
        await Desk.WaitUntilAsync(() => File.ReadAllLines(beats).Length > before + 2);
    }

    /// <summary>.NET's own way of opening runs a program of the working directory that is named like the link.</summary>
    [ToolTheory("gio", "xdg-open")]
    [InlineData("gio")]
    [InlineData("xdg-open")]
    [Requirement("LNCH-15")]
    public async Task A_file_named_like_the_link_is_not_run(string opener)
    {
        _desk.Install("phone", _desk.WriteHandler() + " %u", "domycall");
        var planted = _desk["run/planted"];
        foreach (var name in new[] { Link, "gio", "xdg-open", "open", "sh" })
            _desk.WriteProgram("work/" + name, $"#!/bin/sh\necho {name} >> '{planted}'\n");

        var launcher = _desk.Launcher(opener);
        _desk.Environment["PATH"] = $".::{_desk["openers"]}";
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = _desk["work"];
            (await launcher.LaunchAsync(TelephonyUri.Parse(Link), Limit)).Status.Should().Be(LaunchStatus.Started);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }

        await _desk.WaitForStartsAsync();
        File.Exists(planted).Should().BeFalse();
    }

    [ToolFact("gio")]
    [Requirement("LNCH-5")]
    public async Task Without_a_desktop_nothing_is_started()
    {
        _desk.Install("phone", _desk.WriteHandler() + " %u", "domycall");
        var launcher = _desk.Launcher();
        _desk.Environment.Remove("XDG_CURRENT_DESKTOP");

        (await launcher.LaunchAsync(TelephonyUri.Parse(Link), Limit)).Status.Should().Be(LaunchStatus.NotInteractive);
        _desk.Starts().Should().BeEmpty();
    }

    [ToolFact("gio")]
    [Requirement("LNCH-9")]
    public async Task A_handler_that_is_this_program_is_not_started()
    {
        var handler = _desk.WriteHandler();
        _desk.Install("phone", handler + " %u", "domycall");

        (await _desk.Launcher(ownProgram: handler).LaunchAsync(TelephonyUri.Parse(Link), Limit)).Status.Should().Be(LaunchStatus.Loop);
        _desk.Starts().Should().BeEmpty();
    }
}
