using System.Globalization;
using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Tests;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Interop;

/// <summary>A real process is killed before each change that it makes; the next one makes things sound.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationCrashTests
{
    private const int MostChanges = 60;

    [ToolTheory]
    [InlineData("revert")]
    [InlineData("unregister")]
    [InlineData("repair")]
    [Requirement("REG-31")]
    public async Task A_process_killed_in_apply_leaves_what_the_next_one_takes_back_to_the_byte(string how)
    {
        var deaths = 0;
        while (true)
        {
            using var desktop = Difficult();
            var registrar = RegistrarOf(desktop);
            var before = desktop.Snapshot();
            var died = await DiesAsync(desktop, "apply", deaths + 1);

            if (how == "repair")
            {
                await registrar.RepairAsync(desktop.Wanted);
                (await registrar.VerifyAsync(desktop.Wanted)).ToString().Should().Be("domycall: registered and sound", "death at change {0}", deaths + 1);
            }

            if (how == "revert" && registrar.ListReceipts() is [var receipt])
                await registrar.RevertAsync(receipt);
            else
                await registrar.UnregisterAsync(desktop.Wanted);

            RemoveEmptyStateHome(desktop);
            desktop.Snapshot().Should().Equal(before, "death at change {0}", deaths + 1);
            if (!died)
                break;

            deaths++;
        }

        deaths.Should().BeInRange(9, MostChanges);
    }

    [ToolTheory]
    [InlineData("revert")]
    [InlineData("unregister")]
    [Requirement("REG-31")]
    public async Task A_process_killed_while_it_takes_back_leaves_what_the_next_one_finishes(string how)
    {
        var deaths = 0;
        while (true)
        {
            using var desktop = Difficult();
            var registrar = RegistrarOf(desktop);
            var before = desktop.Snapshot();
            var receipt = await registrar.ApplyAsync(registrar.Plan(desktop.Wanted));
            var died = await DiesAsync(desktop, how, deaths + 1);

            if (how == "revert")
                await registrar.RevertAsync(receipt);
            else
                await registrar.UnregisterAsync(desktop.Wanted);

            RemoveEmptyStateHome(desktop);
            desktop.Snapshot().Should().Equal(before, "death at change {0}", deaths + 1);
            if (!died)
                break;

            deaths++;
        }

        deaths.Should().BeInRange(6, MostChanges);
    }

    [ToolTheory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("REG-31")]
    public async Task A_process_killed_beside_an_exchange_of_files_loses_nothing(bool isRepaired)
    {
        for (var death = 1; ; death++)
        {
            using var desktop = Difficult();
            var before = desktop.Snapshot();
            var died = await DiesAsync(desktop, "apply", 0, Text(death));

            await TakeBackAsync(desktop, isRepaired);
            desktop.Snapshot().Should().Equal(before, "death {0}", death);
            if (died)
                continue;

            death.Should().BeGreaterThan(4, "there is more than one exchange");
            break;
        }
    }

    [ToolTheory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("REG-31")]
    [Requirement("REG-33")]
    public async Task A_process_killed_while_it_holds_another_programs_list_loses_nothing(bool isRepaired)
    {
        for (var death = 1; ; death++)
        {
            using var desktop = Difficult();
            await File.AppendAllTextAsync(desktop.Lists, "\n");
            var before = await File.ReadAllTextAsync(desktop.Lists);
            var (code, _) = await Crash.RunAsync(desktop, "apply", "0", desktop.Wanted.Scheme, desktop.Program, Text(death), desktop.Lists);

            await TakeBackAsync(desktop, isRepaired);
            var exchange = (death + 1) / 2;
            var foreign = Enumerable.Range(1, Math.Min((exchange + 1) / 2, 3)).Select(static n => $"x-scheme-handler/foreign{n}=x.desktop\n");
            (await File.ReadAllTextAsync(desktop.Lists)).Should().Be(before + string.Concat(foreign), "death {0}", death);
            Directory.GetFiles(desktop.Desktop["config"]).Should().ContainSingle("death {0}", death);
            if (code == Crash.Killed)
                continue;

            code.Should().Be(1, "three tries end in a conflict");
            death.Should().Be((3 * 2 * 2) + 1, "each try exchanges there and back");
            break;
        }
    }

    private static async Task TakeBackAsync(RegisteredDesktop desktop, bool isRepaired)
    {
        if (isRepaired)
            await RegistrarOf(desktop).RepairAsync(desktop.Wanted);

        await RegistrarOf(desktop).UnregisterAsync(desktop.Wanted);
        RemoveEmptyStateHome(desktop);
    }

    private static async Task<bool> DiesAsync(RegisteredDesktop desktop, string what, int change, params string[] more)
    {
        var (code, errors) = await Crash.RunAsync(desktop, [what, Text(change), desktop.Wanted.Scheme, desktop.Program, .. more]);
        code.Should().BeOneOf([0, Crash.Killed], errors);
        return code != 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>XDG_STATE_HOME is nobody's own: without a receipt that tells who made it, it stays. Fails if anything is in it.</summary>
    private static void RemoveEmptyStateHome(RegisteredDesktop desktop)
    {
        if (Directory.Exists(desktop.Desktop["state"]))
            Directory.Delete(desktop.Desktop["state"]);
    }

    private static ProtocolRegistrar RegistrarOf(RegisteredDesktop desktop) =>
        desktop.RegistrarOn(PhysicalFileSystem.Instance, new SystemProcessRunner(TimeProvider.System));

    private static RegisteredDesktop Difficult()
    {
        var desktop = new RegisteredDesktop("my app/phone");
        desktop.Desktop.With("config/mimeapps.list", "# mine\n[Default Applications]\nx-scheme-handler/tel=a.desktop").WithEntry("data/applications/a.desktop");
        return desktop;
    }
}
