namespace PhoneLink.Windows;

/// <summary>What can be run on Windows, by name.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Func<string[], Task>> All { get; } = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
    {
        ["policies"] = PoliciesAsync,
        ["preference-file"] = PreferenceFileAsync,
        ["bridge"] = Bridge.LinkAsync,
        ["unbridge"] = Bridge.UnlinkAsync,
        ["shell"] = Handler.ShellAsync,
        ["clicks"] = Handler.ClicksAsync,
        ["split"] = CommandLines.SplitAsync,
        ["machine"] = MachineScope.RunAsync,
        ["phone"] = Crash.Telephone.RunAsync,
        ["local-calls"] = LocalCalls.DialAsync,
        ["tapi"] = Telephony.DialAsync,
        ["tapi-status"] = Telephony.StatusAsync,
    };

    /// <summary>Prints every policy, and what serves a user who chose a format; the argument is a vendor's subkey.</summary>
    private static async Task PoliciesAsync(string[] arguments)
    {
        var policies = arguments.Length == 0 ? new WindowsPolicyPreferenceSource() : new WindowsPolicyPreferenceSource(arguments[0]);
        foreach (var entry in await policies.GetAsync(PreferenceScope.Current))
            Console.WriteLine($"{entry} = {entry.Value}");

        var user = new MemoryPreferenceSource();
        user.Set(new("Format", "sip:%p", PreferenceLevel.User), "42");
        var preferences = await new PreferenceResolver([policies, user]).ResolveAsync(new() { User = "42" });
        Console.WriteLine($"serves: {preferences.Format}");
        Console.WriteLine(preferences.Explain(PhonePreferenceKeys.Format));
    }

    /// <summary>Writes a preference file, the argument, from two sides at once while it is read.</summary>
    private static async Task PreferenceFileAsync(string[] arguments)
    {
        const int Writes = 10;
        var path = arguments[0];
        await new JsonPreferenceFile(path).SetAsync(new("Format", "callto:%p", PreferenceLevel.System));
        var writers = new[] { "1", "2" }.Select(user => Task.Run(async () =>
        {
            var file = new JsonPreferenceFile(path);
            for (var i = 0; i < Writes; i++)
                await file.SetAsync(new($"Key{i}", user, PreferenceLevel.User), user);
        })).ToList();

        var reader = new JsonPreferenceFile(path);
        var (torn, reads) = (0, 0);
        for (; !writers.TrueForAll(static writer => writer.IsCompleted); reads++)
            torn += (await new PreferenceResolver([reader]).ResolveAsync()).Format.Scheme == "callto" && reader.Status is PreferenceFileStatus.Read ? 0 : 1;

        await Task.WhenAll(writers);
        Console.WriteLine($"torn: {torn} of {(reads > 0 ? "many" : "none")}");
        foreach (var user in new[] { "1", "2" })
            Console.WriteLine($"user {user}: {(await reader.GetAsync(new() { User = user })).Count(entry => entry.Level is PreferenceLevel.User)}");
    }
}
