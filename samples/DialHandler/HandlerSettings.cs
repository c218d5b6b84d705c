using System.Text.Json;
using PhoneLink;

namespace DialHandler;

/// <summary>What was chosen when the handler was installed; a link can change none of it.</summary>
internal sealed class HandlerSettings
{
    /// <summary>Names the settings file; without it the defaults serve.</summary>
    public const string PathVariable = "DIALHANDLER_SETTINGS";

    /// <summary>The scheme that was registered.</summary>
    public string Scheme { get; set; } = "domycall";

    /// <summary>The format that makes the links, if the handler knows it.</summary>
    public string PhoneLinkFormat { get; set; } = "domycall:%p?name=<attn>&company=<name>";

    /// <summary>Whether somebody is asked on the terminal (the default), or every call is confirmed, as a demonstration does.</summary>
    public bool ConfirmEveryCall { get; set; }

    /// <summary>The phone-link format by which the calls go on, for instance <c>sip:%p@pbx.example.com;user=phone</c>, or null for the sample's own telephone.</summary>
    public string? ForwardTo { get; set; }

    /// <summary>How many seconds later clicks find the program still there, so that a double click is one call.</summary>
    public double LingerSeconds { get; set; } = 3;

    /// <summary>Where to write what happened, or null. In a folder each link has a file of its own, in the order of their ends.</summary>
    public string? ReportFile { get; set; }

    /// <summary>Handlers with other settings are other programs.</summary>
    internal static string Instance => Environment.GetEnvironmentVariable(PathVariable) ?? Environment.ProcessPath ?? "";

    internal PhoneLinkFormat Format => PhoneLink.PhoneLinkFormat.Parse(PhoneLinkFormat);

    public static HandlerSettings Load()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable);
        return string.IsNullOrEmpty(path) || !File.Exists(path)
            ? new()
            : JsonSerializer.Deserialize(File.ReadAllText(path), HandlerJson.Default.HandlerSettings) ?? new();
    }

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, HandlerJson.Default.HandlerSettings));

    /// <summary>Written whole or not at all: somebody may be waiting for it. Where that fails the call stands all the same.</summary>
    public void Write(HandlerReport report)
    {
        if (ReportFile is null)
            return;

        try
        {
            var file = Directory.Exists(ReportFile) ? Path.Combine(ReportFile, $"{Guid.CreateVersion7()}.json") : ReportFile;
            var unfinished = $"{file}.{Environment.ProcessId}";
            File.WriteAllText(unfinished, JsonSerializer.Serialize(report, HandlerJson.Default.HandlerReport));
            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"DialHandler could not write its report: {exception.Message}");
        }
    }
}
