using PhoneLink;
using Spectre.Console;

namespace QuickStart;

/// <summary>What can be known about formats without a call: their problems, where they come from, which there are.</summary>
internal static class FormatScreen
{
    private const int Done = 0;

    public static int ShowPresets()
    {
        Screen.Title("Formats of the usual telephones", null);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Format", "Who answers");
        foreach (var preset in PhoneLinkPreset.All)
            table.AddRow(new Text(preset.Format), new Text(preset.Placeholder is null ? preset.Description : $"{preset.Description} (put your host for {preset.Placeholder})"));

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("Any other scheme works as well, for instance domycall:%p?name=<attn>.");
        return Done;
    }

    /// <summary>Each problem with a caret under its place; a format with errors ends with the code for bad input.</summary>
    public static int ShowValidation(string format)
    {
        var validation = PhoneLinkFormat.Validate(format);
        foreach (var problem in validation.Problems)
        {
            Console.WriteLine($"  {Screen.Printable(format)}");
            Console.WriteLine($"  {Pad(format, problem.Error.Position)}{new string('^', Math.Max(1, problem.Length))}");
            Console.WriteLine($"  {(problem.Severity is FormatProblemSeverity.Error ? "error" : "warning")}: {problem.Message}");
            Console.WriteLine();
        }

        Console.WriteLine(validation.RepairedText is { } repaired ? $"Corrected: {repaired}"
            : !validation.IsValid ? "This is no phone-link format."
            : validation.Problems.Count == 0 ? "This is a phone-link format without problems."
            : "This is a phone-link format.");
        return validation.IsValid ? Done : Job.BadInput;
    }

    /// <summary>The levels that have a format for a user, the most binding first, and what became of each.</summary>
    public static async Task<int> ShowExplanationAsync(string path, PreferenceScope scope, CancellationToken cancellationToken)
    {
        var file = new JsonPreferenceFile(Path.GetFullPath(path));
        var preferences = await new PreferenceResolver([file]).ResolveAsync(scope, cancellationToken);
        if (file.Status is not PreferenceFileStatus.Read)
            return Screen.ShowProblem($"The preferences cannot be used: {file.Status}{(file.ErrorPosition is { } position ? $" at character {position}" : "")}.", $"Look at {file.Path}; --preferences names another file.", Job.BadInput);

        var explanation = preferences.Explain(PhonePreferenceKeys.Format);
        Screen.Title($"Where the format of user {scope.User}, group {scope.Group}, comes from", Path.GetFileName(file.Path));
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Level", "Format", "", "Why");
        foreach (var entry in explanation.Entries)
            table.AddRow(
                new Text(entry.Entry.Level.ToString()),
                new Text(Screen.Printable(entry.Entry.Value)),
                new Text(entry.Verdict.ToString()),
                new Text(Why(entry)));

        table.AddRow("Default", PhoneLinkFormat.Default.ToString(), explanation.Level is PreferenceLevel.Default ? "Serves" : "LessSpecific", "");
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(preferences.Format.TryExpand(PhoneNumber.Parse("+47 22 51 70 00"), SampleContact.Create(null), out var link, out var error)
            ? $"  A click opens {link}"
            : $"  A click opens nothing: {error.Message}");
        return Done;
    }

    private static string Why(ExplainedPreference entry) => (entry.Verdict, entry.Error.Kind) switch
    {
        (PreferenceVerdict.NotAllowed, _) => "This level may not choose that web host.",
        (_, ParseErrorKind.None) => "",
        (PreferenceVerdict.Invalid, _) => entry.Error.Message,
        _ => "Corrected: " + entry.Error.Message,
    };

    /// <summary>What cannot be printed is replaced one for one, so that the caret keeps its place; a wide character takes two columns.</summary>
    private static string Pad(string format, int position) =>
        string.Concat(Screen.Printable(format).Take(position).Select(static c => IsWide(c) ? "  " : " "));

    private static bool IsWide(char c) => c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60');
}
