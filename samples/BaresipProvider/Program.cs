using BaresipProvider;
using PhoneLink;

// Dials with baresip and tells what becomes of the call: BaresipProvider <number> <domain> [port of the control socket]. Ctrl-C hangs up.
if (args is not [var text, var domain, ..] || args.Length > 3)
    return Say("Usage: BaresipProvider <number> <domain> [port of baresip's control socket]", 2);

if (!PhoneNumber.TryParse(text, out var number, out var error))
    return Say(error.Message, 2);

var options = new BaresipOptions { Domain = domain };
if (args.Length > 2)
    options.Port = int.TryParse(args[2], out var port) ? port : options.Port;

await using var baresip = new BaresipTelephonyProvider(options);
var phone = new TelephonyProviderBuilder().UseDefaults().To(baresip).Build();
var status = await baresip.GetStatusAsync();
if (status.Message is { } warning)
    Console.Error.WriteLine(warning);

var result = await phone.DialAsync(number);
Console.WriteLine(result);
if (result.Status is not DialStatus.Accepted)
    return Say(result.Message ?? "", 1);

Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    _ = baresip.HangUpAsync(result.CallId);
};
CallEvent? last = null;
await foreach (var news in phone.GetService<ICallEvents>()!.ReadAllAsync(result.CallId))
    Console.WriteLine(last = news);

return last?.EndReason is CallEndReason.Completed ? 0 : 1;

static int Say(string message, int code)
{
    Console.Error.WriteLine(message);
    return code;
}
