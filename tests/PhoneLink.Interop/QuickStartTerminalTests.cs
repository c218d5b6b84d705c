using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Platform;

namespace PhoneLink.Interop;

/// <summary>The main job as a person runs it, on a terminal.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class QuickStartTerminalTests : IDisposable
{
    private const string Question = "Which number shall be called?";

    /// <summary>What a shell reports of a program that Ctrl-C ended.</summary>
    private const int Interrupted = 130;

    private readonly TemporaryDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [ToolFact("gio", "script")]
    [Requirement("QS-5")]
    public async Task The_second_number_can_be_chosen()
    {
        using var terminal = Start();
        await terminal.WaitForAsync(Question);

        await terminal.TypeAsync(Terminal.Down);
        await terminal.TypeAsync(Terminal.Enter);

        (await terminal.WaitForExitAsync()).Should().Be(0, terminal.Shown);
        terminal.Shown.Should().ContainAll("Calling +47 900 00 000", "Accepted", "Nothing is left");
        terminal.Shown.Should().MatchRegex("number +│ \\+4790000000 ");
    }

    [ToolTheory("gio", "script")]
    [InlineData("keys")]
    [InlineData("INT")]
    [InlineData("TERM")]
    [Requirement("QS-5")]
    public async Task A_question_that_is_broken_off_ends_the_program_and_leaves_nothing(string how)
    {
        using var terminal = Start();
        await terminal.WaitForAsync(Question);
        await terminal.WaitForAsync("Switchboard: ");

        if (how == "keys")
            await terminal.TypeAsync(Terminal.CtrlC);
        else
            await terminal.SignalAsync(how);

        (await terminal.WaitForExitAsync()).Should().Be(Interrupted, terminal.Shown);
        terminal.Shown.Should().Contain("Broken off; nothing of it is left.").And.NotContain("Calling ").And.NotContain("   at ");
        terminal.Shown.LastIndexOf("\u001B[?25h", StringComparison.Ordinal).Should()
            .BeGreaterThan(terminal.Shown.LastIndexOf("\u001B[?25l", StringComparison.Ordinal), "the cursor is shown again");
        Directory.EnumerateFileSystemEntries(_home["tmp"], "phonelink-*").Should().BeEmpty();
    }

    private Terminal Start()
    {
        Directory.CreateDirectory(_home["tmp"]);
        return new(Sample.QuickStart, [], new Dictionary<string, string?>
        {
            ["DISPLAY"] = null,
            ["WAYLAND_DISPLAY"] = null,
            ["XDG_CURRENT_DESKTOP"] = null,
            ["DBUS_SESSION_BUS_ADDRESS"] = null,
            ["PHONELINK_HOP"] = null,
            ["HOME"] = _home.Path,
            ["TMPDIR"] = _home["tmp"],
        });
    }
}
