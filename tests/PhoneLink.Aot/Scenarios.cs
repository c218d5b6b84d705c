using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhoneLink.Activation;
using PhoneLink.Registration;

namespace PhoneLink.Aot;

/// <summary>What the documentation promises, in the order in which a user meets it; null means that it holds.</summary>
internal static class Scenarios
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private static readonly CallSubject Subject = new()
    {
        Person = new() { FirstName = "Ada", LastName = "Lovelace" },
        Company = new() { Name = "Joe & sons" },
    };

    public static IReadOnlyList<(string Name, Func<Task<string?>> Run)> All { get; } =
    [
        ("expand a format", () => Check(PhoneLinkFormat.Parse("tel:%p").Expand(Number) == "tel:+4722517000")),
        ("take a link apart", () => Check(TakesApart())),
        ("parse a link", () => Check(TelephonyUri.Parse("tel:+47-22517000;ext=12") is TelUri { Number.Extension: "12" })),
        ("plan, apply, read back and revert a registration", RegisterAsync),
        ("compose without services", WithoutServicesAsync),
        ("compose with services", WithServicesAsync),
        ("a link without an answerer is blocked", BlockedAsync),
        ("resolve preferences of a configuration and a file", PreferencesAsync),
        ("ask the numbering plan", () => Check(AsksThePlan())),
        ("dial by a telephony listener", DialLocallyAsync),
        ("take an activation's arguments", () => Check(ProtocolActivation.TryGetUri(["--phonelink", "--", "domycall:+47"], ["domycall"], out _, out _))),
    ];

    private static Task<string?> Check(bool holds) => Task.FromResult(holds ? null : "it does not hold");

    private static bool TakesApart()
    {
        var format = PhoneLinkFormat.Parse("domycall:%p?name=<attn>&company=<name>");
        return format.TryMatch(format.Expand(Number, Subject), out var match)
            && match.Number == Number
            && match.Variables["attn"] == "Ada Lovelace"
            && match.Variables["name"] == "Joe & sons";
    }

    private static bool AsksThePlan()
    {
        var services = new ServiceCollection();
        services.AddPhoneLink().AddNumberingPlan();
        using var provider = services.BuildServiceProvider();
        var plan = provider.GetRequiredService<INumberingPlan>();
        var analysis = plan.Analyze(PhoneNumber.Parse("22 51 70 00 x12"), "no");
        return analysis is { Canonical: { Digits: "+4722517000", Extension: "12" }, Kind: NumberKind.Fixed, Region: "NO", International: "+47 22 51 70 00" }
            && plan.Analyze(PhoneNumber.Parse("112"), "NO") is { Canonical.Digits: "112", Kind: NumberKind.Emergency }
            && plan.Analyze(PhoneNumber.Parse("24280"), "US").Kind is NumberKind.Premium
            && plan.FindRegion("us")?.InternationalPrefix == "011";
    }

    private static async Task<string?> RegisterAsync()
    {
        if (!OperatingSystem.IsLinux())
            return null;

        var root = Directory.CreateTempSubdirectory("phonelink-aot-");
        try
        {
            foreach (var variable in new[] { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_DIRS" })
                Environment.SetEnvironmentVariable(variable, root.CreateSubdirectory(variable).FullName);

            var registrar = ProtocolRegistrar.ForCurrentOS();
            var receipt = await registrar.ApplyAsync(registrar.Plan(new("domycall", "Contoso Phone", Environment.ProcessPath!)));
            var status = (await registrar.GetStatusAsync("domycall")).Status;
            await registrar.RevertAsync(RegistrationReceipt.Parse(receipt.ToJson()));
            var left = root.EnumerateFiles("*", SearchOption.AllDirectories).Count();
            return status is RegistrationStatus.Default && left == 0 ? null : $"status {status}, {left} files left";
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task<string?> WithoutServicesAsync()
    {
        var phone = new TelephonyProviderBuilder(new LinkTelephonyProvider(PhoneLinkFormat.Default)).UseDefaults().Build();
        var result = await phone.DialAsync(new DialRequest(Number) { Subject = Subject, DryRun = true });
        return result is { Status: DialStatus.DryRun, Link.OriginalText: "tel:+4722517000" } ? null : result.ToString();
    }

    private static async Task<string?> WithServicesAsync()
    {
        var services = new ServiceCollection();
        services.Configure<PhoneLinkOptions>(static options => options.Format = "callto:%p");
        services.AddPhoneLink().ConfirmWith(static (_, _) => Task.FromResult(true));
        await using var provider = services.BuildServiceProvider();
        var result = await provider.GetRequiredService<ITelephonyProvider>().DialAsync(new DialRequest(Number) { DryRun = true, Cause = DialCause.Link });
        return result is { Status: DialStatus.DryRun, Link.OriginalText: "callto:+4722517000" } ? null : result.ToString();
    }

    private static async Task<string?> PreferencesAsync()
    {
        var root = Directory.CreateTempSubdirectory("phonelink-aot-");
        try
        {
            var file = new JsonPreferenceFile(Path.Combine(root.FullName, "phone.json"));
            await file.SetAsync(new("Format", "domycall:%p?name=<attn>", PreferenceLevel.Group) { LockedAt = PreferenceLevel.Group }, "sales");
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("PhoneLink:Users:42:Format", "callto:%p")]).Build();
            var services = new ServiceCollection().AddSingleton<IPreferenceSource>(file).AddPhoneLink(configuration).Services;
            await using var provider = services.BuildServiceProvider();
            var resolver = provider.GetRequiredService<PreferenceResolver>();

            var user = await resolver.ResolveAsync(new() { User = "42" });
            var bound = await resolver.ResolveAsync(new() { User = "42", Group = "sales" });
            return user.Format.Scheme == "callto" && bound.Format.Scheme == "domycall" && bound.Problems is [{ Kind: PreferenceProblemKind.Locked }]
                ? null
                : bound.Explain(PhonePreferenceKeys.Format).ToString();
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>Both ends in one process: what travels between them is read and written without reflection.</summary>
    private static async Task<string?> DialLocallyAsync()
    {
        var name = Guid.NewGuid().ToString();
        var links = new LinkTelephonyProvider(PhoneLinkFormat.Default);
        await using var listener = await LocalTelephonyListener.StartAsync(name, new TelephonyProviderBuilder(links).UseDefaults().Build());
        await using var phone = new LocalListenerTelephonyProvider(new(name));
        var request = new DialRequest(Number) { Subject = Subject, DryRun = true };
        var (result, blocked) = (await phone.DialAsync(request), await phone.DialAsync(request with { Cause = DialCause.Link }));
        return (result, blocked) is ({ Status: DialStatus.DryRun, Link.OriginalText: "tel:+4722517000" }, { Status: DialStatus.Blocked, Reason: DialReason.ConfirmationMissing })
            && await phone.HangUpAsync(request.CallId) is HangUpStatus.NoCall
            && (await phone.GetStatusAsync()).State == (await links.GetStatusAsync()).State
            ? null
            : $"{result}, {blocked}";
    }

    private static async Task<string?> BlockedAsync()
    {
        var result = await new TelephonyProviderBuilder().UseDefaults().Build().DialAsync(new DialRequest(Number) { Cause = DialCause.Link });
        return result is { Status: DialStatus.Blocked, Reason: DialReason.ConfirmationMissing } ? null : result.ToString();
    }
}
