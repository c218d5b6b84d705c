using PhoneLink;
using PhoneLink.Activation;
using PhoneLinkHandler;

// The operating system starts this program as: PhoneLinkHandler --phonelink -- phonelinkscheme:+4722517000
// A person, or your installer, starts it as:   PhoneLinkHandler --install, and PhoneLinkHandler --uninstall
if (args is ["--install"] or ["--uninstall"])
    return await Installation.RunAsync(args[0]);

if (args.Length == 0)
{
    Console.Error.WriteLine($"{Installation.Product} waits for {Installation.Scheme}: links; --install registers it, --uninstall takes that back.");
    return 2;
}

// A link comes from any web page. Extensions are shown to whoever is asked; service codes, which change a telephone's settings, are refused.
var options = new ActivationOptions { AllowExtensions = true };
var start = await ActivationListener.StartAsync(args, [Installation.Scheme], new() { Activation = options, MaxWaiting = 16 });
if (start.Listener is not { } listener)
{
    Console.Error.WriteLine($"{Installation.Product}: {start.Message}");
    return start.ExitCode;
}

// Later clicks come here, so that a double click is one call; some seconds after the last of them the program ends.
var linger = TimeSpan.FromSeconds(3);
var phone = new TelephonyProviderBuilder(new Telephone()).UseDuplicateGuard().UseConfirmation(Question.AskAsync).Build();
await using var end = TimeProvider.System.CreateTimer(_ => _ = listener.DisposeAsync().AsTask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
await foreach (var link in listener.ReadAllAsync())
{
    end.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    if (link.Uri.IsUsable && link.Uri.Number is { } number && options.Allows(number))
    {
        // The cause makes the pipeline ask before it dials; the id makes it one call.
        var result = await phone.DialAsync(new DialRequest(number) { CallId = new(link.Id), Cause = DialCause.Link });
        Console.WriteLine($"{Installation.Product}: {result.Status}{(result.Message is null ? "" : " - " + result.Message)}");
    }
    else
    {
        Console.Error.WriteLine($"{Installation.Product}: the link has no number that may be dialled.");
    }

    end.Change(linger, Timeout.InfiniteTimeSpan);
}

return 0;
