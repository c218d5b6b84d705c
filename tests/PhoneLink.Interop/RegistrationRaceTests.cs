using System.Globalization;
using System.Runtime.Versioning;
using PhoneLink.Interop.Tools;
using PhoneLink.Registration;
using PhoneLink.Tests;
using PhoneLink.Tests.Registration;

namespace PhoneLink.Interop;

/// <summary>Real processes that write the same files at the same time.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationRaceTests
{
    private const string List = "# mine\n[Default Applications]\nx-scheme-handler/tel=a.desktop;b.desktop\n\n[Added Associations]\ntext/plain=a.desktop\n";

    [ToolTheory]
    [InlineData("domycall", "domycall2")]
    [InlineData("domycall", "domycall")]
    [Requirement("REG-32")]
    public async Task Two_processes_that_register_and_unregister_at_once_lose_nothing(string first, string second)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", List);
        var before = desktop.Snapshot();
        var registrar = RegistrarOf(desktop);
        var schemes = new[] { first, second }.Distinct().ToList();

        var outcomes = await Task.WhenAll(new[] { first, second }.Select(scheme => Crash.RunAsync(desktop, "loop", "25", scheme, desktop.Program)));

        outcomes.Should().OnlyContain(static outcome => outcome.Code == 0, string.Concat(outcomes.Select(static outcome => outcome.Errors)));
        registrar.ListReceipts().Select(static receipt => receipt.Scheme).Should().BeEquivalentTo(schemes);
        var lines = (await File.ReadAllTextAsync(desktop.Lists)).Split('\n').ToList();
        foreach (var scheme in schemes)
        {
            (await registrar.VerifyAsync(desktop.Wanted with { Scheme = scheme })).ToString().Should().Be($"{scheme}: registered and sound");
            lines.Remove($"x-scheme-handler/{scheme}=phonelink-{scheme}.desktop;").Should().BeTrue();
        }

        lines.Should().Equal(List.Split('\n'));
        foreach (var scheme in schemes)
            (await registrar.UnregisterAsync(desktop.Wanted with { Scheme = scheme })).Should().BeTrue();

        // One process goes while the other comes: then nobody knows any more who had made XDG_STATE_HOME. Fails if anything is in it.
        if (Directory.Exists(desktop.Desktop["state"]))
            Directory.Delete(desktop.Desktop["state"]);

        desktop.Snapshot().Should().Equal(before);
    }

    /// <summary>No lock that a foreign program heeds exists: it runs freely, and now and then writes in the very moment.</summary>
    [ToolFact]
    [Requirement("REG-33")]
    public async Task Two_hundred_rounds_beside_a_program_without_a_lock_lose_none_of_its_lines()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", List);
        var registrar = RegistrarOf(desktop);
        var stop = desktop.Desktop["stop"];
        var writer = Sample.RunAsync(Sample.Crash, ["write", desktop.Lists, stop]);
        var done = 0;
        try
        {
            for (var i = 0; i < 200; i++)
            {
                done += await TryAsync(() => registrar.ApplyAsync(registrar.Plan(desktop.Wanted)));
                done += await TryAsync(() => registrar.UnregisterAsync(desktop.Wanted));
            }
        }
        finally
        {
            await File.WriteAllTextAsync(stop, "");
        }

        var (code, output, errors) = await writer;
        code.Should().Be(0, errors);
        done.Should().BeGreaterThan(200, "conflicts are rare");

        // What the program wrote back out of what it had read before is no loss of ours; the marks tell of it.
        while (await registrar.UnregisterAsync(desktop.Wanted))
            done++;

        var count = int.Parse(output, CultureInfo.InvariantCulture);
        count.Should().BeGreaterThan(100);
        var foreign = Enumerable.Range(1, count).Select(static n => $"x-scheme-handler/foreign{n}=x.desktop\n");
        (await File.ReadAllTextAsync(desktop.Lists)).Should().Be(List + string.Concat(foreign));
        Directory.GetFiles(desktop.Desktop["config"]).Should().ContainSingle();
    }

    private static async Task<int> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return 1;
        }
        catch (RegistrationException exception) when (exception.Failure is RegistrationFailure.Conflict)
        {
            return 0; // The only other end.
        }
    }

    private static ProtocolRegistrar RegistrarOf(RegisteredDesktop desktop) =>
        desktop.RegistrarOn(PhysicalFileSystem.Instance, new SystemProcessRunner(TimeProvider.System));
}
