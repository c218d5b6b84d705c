using DialHandler;
using PhoneLink;
using PhoneLink.Activation;

// The operating system starts this program as: DialHandler --phonelink -- domycall:+4722517000?name=Ada%20Lovelace
var settings = HandlerSettings.Load();
var report = new HandlerReport { Arguments = args };

// Extensions are welcome here, since whoever confirms the call sees them; service codes, which change a telephone's settings, are not.
var options = new ActivationOptions { AllowExtensions = true };
if (!ProtocolActivation.TryGetUri(args, [settings.Scheme], options, out var link, out var refusal))
    return Refuse(refusal);

// The format may take the number from a place that holds names in other links: ask about the number itself.
var call = IncomingCall.Read(link, settings.Format);
if (call.Number is not null && !options.Allows(call.Number))
    return Refuse(ActivationRefusal.NumberNotAllowed);

report = report with { Link = link.OriginalText, Number = call.Number?.ToString(PhoneNumberStyle.Rfc3966), Values = call.Values, MatchedFormat = call.MatchedFormat };
if (call.Number is null)
{
    Console.Error.WriteLine("DialHandler found no number in the link; nothing is dialled.");
    settings.Write(report);
    return 0;
}

// A link comes from whoever wrote it: its cause makes the pipeline ask before it dials.
var phone = new TelephonyProviderBuilder(new JournalPhone()).UseDuplicateGuard().UseConfirmation(settings.CreateConfirmation(call)).Build();
var result = await phone.DialAsync(new DialRequest(call.Number) { Cause = DialCause.Link });

Console.WriteLine($"DialHandler: {result.Status}{(result.Message is null ? "" : " - " + result.Message)}");
settings.Write(report with { Status = result.Status });
return 0;

int Refuse(ActivationRefusal why)
{
    Console.Error.WriteLine(why switch
    {
        ActivationRefusal.NumberNotAllowed => "DialHandler did not act: the link's number is a service code, which this handler does not dial.",
        ActivationRefusal.NoLink or ActivationRefusal.WrongShape =>
            $"DialHandler did not act on its arguments: {why}. It expects: {string.Join(' ', ProtocolActivation.Arguments)} \"{settings.Scheme}:…\"",
        _ => $"DialHandler did not act on the link: {why}.",
    });
    settings.Write(report with { Refusal = why });

    // A refused link is dealt with; a wrong shape is a wrong call. An opener may turn any other code into "not started".
    return why is ActivationRefusal.NoLink or ActivationRefusal.WrongShape ? 2 : 0;
}
