using System.Runtime.Versioning;
using PhoneLink.Registration;

namespace PhoneLink.Tests.Registration;

/// <summary>What a process that died half-way has left is completed, or taken back, by the next.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationRecoveryTests
{
    [Theory]
    [InlineData("revert")]
    [InlineData("unregister")]
    [InlineData("repair")]
    [Requirement("REG-24")]
    public async Task After_a_death_at_any_change_of_apply_the_next_process_makes_things_sound(string how)
    {
        var counter = new FaultyFileSystem();
        using (var desktop = Difficult())
            await desktop.RegistrarOn(counter).ApplyAsync(desktop.Registrar.Plan(desktop.Wanted));

        for (var n = 1; n <= counter.Changes; n++)
        {
            using var desktop = Difficult();
            var before = desktop.Snapshot();
            await DieAsync(desktop, n);

            if (how == "repair")
            {
                await desktop.Registrar.RepairAsync(desktop.Wanted);
                (await desktop.Registrar.VerifyAsync(desktop.Wanted)).ToString().Should().Be("domycall: registered and sound", "death at change {0}", n);
            }

            if (how == "revert" && desktop.Registrar.ListReceipts() is [var receipt])
                await desktop.Registrar.RevertAsync(receipt);
            else
                await desktop.Registrar.UnregisterAsync(desktop.Wanted);

            RemoveEmptyStateHome(desktop);
            desktop.Snapshot().Should().Equal(before, "death at change {0}", n);
        }
    }

    [Fact]
    [Requirement("REG-24")]
    public async Task After_a_death_at_any_change_of_revert_it_can_be_done_again()
    {
        var counter = new FaultyFileSystem();
        using (var desktop = Difficult())
        {
            var receipt = await desktop.ApplyAsync();
            await desktop.RegistrarOn(counter).RevertAsync(receipt);
        }

        for (var n = 1; n <= counter.Changes; n++)
        {
            using var desktop = Difficult();
            var before = desktop.Snapshot();
            var receipt = await desktop.ApplyAsync();
            try
            {
                await desktop.RegistrarOn(new FaultyFileSystem(n) { StaysDead = true }).RevertAsync(receipt);
            }
            catch (RegistrationException)
            {
                // It died; the directories of the receipts are removed last, and silently.
            }

            await desktop.Registrar.RevertAsync(receipt);
            desktop.Snapshot().Should().Equal(before, "death at change {0}", n);
        }
    }

    [Fact]
    [Requirement("REG-24")]
    public async Task A_temporary_file_of_a_dead_process_is_removed_and_another_programs_is_not()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/.mimeapps.list.abcdefgh.xyz", "another program's");
        var before = desktop.Snapshot();
        await File.WriteAllTextAsync(AtomicFile.TemporaryBeside(desktop.Lists), "half");

        await desktop.Registrar.RevertAsync(await desktop.ApplyAsync());

        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-25")]
    public async Task The_receipt_is_kept_where_the_documentation_says_and_goes_with_the_registration()
    {
        using var desktop = new RegisteredDesktop();

        var receipt = await desktop.ApplyAsync();
        var kept = await File.ReadAllTextAsync(desktop.Receipt);
        await desktop.Registrar.RevertAsync(receipt);

        kept.Should().Be(receipt.ToJson());
        File.Exists(desktop.Receipt).Should().BeFalse();
    }

    [Fact]
    [Requirement("REG-25")]
    public async Task A_kept_receipt_that_is_broken_is_named_and_nothing_is_changed()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("state/phonelink/registrations/phonelink-domycall.json", "{");
        var before = desktop.Snapshot();

        var failure = (await desktop.Awaiting(static it => it.ApplyAsync()).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.InvalidReceipt);
        failure.Message.Should().Contain(desktop.Receipt);
        desktop.Registrar.ListReceipts().Should().BeEmpty();
        desktop.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("bin/phone")]
    [InlineData("my app/phone")]
    [Requirement("REG-26")]
    public async Task Unregister_works_by_the_marks_when_the_receipt_is_lost(string program)
    {
        using var desktop = new RegisteredDesktop(program);
        desktop.Desktop.With("config/mimeapps.list", "# mine\n[Default Applications]\nx-scheme-handler/tel=a.desktop\n").WithEntry("data/applications/a.desktop");
        var before = desktop.Snapshot();
        await desktop.ApplyAsync();
        File.Delete(desktop.Receipt);

        (await desktop.Registrar.UnregisterAsync(desktop.Wanted)).Should().BeTrue();
        RemoveEmptyStateHome(desktop);
        desktop.Snapshot().Should().Equal(before);
        (await desktop.Registrar.UnregisterAsync(desktop.Wanted)).Should().BeFalse();
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-26")]
    public async Task Unregister_does_not_touch_another_programs_file_of_the_same_name()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.WithEntry("data/applications/phonelink-domycall.desktop", "MimeType=x-scheme-handler/domycall;");
        var before = desktop.Snapshot();

        var failure = (await desktop.Registrar.Awaiting(it => it.UnregisterAsync(desktop.Wanted)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        desktop.Snapshot().Should().Equal(before);
    }

    /// <summary>XDG_STATE_HOME is nobody's own: without a receipt that tells who made it, it stays. Fails if anything is in it.</summary>
    private static void RemoveEmptyStateHome(RegisteredDesktop desktop)
    {
        if (Directory.Exists(desktop.Desktop["state"]))
            Directory.Delete(desktop.Desktop["state"]);
    }

    private static RegisteredDesktop Difficult()
    {
        var desktop = new RegisteredDesktop("my app/phone");
        desktop.Desktop.With("config/mimeapps.list", "# mine\n[Default Applications]\nx-scheme-handler/tel=a.desktop").WithEntry("data/applications/a.desktop");
        return desktop;
    }

    private static async Task DieAsync(RegisteredDesktop desktop, int n)
    {
        var dying = desktop.RegistrarOn(new FaultyFileSystem(n) { StaysDead = true });
        await dying.Awaiting(it => it.ApplyAsync(it.Plan(desktop.Wanted))).Should().ThrowAsync<RegistrationException>("change {0}", n);
    }
}
