using System.Globalization;
using PhoneLink.Registration;
using PhoneLink.Registration.Freedesktop;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Crash;

/// <summary>What can be run, by name.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Func<string[], Task>> All { get; } = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
    {
        ["apply"] = static arguments => RunAsync(arguments, static (registrar, wanted) => registrar.ApplyAsync(registrar.Plan(wanted))),
        ["repair"] = static arguments => RunAsync(arguments, static (registrar, wanted) => registrar.RepairAsync(wanted)),
        ["revert"] = static arguments => RunAsync(arguments, static (registrar, wanted) => registrar.RevertAsync(registrar.ListReceipts().Single(receipt => receipt.Scheme == wanted.Scheme))),
        ["unregister"] = static arguments => RunAsync(arguments, static (registrar, wanted) => registrar.UnregisterAsync(wanted)),
        ["loop"] = LoopAsync,
        ["write"] = ForeignWriter.RunAsync,
        ["phone"] = Telephone.RunAsync,
        ["dial"] = Dialler.RunAsync,
    };

    /// <summary>Does one thing to a registration; <c>CHANGE SCHEME PROGRAM [EXCHANGE [LIST]]</c>.</summary>
    /// <remarks>
    /// The process dies just before the change of this number, or before (odd) or after (even) an exchange of files; 0 is never. With a
    /// list, the exchanges are those of the list, and just before each first one of two another program writes it.
    /// </remarks>
    private static async Task RunAsync(string[] arguments, Func<ProtocolRegistrar, ProtocolRegistration, Task> run)
    {
        var exchange = arguments.Length > 3 ? new DeadlyExchange(Number(arguments[3]), arguments.ElementAtOrDefault(4)) : null;
        var real = exchange is null ? PhysicalFileSystem.Instance : new PhysicalFileSystem(exchange.Exchange);
        await run(RegistrarOn(new FaultyFileSystem(Number(arguments[0]), Death.Now) { Real = real }), Wanted(arguments[1], arguments[2]));
    }

    /// <summary>Registers and unregisters again and again, and registers at the end; <c>ROUNDS SCHEME PROGRAM</c>.</summary>
    private static async Task LoopAsync(string[] arguments)
    {
        var registrar = RegistrarOn(PhysicalFileSystem.Instance);
        var wanted = Wanted(arguments[1], arguments[2]);
        for (var i = 0; i < Number(arguments[0]); i++)
        {
            await registrar.ApplyAsync(registrar.Plan(wanted));
            await registrar.UnregisterAsync(wanted);
        }

        await registrar.ApplyAsync(registrar.Plan(wanted));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static ProtocolRegistration Wanted(string scheme, string program) => new(scheme, "Contoso Phone", program);

    private static ProtocolRegistrar RegistrarOn(IFileSystem files) =>
        new(new FreedesktopPlatform(files, new SystemProcessRunner(TimeProvider.System), SystemEnvironment.Instance), TimeProvider.System);
}
