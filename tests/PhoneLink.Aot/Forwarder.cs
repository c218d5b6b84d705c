using PhoneLink.Activation;

namespace PhoneLink.Aot;

/// <summary>A handler that forwards each link to the operating system again, as a careless one would: the loop guard must end it.</summary>
internal static class Forwarder
{
    /// <summary>Names a file for how each dial ended.</summary>
    private const string LogVariable = "FORWARDER_LOG";

    public static async Task<int> RunAsync(string scheme, string format, string[] activation)
    {
        if (!ProtocolActivation.TryGetUri(activation, [scheme], out var link, out var refusal))
        {
            await Console.Error.WriteLineAsync($"forwarder for {scheme}: refused, {refusal}");
            return 0;
        }

        var phone = new TelephonyProviderBuilder(new LinkTelephonyProvider(PhoneLinkFormat.Parse(format)))
            .UseConfirmation(static (_, _) => Task.FromResult(true))
            .Build();
        var result = await phone.DialAsync(new DialRequest(link) { Cause = DialCause.Link });
        if (Environment.GetEnvironmentVariable(LogVariable) is { Length: > 0 } log)
            await File.AppendAllTextAsync(log, $"{scheme}: {result.Status} {result.Reason}\n");

        return 0;
    }
}
