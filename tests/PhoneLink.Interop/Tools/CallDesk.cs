using System.Runtime.Versioning;
using System.Text.Json;
using DialHandler;
using PhoneLink.Activation;

namespace PhoneLink.Interop.Tools;

/// <summary>A desktop on which the sample handler has installed itself for a scheme, and the reports of what it was started with.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class CallDesk : IDisposable
{
    private static readonly string[] NotInherited = ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "BROWSER", "PHONELINK_HOP", "XDG_RUNTIME_DIR"];

    private readonly Desk _desk = new();

    private CallDesk(HandlerSettings settings, IReadOnlyDictionary<string, string> more)
    {
        Directory.CreateDirectory(_desk["reports"]);
        Directory.CreateDirectory(_desk["tmp"]);
        settings.ReportFile = _desk["reports"];
        settings.Save(_desk["settings.json"]);

        var variables = System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(static pair => (string)pair.Key, static pair => (string)pair.Value!);
        foreach (var name in NotInherited)
            variables.Remove(name);

        foreach (var (name, value) in _desk.Environment.Variables.Where(static pair => pair.Key is not "PATH").Concat(more))
            variables[name] = value;

        // Chromium opens by xdg-open, which has gio open where the desktop is GNOME's.
        variables["XDG_CURRENT_DESKTOP"] = "GNOME";
        variables[HandlerSettings.PathVariable] = _desk["settings.json"];
        Variables = variables;
    }

    /// <summary>Gets the environment of this desktop's programs.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Gets what the handler has reported so far, in the order of the links' ends.</summary>
    public IReadOnlyList<HandlerReport> Reports =>
        [.. Directory.EnumerateFiles(_desk["reports"], "*.json").Order(StringComparer.Ordinal).Select(static file => JsonSerializer.Deserialize(File.ReadAllText(file), HandlerJson.Default.HandlerReport)!)];

    /// <summary>Gets the reports of calls that were placed.</summary>
    public IReadOnlyList<HandlerReport> Calls => [.. Reports.Where(static report => report.Status is DialStatus.Accepted)];

    public string this[string relative] => _desk[relative];

    public static async Task<CallDesk> InstallAsync(string format = "domycall:%p", bool confirms = true, IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = new HandlerSettings { Scheme = PhoneLink.PhoneLinkFormat.Parse(format).Scheme, PhoneLinkFormat = format, ConfirmEveryCall = confirms };
        var desk = new CallDesk(settings, more ?? new Dictionary<string, string>());
        var (code, output, errors) = await Sample.RunAsync(Sample.DialHandler, ["--install"], desk.Variables.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value));
        code.Should().Be(0, output + errors);
        output.Should().Contain($"{settings.Scheme}: Default");
        return desk;
    }

    /// <summary>Waits for reports, and a little longer for one too many.</summary>
    public async Task<IReadOnlyList<HandlerReport>> WaitForReportsAsync(int count = 1)
    {
        for (var i = 0; i < 300 && Reports.Count < count; i++)
            await Task.Delay(50);

        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var reports = Reports;
        reports.Should().HaveCountGreaterThanOrEqualTo(count, "the handler was started that often; it has reported {0}", string.Join(", ", reports));
        return reports;
    }

    /// <summary>Gets the link that a report is about, also where the handler did not act on it.</summary>
    public static string LinkOf(HandlerReport report) => report.Link ?? report.Arguments[^1];

    public void Dispose() => _desk.Dispose();
}
