using System.Globalization;
using DialHandler;
using PhoneLink;
using PhoneLink.Activation;
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

    public static int ShowFormatProblem(string problem, string format, int position, string advice, int exitCode)
    {
        Console.Error.WriteLine(problem);
        Console.Error.WriteLine();
        Console.Error.WriteLine($"  {Printable(format)}");
        Console.Error.WriteLine($"  {new string(' ', position)}^");
        Console.Error.WriteLine(advice);
        Console.Error.WriteLine("Formats that work: --format \"tel:%p\", --format \"callto:%p\", --format \"domycall:%p?name=<attn>\". With \"dotnet run\" the help is behind two dashes: -- --help.");
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
        if (!format.IsReversible)
            ShowNote("Links of this format cannot be taken apart: behind a value follows what could be a part of it (docs/format-reference.md, Reversibility).");

        // Only a format without a place for it makes a link of no number.
        if (format.TryExpand(null, subject, out _, out _))
            ShowNote("This format has no %p: its links do not carry the number that is chosen.");
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
        foreach (var (name, value) in report.Refusal is ActivationRefusal.None ? TakenApart(report) : Refused(report))
            table.AddRow(new Text(Printable(name)), new Text(Printable(value)));

        AnsiConsole.Write(table);
        if (report.Status is not null)
            AnsiConsole.MarkupLine("  [grey]The handler was told to confirm every call of this demonstration; as it is installed, it asks.[/]");

        var clicked = request.Target.Number!;
        var isDialled = report.Status is DialStatus.Accepted && clicked.Digits == NumberOf(report)?.Digits;
        var colour = !isDialled ? "red" : clicked.Equals(NumberOf(report)) ? "green" : "yellow";
        AnsiConsole.MarkupLine($"  [{colour}]{Markup.Escape(Verdict(report, clicked))}[/]");
        return isDialled;
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

    private static IEnumerable<(string Name, string Value)> Refused(HandlerReport report) =>
        [("link", report.Arguments is [.., var link] ? link : "none"), ("refused", $"{report.Refusal}"), ("call", "none")];

    private static IEnumerable<(string Name, string Value)> TakenApart(HandlerReport report) =>
    [
        ("link", report.Link ?? "none"),
        ("number", report.Number ?? "none"),
        .. report.Values.Select(static pair => (pair.Key, pair.Value)),
        ("taken apart by", report.MatchedFormat ? "the same format" : "the link's number and query"),
        ("call", report.Status?.ToString() ?? "none"),
    ];

    /// <summary>What came of the click, in one sentence.</summary>
    private static string Verdict(HandlerReport report, PhoneNumber clicked) => (report.Refusal, report.Status, NumberOf(report)) switch
    {
        (ActivationRefusal.NumberNotAllowed, _, _) => "The handler dialled nothing: a service code is not dialled because a link says so.",
        (not ActivationRefusal.None, _, _) => $"The handler dialled nothing: it refused the link ({report.Refusal}).",
        (_, _, null) => "The handler dialled nothing: it found no number in the link.",
        (_, not DialStatus.Accepted, _) => $"The handler dialled nothing: {report.Status}.",
        (_, _, { } dialled) when clicked.Equals(dialled) => "The number that was clicked is the number that was dialled.",
        (_, _, { } dialled) when clicked.Digits == dialled.Digits => $"The digits that were clicked were dialled; a link of this format has no place for {Lost(clicked, dialled)}.",
        _ => "The handler dialled another number.",
    };

    private static string Lost(PhoneNumber clicked, PhoneNumber dialled) => string.Join(" and ", new[]
    {
        clicked.Extension == dialled.Extension ? null : "the extension",
        clicked.PostDial == dialled.PostDial ? null : "the digits that are keyed after the answer",
    }.Where(static part => part is not null));

    /// <summary>The report has the number as RFC 3966 writes it, <c>*21*…%23</c>; as a person's text it would be another one.</summary>
    private static PhoneNumber? NumberOf(HandlerReport report) =>
        report.Number is not null && TelephonyUri.TryParse($"tel:{report.Number}", out var uri) ? uri.Number : null;

    /// <summary>Text of a stranger's: nothing of it may move the cursor or hide.</summary>
    public static string Printable(string text) =>
        string.Concat(text.Select(static c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format ? '\u2423' : c));
}
