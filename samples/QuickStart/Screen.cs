using System.Globalization;
using DialHandler;
using PhoneLink;
using PhoneLink.Registration;
using Spectre.Console;

namespace QuickStart;

/// <summary>All that the user sees.</summary>
internal static class Screen
{
    private const int WidthWithoutTerminal = 140;

    static Screen()
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WidthWithoutTerminal;
    }

    public static void Title(string text, string? note)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(text)}[/]{(note is null ? "" : $" [grey]{Markup.Escape(note)}[/]")}");
    }

    public static int ShowFormatError(string format, ParseError error, int exitCode)
    {
        Console.Error.WriteLine("This is no phone-link format:");
        Console.Error.WriteLine();
        Console.Error.WriteLine($"  {Printable(format)}");
        Console.Error.WriteLine($"  {new string(' ', error.Position)}^");
        Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("Formats that work: \"tel:%p\", \"callto:%p\", \"domycall:%p?name=<attn>\". With \"dotnet run\" the help is behind two dashes: -- --help.");
        return exitCode;
    }

    public static int ShowProblem(string problem, string? advice, int exitCode)
    {
        Console.Error.WriteLine(problem);
        if (advice is not null)
            Console.Error.WriteLine(advice);

        return exitCode;
    }

    public static void ShowNote(string note) => AnsiConsole.MarkupLine($"  [yellow]{Markup.Escape(note)}[/]");

    public static void ShowNumbers(CallSubject subject, PhoneLinkFormat format)
    {
        AnsiConsole.WriteLine($"  {subject.Person!.Name}, {subject.Company!.Name}");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "As written", "Link");
        foreach (var entry in subject.Phones)
            table.AddRow(new Text(entry.Label ?? ""), new Text(entry.Value), new Text(LinkOf(entry, subject, format)));

        AnsiConsole.Write(table);
    }

    /// <summary>Asks where there is a terminal, takes the first where there is none.</summary>
    public static async Task<PhoneEntry> ChooseAsync(PhoneList entries, CancellationToken cancellationToken)
    {
        var canChoose = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        var entry = entries.Count == 1 || !canChoose ? entries[0] : await AskAsync(entries, cancellationToken);
        AnsiConsole.WriteLine($"  Calling {entry.Value}{(entries.Count == 1 || canChoose ? "" : ", the first one, since nobody can choose here")}.");
        return entry;
    }

    public static void ShowPlan(RegistrationPlan plan, bool verbose)
    {
        if (verbose)
            AnsiConsole.WriteLine(plan.ToString());

        foreach (var step in verbose ? [] : plan.Steps)
            Console.WriteLine($"  {step.Description.Split('\n')[0].TrimEnd(':')}");
    }

    public static void ShowReceipt(RegistrationReceipt receipt, bool verbose)
    {
        if (verbose)
            AnsiConsole.WriteLine(receipt.ToJson());
    }

    public static void ShowResult(DialResult result)
    {
        var colour = result.CallMayExist ? "green" : "yellow";
        AnsiConsole.MarkupLine($"  [{colour}]{result.Status}[/]{Markup.Escape(result.Reason is DialReason.None ? "" : $" ({result.Reason})")} {Markup.Escape(result.Message ?? "the system took the link; what became of it only the handler knows")}");
    }

    public static bool ShowReport(HandlerReport? report, DialRequest request, bool verbose)
    {
        if (report is null)
        {
            ShowProblem("The handler sent no report within 20 seconds.", "Run again with --verbose, and look at what the desktop's opener printed.", 1);
            return false;
        }

        if (verbose)
            AnsiConsole.WriteLine($"  arguments: {string.Join(" | ", report.Arguments.Select(Printable))}");

        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "Received");
        table.AddRow(new Text("link"), new Text(Printable(report.Link ?? $"refused: {report.Refusal}")));
        table.AddRow(new Text("number"), new Text(report.Number ?? "none"));
        foreach (var (name, value) in report.Values)
            table.AddRow(new Text(Printable(name)), new Text(Printable(value)));

        table.AddRow(new Text("taken apart by"), new Text(report.MatchedFormat ? "the same format" : "the link's number and query"));
        table.AddRow(new Text("call"), new Text(report.Status?.ToString() ?? "none"));
        AnsiConsole.Write(table);

        if (report.Status is not null)
            AnsiConsole.MarkupLine("  [grey]The handler was told to confirm every call of this demonstration; as it is installed, it asks.[/]");

        var clicked = request.Target.Number!;
        var dialled = PhoneNumber.TryParse(report.Number, out var number) ? number : null;
        AnsiConsole.MarkupLine(
            clicked.Equals(dialled) ? "  [green]The number that was clicked is the number that was dialled.[/]"
            : clicked.Digits == dialled?.Digits ? "  [yellow]The digits that were clicked were dialled; a link of this format has no place for the extension.[/]"
            : dialled is null ? "  [red]The handler dialled nothing: it could not, or may not, read a number in the link.[/]"
            : "  [red]The handler dialled another number.[/]");
        return clicked.Digits == dialled?.Digits && report.Status is DialStatus.Accepted;
    }

    public static void ShowLeftovers(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var different = before.Keys.Union(after.Keys).Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path)).ToList();
        AnsiConsole.MarkupLine(different.Count == 0
            ? $"  [green]Nothing is left: what other programs had registered is as it was, byte for byte.[/]"
            : $"  [red]Left behind or changed: {Markup.Escape(string.Join(", ", different))}[/]");
    }

    /// <summary>Waits for a key without holding a thread, so that Ctrl-C reaches the program.</summary>
    private static async Task<PhoneEntry> AskAsync(PhoneList entries, CancellationToken cancellationToken)
    {
        try
        {
            return await AnsiConsole.PromptAsync(
                new SelectionPrompt<PhoneEntry>()
                    .Title("  Which number shall be called?")
                    .AddChoices(entries)
                    .UseConverter(static entry => Markup.Escape($"{entry.Label}: {entry.Value}")),
                cancellationToken);
        }
        finally
        {
            AnsiConsole.Cursor.Show();
        }
    }

    private static string LinkOf(PhoneEntry entry, CallSubject subject, PhoneLinkFormat format) =>
        entry.Kind is PhoneKind.PersonFax or PhoneKind.CompanyFax ? "a fax is not offered"
        : entry.Number is not { } number ? "no number in it"
        : format.TryExpand(number, subject, out var link, out var error) ? link
        : error.Message;

    /// <summary>Text of a stranger's: nothing of it may move the cursor or hide.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Select(static c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format ? '\u2423' : c));
}
