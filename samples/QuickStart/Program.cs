using System.CommandLine;
using QuickStart;

var format = new Option<string>("--format", "-f")
{
    Description = "The phone-link format: %p is the number; variables: <attn> <atfn> <atln> <atid> <atpc> (person), <name> <cuid> (company), <phon>, <user>.",
    DefaultValueFactory = _ => Job.DefaultFormat,
    HelpName = "FORMAT",
};
var number = new Option<string?>("--number", "-n") { Description = "A number to call instead of the person's own.", HelpName = "NUMBER" };
var verbose = new Option<bool>("--verbose", "-v") { Description = "Shows the registration plan, the receipt and the handler's report." };

var presets = new Option<bool>("--presets") { Description = "Lists the formats of the usual telephones, and calls nobody." };
var validate = new Option<string?>("--validate") { Description = "Lists every problem of a format, and calls nobody.", HelpName = "FORMAT" };
var explain = new Option<bool>("--explain") { Description = "Shows which level sets a user's format and why, and calls nobody." };
var user = new Option<string>("--user") { Description = "Whose format --explain explains.", DefaultValueFactory = _ => "42", HelpName = "ID" };
var group = new Option<string>("--group") { Description = "The user's group.", DefaultValueFactory = _ => "sales", HelpName = "ID" };
var preferences = new Option<string>("--preferences")
{
    Description = "The preferences that --explain reads.",
    DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "preferences.json"),
    HelpName = "FILE",
};

var command = new RootCommand("Closes the loop of click-to-dial: a person's number becomes a link, the operating system starts the handler that was registered for it, and the handler dials. Nothing of yours is touched: all of it happens in a folder of its own, which is gone afterwards.")
{
    format, number, verbose, presets, validate, explain, user, group, preferences,
};
command.SetAction((parsed, cancellationToken) =>
    parsed.GetValue(presets) ? Task.FromResult(FormatScreen.ShowPresets())
    : parsed.GetValue(validate) is { } text ? Task.FromResult(FormatScreen.ShowValidation(text))
    : parsed.GetValue(explain) ? FormatScreen.ShowExplanationAsync(parsed.GetValue(preferences)!, new() { User = parsed.GetValue(user), Group = parsed.GetValue(group) }, cancellationToken)
    : Job.RunAsync(new(parsed.GetValue(format)!, parsed.GetValue(number), parsed.GetValue(verbose)), cancellationToken));

// Ctrl-C cancels the job, which takes its registration back; that must not be cut short.
var commandLine = command.Parse(args);
var exitCode = await commandLine.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
return commandLine.Errors.Count > 0 ? Job.BadInput : exitCode;
