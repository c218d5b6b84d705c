using System.Text.Json;
using Spectre.Console;

namespace PhoneLink.Admin;

/// <summary>All that the user sees: tables on a terminal, plain lines in a pipe, JSON on demand.</summary>
internal static class AdminScreen
{
    /// <summary>Prints a report and gives its exit code.</summary>
    public static int Show(AdminReport report, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, AdminJson.Default.AdminReport));
            return report.ExitCode;
        }

        if (report.Error is { } error)
        {
            Console.Error.WriteLine(error.Message);
            if (error.Step is not null)
                Console.Error.WriteLine($"It happened at this step: {error.Step}");

            return report.ExitCode;
        }

        ShowParts(report);
        return report.ExitCode;
    }

    private static void ShowParts(AdminReport report)
    {
        if (report.Text is { } text)
            Console.Write(text);

        if (report.Plan is { } plan)
            Table($"Plan for {report.Scheme}:", ["", "Change"], [.. plan.Select(static (step, i) => new[] { $"{i + 1}", step.Description })]);

        if (report.Registrations is { } registrations)
            Table(
                registrations.Count == 0 ? "PhoneLink has registered nothing here." : "Registered by PhoneLink",
                ["Scheme", "Application id", "Product", "Scope", "Program", "Status"],
                [.. registrations.Select(static one => new[] { one.Scheme, one.ApplicationId, one.Product, one.Scope, one.Executable, one.Status })]);

        if (report.Problems is { } problems)
            Table(problems.Count == 0 ? "No problems." : "Problems", ["Scheme", "Kind", "What is wrong"], [.. problems.Select(static problem => new[] { problem.Scheme, problem.Kind, problem.Message })]);

        if (report.Status is { } status)
            Table($"Links of {report.Scheme}:", ["Status", "Owner", "Name", "Program"], [[status.Status, status.OwnerId ?? "", status.OwnerName ?? "", status.Executable ?? ""]]);

        if (report.Note is { } note)
            Console.WriteLine(note);

        if (report.DryRun is true)
            Console.WriteLine("Dry run: nothing was changed.");
    }

    /// <summary>A table; in a pipe, a line a row with tabs between the cells.</summary>
    private static void Table(string title, string[] columns, IReadOnlyList<string[]> rows)
    {
        if (Console.IsOutputRedirected)
        {
            if (rows.Count == 0)
                Console.WriteLine(title);

            foreach (var row in rows)
                Console.WriteLine(string.Join('\t', row.Select(static cell => cell.ReplaceLineEndings("\n    "))));

            return;
        }

        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
        if (rows.Count == 0)
            return;

        var table = new Table().Border(TableBorder.Rounded).AddColumns([.. columns.Select(static column => new TableColumn(Markup.Escape(column)))]);
        foreach (var row in rows)
            table.AddRow([.. row.Select(static cell => new Text(cell))]);

        AnsiConsole.Write(table);
    }
}
