namespace PhoneLink.Windows;

/// <summary>Calls by the telephony of Windows.</summary>
internal static class Telephony
{
    /// <summary>Calls for each line of a file, the argument: number, name, comment and application, joined by tabs; prints what each came to.</summary>
    public static async Task DialAsync(string[] arguments)
    {
        foreach (var line in await File.ReadAllLinesAsync(arguments[0]))
        {
            string?[] fields = [.. line.Split('\t').Select(static field => field.Length == 0 ? null : field), null, null, null];
            var provider = new TelephonyProviderBuilder(new TapiTelephonyProvider(new() { SendsCalledParty = true, Comment = fields[2], ApplicationName = fields[3] })).Build();
            var result = await provider.DialAsync(new DialRequest(PhoneNumber.Parse(fields[0]!))
            {
                Subject = new() { Person = new() { Name = fields[1] } },
                AcceptTimeout = TimeSpan.FromSeconds(5),
            });
            Console.WriteLine($"{result.Status} {result.Reason} {result.NativeCode}{(result.Message?.Contains("code page", StringComparison.Ordinal) is true ? " code page" : "")}");
        }
    }

    /// <summary>Prints who will get the calls.</summary>
    public static async Task StatusAsync(string[] arguments)
    {
        var status = await new TapiTelephonyProvider().GetStatusAsync();
        Console.WriteLine($"{status.State} {status.Handler}");
    }
}
