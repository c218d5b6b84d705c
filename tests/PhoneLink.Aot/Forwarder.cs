using PhoneLink.Activation;

namespace PhoneLink.Aot;

/// <summary>A handler that forwards each link to the operating system again, as a careless one would: the loop guard must end it.</summary>
internal static class Forwarder
{
    /// <summary>The exit code says how the dial ended.</summary>
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
        await Console.Error.WriteLineAsync($"forwarder for {scheme}: {result.Status} {result.Reason}");
        return 0;
    }
}
