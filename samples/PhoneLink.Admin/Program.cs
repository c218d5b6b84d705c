using System.CommandLine;
using PhoneLink.Admin;
using PhoneLink.Registration;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var json = new Option<bool>("--json") { Description = "Prints JSON.", Recursive = true };
var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be done, and does nothing.", Recursive = true };
var root = new RootCommand("Registers programs as handlers of link schemes such as tel: or domycall:, says who has a scheme, and takes registrations back. Exit codes: 0 done, 1 not so, 2 bad command line, 3 refused, 4 owned by another program, 5 access denied, 6 not supported here, 7 failed.")
{
    json, dryRun,
};

Add(new("status", "Says what the system does with a scheme's links; 0 if it starts a program registered by PhoneLink, otherwise 1."), static command =>
{
    var scheme = new Argument<string>("scheme") { Description = "The scheme, without a colon." };
    command.Add(scheme);
    return (parsed, _, cancellationToken) => AdminJobs.StatusAsync(parsed.GetValue(scheme)!, cancellationToken);
});
Add(new("list", "Lists what PhoneLink has registered."), static command =>
{
    var scope = new Option<RegistrationScope>("--scope", "-s") { Description = "For whom.", HelpName = "user|machine" };
    command.Add(scope);
    return (parsed, _, cancellationToken) => AdminJobs.ListAsync(parsed.GetValue(scope), cancellationToken);
});
Add(new("plan", "Shows what a registration would change, on this system or on any."), static command =>
{
    var target = new Option<RegistrationTarget?>("--for") { Description = "The kind of system. [default: this one]", HelpName = "windows|linux|macos" };
    var registration = new RegistrationArguments().AddTo(command);
    command.Add(target);
    return (parsed, _, _) => Task.FromResult(AdminJobs.Plan(registration.Read(parsed), parsed.GetValue(target)));
});
Add(new("register", "Registers a program for a scheme."), static command =>
{
    var registration = new RegistrationArguments().AddTo(command);
    return (parsed, isDryRun, cancellationToken) => AdminJobs.RegisterAsync(registration.Read(parsed), isDryRun, cancellationToken);
});
Add(new("unregister", "Takes a registration back; 1 if nothing of it was there."), static command =>
{
    var registration = new RegistrationArguments().AddTo(command, needsProgram: false);
    return (parsed, isDryRun, cancellationToken) => AdminJobs.UnregisterAsync(registration.Read(parsed), isDryRun, cancellationToken);
});
Add(new("verify", "Says what is wrong with a registration; 1 if anything is."), static command =>
{
    var registration = new RegistrationArguments().AddTo(command);
    return (parsed, _, cancellationToken) => AdminJobs.VerifyAsync(registration.Read(parsed), cancellationToken);
});
Add(new("verify-all", "Says what is wrong with any of PhoneLink's registrations; 1 if anything is."), static command =>
{
    var scope = new Option<RegistrationScope>("--scope", "-s") { Description = "For whom.", HelpName = "user|machine" };
    command.Add(scope);
    return (parsed, _, cancellationToken) => AdminJobs.VerifyAllAsync(parsed.GetValue(scope), cancellationToken);
});
Add(new("repair", "Makes a registration as it should be; does not take a scheme that the user gave to another program."), static command =>
{
    var registration = new RegistrationArguments().AddTo(command);
    return (parsed, isDryRun, cancellationToken) => AdminJobs.RepairAsync(registration.Read(parsed), isDryRun, cancellationToken);
});

Add(new("export", "Writes a file by which the registration is rolled out on many machines; on any system, for any."), static command =>
{
    var kind = new Argument<ExportKind>("kind") { Description = "Which file.", HelpName = string.Join('|', Enum.GetNames<ExportKind>()).ToLowerInvariant() };
    var origins = new Option<string[]>("--origin", "-o") { Description = "For browsers: a page's origin that may start the scheme, such as https://crm.example.com; may be repeated.", HelpName = "ORIGIN" };
    var path = new Option<string?>("--to") { Description = "The file, or its directory. [default: printed]", HelpName = "PATH" };
    command.Add(kind);
    var registration = new RegistrationArguments().AddTo(command);
    command.Add(origins);
    command.Add(path);
    return (parsed, isDryRun, _) => ExportJob.RunAsync(parsed.GetValue(kind), registration.Read(parsed), parsed.GetValue(origins) ?? [], parsed.GetValue(path), isDryRun);
});

var commandLine = root.Parse(args);
var exitCode = await commandLine.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
return commandLine.Errors.Count > 0 ? AdminExit.BadInput : exitCode;

void Add(Command command, Func<Command, Func<ParseResult, bool, CancellationToken, Task<AdminReport>>> setUp)
{
    var job = setUp(command);
    command.SetAction(async (parsed, cancellationToken) => AdminScreen.Show(await RunAsync(command.Name, () => job(parsed, parsed.GetValue(dryRun), cancellationToken)), parsed.GetValue(json)));
    root.Add(command);
}

static async Task<AdminReport> RunAsync(string command, Func<Task<AdminReport>> job)
{
    try
    {
        return await job();
    }
    catch (RegistrationException exception)
    {
        return new(command, AdminExit.Of(exception.Failure)) { Error = new(exception.Failure.ToString(), exception.Message, exception.Step) };
    }
    catch (ArgumentException exception)
    {
        return new(command, AdminExit.Refused) { Error = new("Argument", exception.Message, null) };
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        return new(command, AdminExit.Failed) { Error = new("File", exception.Message, null) };
    }
    catch (OperationCanceledException)
    {
        return new(command, AdminExit.Cancelled) { Error = new("Cancelled", "Cancelled; nothing is changed.", null) };
    }
}
