using DialHandler;
using PhoneLink.Activation;

// The operating system starts this program as: DialHandler --phonelink -- domycall:+4722517000?name=Ada%20Lovelace
// A person starts it as: DialHandler --install, and DialHandler --uninstall.
var settings = HandlerSettings.Load();
if (args is ["--install"] or ["--uninstall"])
    return await Installation.RunAsync(args[0], settings);

// What cannot be dialled by is said before a link is taken.
if (!Telephone.TryMake(settings, out var phone, out var problem))
{
    Console.Error.WriteLine($"DialHandler cannot forward: {problem}");
    return 1;
}

// Extensions are welcome here, since whoever confirms the call sees them; service codes, which change a telephone's settings, are not.
var options = new ActivationOptions { AllowExtensions = true };
if (!ProtocolActivation.TryGetUri(args, [settings.Scheme], options, out _, out var refusal) && refusal is ActivationRefusal.NoLink)
    return LinkReader.Refuse(refusal, settings, new HandlerReport { Arguments = args });

var start = await ActivationListener.StartAsync(args, [settings.Scheme], new() { Activation = options, InstanceName = HandlerSettings.Instance, MaxWaiting = 16 });
if (start.Listener is not { } listener)
    return start.Outcome is ActivationOutcome.Refused ? LinkReader.Refuse(start.Refusal, settings, new HandlerReport { Arguments = args }) : LinkReader.Say(start);

// Later clicks come here, so that a double click is one call; some seconds after the last of them the program ends.
var linger = TimeSpan.FromSeconds(settings.LingerSeconds);
var reader = new LinkReader(settings, options, args, phone);
await using var end = TimeProvider.System.CreateTimer(_ => _ = listener.DisposeAsync().AsTask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
await foreach (var link in listener.ReadAllAsync())
{
    end.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    await reader.HandleAsync(link);
    end.Change(linger, Timeout.InfiniteTimeSpan);
}

return 0;
