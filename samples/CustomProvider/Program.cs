using CustomProvider;
using PhoneLink;

if (args is not [var spool, var device, var text] || !PhoneNumber.TryParse(text, out var number) || device.AsSpan().ContainsAny('\r', '\n'))
{
    Console.Error.WriteLine("Usage: CustomProvider <spool> <device> <number>");
    return 2;
}

var phone = new TelephonyProviderBuilder().UseDefaults().To(new SpoolProvider(spool, device)).Build();
var result = await phone.DialAsync(number);
Console.WriteLine(result.Message ?? result.ToString());
return result.CallMayExist ? 0 : 1;
