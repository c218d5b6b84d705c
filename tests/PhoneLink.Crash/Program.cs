using PhoneLink.Crash;

// PhoneLink.Crash SCENARIO [ARGUMENT ...]: 0 when it ran, 1 when registration failed, 2 when there is no such scenario; 137 when it died as it was asked to.
if (args.Length == 0 || !Scenarios.All.TryGetValue(args[0], out var run))
{
    await Console.Error.WriteLineAsync($"Scenarios: {string.Join(", ", Scenarios.All.Keys)}");
    return 2;
}

try
{
    await run(args[1..]);
    return 0;
}
catch (PhoneLink.Registration.RegistrationException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Failure}: {exception.Message}");
    return 1;
}
