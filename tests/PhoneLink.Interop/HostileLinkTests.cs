using System.Runtime.Versioning;
using PhoneLink.Activation;
using PhoneLink.Interop.Tools;
using PhoneLink.Tests;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Interop;

/// <summary>What the openers hand to the registered program of a link that somebody made in order to do harm.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HostileLinkTests
{
    private const string Recorder = "#!/bin/sh\nprintf '%s\\0' \"$@\" > \"$PHONELINK_RECORD.tmp\"\nmv \"$PHONELINK_RECORD.tmp\" \"$PHONELINK_RECORD\"\n";

    /// <summary>A link, and what activation says of it; both openers deliver it as it is, as one argument.</summary>
    public static TheoryData<string, ActivationRefusal> Delivered => new()
    {
        { "domycall:+4722510000?name=A%20B", ActivationRefusal.None },
        { "domycall:+4722510000\" --evil \"x", ActivationRefusal.ForbiddenText },
        { "domycall:\\\" --evil", ActivationRefusal.ForbiddenText },
        { "domycall:'+4722510000'", ActivationRefusal.ForbiddenText },
        { "domycall:+47 22 51 00 00", ActivationRefusal.ForbiddenText },
        { "domycall:+4722510000 --evil", ActivationRefusal.ForbiddenText },
        { "domycall:--x", ActivationRefusal.ForbiddenText },
        { "domycall:%2D-x", ActivationRefusal.ForbiddenText },
        { "domycall:+47%0d%0aEvil", ActivationRefusal.ForbiddenText },
        { "domycall:+47\nEvil", ActivationRefusal.ForbiddenText },
        { "domycall:+47\u0001", ActivationRefusal.ForbiddenText },
        { "domycall:$(touch planted)", ActivationRefusal.ForbiddenText },
        { "domycall:$(planted)", ActivationRefusal.None },
        { "domycall:`touch planted`", ActivationRefusal.ForbiddenText },
        { "domycall:+47;touch planted", ActivationRefusal.ForbiddenText },
        { "domycall:+47&touch|planted", ActivationRefusal.ForbiddenText },
        { "domycall:~/x", ActivationRefusal.None },
        { "domycall:%u", ActivationRefusal.ForbiddenText },
        { "domycall:%%u%i%c%k", ActivationRefusal.ForbiddenText },
        { "domycall:%", ActivationRefusal.ForbiddenText },
        { "domycall:%22%20--evil", ActivationRefusal.ForbiddenText },
        { "domycall:+4722510000?name=%22%20--evil", ActivationRefusal.None },
        { "domycall:a\\", ActivationRefusal.ForbiddenText },
        { "domycall:\u00E6\u00F8\u00E5", ActivationRefusal.ForbiddenText },
        { "domycall:%C3%A6%C3%B8%C3%A5", ActivationRefusal.None },
        { "domycall:*%2306%23", ActivationRefusal.NumberNotAllowed },
        { "domycall:javascript:x", ActivationRefusal.ForbiddenText },
        { "domycall:", ActivationRefusal.None },
    };

    /// <summary>A text, and what the opener does instead of starting the program: nothing, or the browser.</summary>
    public static TheoryData<string, string, string> NotDelivered => new()
    {
        { "gio", "--x", "nothing" },
        { "gio", " domycall:+47", "nothing" },
        { "gio", "domycall", "nothing" },
        { "gio", "/etc/passwd", "nothing" },
        { "xdg-open", "--x", "nothing" },
        { "xdg-open", " domycall:+47", "nothing" },
        { "xdg-open", "domycall", "nothing" },
        { "xdg-open", "DOMYCALL:+4722510000", "browser" },
    };

    [ToolTheory("gio", "xdg-open")]
    [MemberData(nameof(Delivered))]
    [Requirement("REG-36")]
    public async Task A_hostile_link_arrives_as_one_argument_and_is_refused_or_is_one_value(string link, ActivationRefusal expected)
    {
        foreach (var opener in new[] { "gio", "xdg-open" })
        {
            var (arguments, planted) = await OpenAsync(opener, link);

            arguments.Should().Equal(["--phonelink", "--", link], opener);
            planted.Should().BeFalse();
            ProtocolActivation.TryGetUri(arguments!, ["domycall"], out var uri, out var refusal).Should().Be(expected is ActivationRefusal.None, "{0}", refusal);
            refusal.Should().Be(expected);
            if (uri is not null)
                uri.OriginalText.Should().Be(link);
        }
    }

    [ToolFact("gio")]
    [Requirement("REG-36")]
    public async Task Gio_hands_a_scheme_in_capitals_on_and_activation_takes_it()
    {
        var (arguments, _) = await OpenAsync("gio", "DOMYCALL:+4722510000");

        arguments.Should().Equal("--phonelink", "--", "DOMYCALL:+4722510000");
        ProtocolActivation.TryGetUri(arguments!, ["domycall"], out var uri, out _).Should().BeTrue();
        uri!.Scheme.Should().Be("domycall");
    }

    [ToolTheory("gio", "xdg-open")]
    [MemberData(nameof(NotDelivered))]
    [Requirement("REG-36")]
    public async Task What_is_no_link_of_the_scheme_does_not_start_the_program(string opener, string text, string instead)
    {
        var (arguments, _) = await OpenAsync(opener, text);

        (arguments is null ? "nothing" : arguments[0]).Should().Be(instead);
    }

    /// <summary>Opens a text as a user's desktop does, and gives what the program, or the browser, was started with.</summary>
    private static async Task<(string[]? Arguments, bool Planted)> OpenAsync(string opener, string text)
    {
        using var desktop = new RegisteredDesktop();
        await File.WriteAllTextAsync(desktop.Program, Recorder);
        desktop.Desktop.WithProgram("bin/browser");
        await File.WriteAllTextAsync(desktop.Desktop["bin/browser"], Recorder.Replace("\"$@\"", "browser", StringComparison.Ordinal));
        await desktop.ApplyAsync();
        var record = desktop.Desktop["record"];
        var environment = desktop.Desktop.Environment;
        (environment["PHONELINK_RECORD"], environment["DISPLAY"], environment["BROWSER"]) = (record, ":77", desktop.Desktop["bin/browser"]);

        var (code, _) = desktop.Desktop.Run(Tool.Path(opener), [.. opener == "gio" ? ["open"] : Array.Empty<string>(), text]);

        for (var i = 0; i < 500 && code == 0 && !File.Exists(record); i++) // gio does not wait for what it starts.
            await Task.Delay(TimeSpan.FromMilliseconds(20));

        var planted = Directory.EnumerateFileSystemEntries(desktop.Desktop.Root, "planted*", SearchOption.AllDirectories).Any() || File.Exists("planted");
        return (File.Exists(record) ? (await File.ReadAllTextAsync(record)).Split('\0')[..^1] : null, planted);
    }
}
