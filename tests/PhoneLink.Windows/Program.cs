using PhoneLink.Windows;

// PhoneLink.Windows SCENARIO [ARGUMENT ...]: prints what the scenario found; started by a link, it notes what it got; 0 when it ran, 2 when there is none of this name.
Console.OutputEncoding = System.Text.Encoding.UTF8;
if (Handler.IsStartedByLink(args))
    return await Handler.ReceiveAsync(args);

if (args.Length == 0 || !Scenarios.All.TryGetValue(args[0], out var run))
{
    await Console.Error.WriteLineAsync($"Scenarios: {string.Join(", ", Scenarios.All.Keys)}");
    return 2;
}

await run(args[1..]);
return 0;
