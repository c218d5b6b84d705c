using System.Runtime.Versioning;
using PhoneLink.Registration;

namespace PhoneLink.Tests.Registration;

/// <summary>Verify, repair, reconcile.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationMaintenanceTests
{
    [Fact]
    [Requirement("REG-27")]
    public async Task Verify_says_in_words_what_is_wrong_and_repair_mends_it()
    {
        using var desktop = new RegisteredDesktop();
        (await ProblemsAsync(desktop)).Should().Contain(desktop.Entry).And.Contain(desktop.Lists).And.Contain("There is no receipt");

        await desktop.ApplyAsync();
        (await ProblemsAsync(desktop)).Should().Be("domycall: registered and sound");

        File.Delete(desktop.Entry);
        (await ProblemsAsync(desktop)).Should().Contain($"'{desktop.Entry}' is missing or not as registered");

        await desktop.Registrar.RepairAsync(desktop.Wanted);
        (await ProblemsAsync(desktop)).Should().Be("domycall: registered and sound");
    }

    [Fact]
    [Requirement("REG-27")]
    public async Task Verify_names_a_program_that_is_gone_and_repair_registers_it_where_it_is_now()
    {
        using var desktop = new RegisteredDesktop();
        var before = desktop.Snapshot();
        await desktop.ApplyAsync();
        File.Move(desktop.Program, desktop.Desktop["bin/moved"]);

        (await desktop.Registrar.VerifyAsync(desktop.Wanted)).Problems.Should().Contain(problem => problem.Kind == RegistrationProblemKind.Refused && problem.Message.Contains(desktop.Program));
        await desktop.Registrar.RepairAsync(desktop.Wanted with { Executable = desktop.Desktop["bin/moved"] });

        (await desktop.Registrar.GetStatusAsync("domycall")).Should().BeEquivalentTo(new { Status = RegistrationStatus.Default, Executable = desktop.Desktop["bin/moved"] });
        await desktop.Registrar.UnregisterAsync(desktop.Wanted);
        File.Move(desktop.Desktop["bin/moved"], desktop.Program);
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-27")]
    public async Task Repair_does_not_take_a_scheme_back_that_the_user_gave_to_another_program()
    {
        using var desktop = new RegisteredDesktop();
        await desktop.ApplyAsync();
        desktop.Desktop.WithEntry("data/applications/other.desktop");
        const string Chosen = "[Default Applications]\nx-scheme-handler/domycall=other.desktop\n";
        await File.WriteAllTextAsync(desktop.Lists, Chosen);
        File.Delete(desktop.Entry);

        await desktop.Registrar.RepairAsync(desktop.Wanted);

        (await File.ReadAllTextAsync(desktop.Lists)).Should().Be(Chosen);
        File.Exists(desktop.Entry).Should().BeTrue();
        (await desktop.Registrar.VerifyAsync(desktop.Wanted)).Problems.Should().ContainSingle().Which.Kind.Should().Be(RegistrationProblemKind.OtherDefault);

        await desktop.Registrar.RepairAsync(desktop.Wanted with { ReplaceOtherHandler = true });
        (await ProblemsAsync(desktop)).Should().Be("domycall: registered and sound");
    }

    [Fact]
    [Requirement("REG-28")]
    public async Task Reconcile_adds_what_an_update_brings_removes_what_it_drops_and_spares_other_products()
    {
        using var desktop = new RegisteredDesktop();
        var before = desktop.Snapshot();
        ProtocolRegistration Of(string scheme, string product) => new(scheme, scheme, desktop.Program) { Product = product };
        await desktop.Registrar.ReconcileAsync("Ours", [Of("domycall", "Ours"), Of("olddial", "Ours")]);
        await desktop.Registrar.ReconcileAsync("Theirs", [Of("theirdial", "Theirs")]);

        await desktop.Registrar.ReconcileAsync("Ours", [Of("domycall", "Ours"), Of("newdial", "Ours")]);

        desktop.Registrar.ListReceipts().Select(static receipt => receipt.Scheme).Should().Equal("domycall", "newdial", "theirdial");
        (await desktop.Registrar.GetStatusAsync("olddial")).Status.Should().Be(RegistrationStatus.NotRegistered);
        await desktop.Registrar.Awaiting(it => it.ReconcileAsync("Ours", [Of("x1", "Theirs")])).Should().ThrowAsync<ArgumentException>().WithMessage("*'Theirs'*");
        await desktop.Registrar.Awaiting(it => it.ReconcileAsync("Ours", [Of("domycall", "Ours"), Of("DOMYCALL", "Ours")])).Should().ThrowAsync<ArgumentException>().WithMessage("*one application id*");

        await desktop.Registrar.ReconcileAsync("Ours", []);
        await desktop.Registrar.ReconcileAsync("Theirs", []);
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-28")]
    public void An_instance_suffix_keeps_two_installations_apart()
    {
        using var desktop = new RegisteredDesktop();
        var plan = desktop.Registrar.Plan(desktop.Wanted with { InstanceSuffix = "dev" });

        plan.Registration.Should().BeEquivalentTo(new { ApplicationId = "phonelink-domycall-dev", Product = "Contoso Phone (dev)" });
        desktop.Registrar.Plan(plan.Registration).Registration.Should().Be(plan.Registration);
        desktop.Invoking(it => it.Registrar.Plan(it.Wanted with { InstanceSuffix = "../x" })).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.InvalidName);
    }

    [Fact]
    [Requirement("REG-29")]
    public async Task Processes_that_register_at_the_same_time_wait_for_each_other_and_lose_nothing()
    {
        using var desktop = new RegisteredDesktop();
        var before = desktop.Snapshot();
        var wanted = Enumerable.Range(0, 12).Select(i => desktop.Wanted with { Scheme = $"scheme{i}" }).ToList();

        await Task.WhenAll(wanted.Select(one => Task.Run(() => desktop.Registrar.RepairAsync(one))));
        desktop.Registrar.ListReceipts().Should().HaveCount(wanted.Count);
        foreach (var one in wanted)
            (await desktop.Registrar.VerifyAsync(one)).IsSound.Should().BeTrue();

        await Task.WhenAll(wanted.Select(one => Task.Run(() => desktop.Registrar.UnregisterAsync(one))));
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-28")]
    public void There_are_no_receipts_of_the_machine_here()
    {
        using var desktop = new RegisteredDesktop();

        desktop.Invoking(static it => it.Registrar.ListReceipts(RegistrationScope.Machine)).Should().Throw<RegistrationException>().Which.Failure.Should().Be(RegistrationFailure.NotSupported);
    }

    [Fact]
    [Requirement("REG-30")]
    public async Task WaitForDefault_ends_when_the_user_has_chosen()
    {
        using var desktop = new RegisteredDesktop();
        var time = new ManualTimeProvider();
        var waiting = desktop.RegistrarOn(PhysicalFileSystem.Instance, time: time).WaitForDefaultAsync("DOMYCALL", Timeout.InfiniteTimeSpan);
        await AdvanceAsync(time, TimeSpan.FromMinutes(3));
        waiting.IsCompleted.Should().BeFalse();

        await desktop.ApplyAsync();
        await AdvanceAsync(time, TimeSpan.FromSeconds(1));

        (await waiting).Status.Should().Be(RegistrationStatus.Default);
    }

    [Theory]
    [InlineData(null, 120.0)]
    [InlineData(2.5, 2.5)]
    [InlineData(0.0, 0.0)]
    [Requirement("REG-30")]
    public async Task WaitForDefault_ends_when_the_time_has_passed_and_not_before(double? timeout, double seconds)
    {
        using var desktop = new RegisteredDesktop();
        var time = new ManualTimeProvider();
        var waiting = desktop.RegistrarOn(PhysicalFileSystem.Instance, time: time).WaitForDefaultAsync("domycall", timeout is { } t ? TimeSpan.FromSeconds(t) : null);

        var passed = 0.0;
        while (!waiting.IsCompleted && passed < 1000)
        {
            passed += 0.5;
            await AdvanceAsync(time, TimeSpan.FromSeconds(0.5));
        }

        passed.Should().Be(seconds);
        (await waiting).Status.Should().Be(RegistrationStatus.NotRegistered);
    }

    [Fact]
    [Requirement("REG-30")]
    public async Task WaitForDefault_refuses_a_negative_time_and_heeds_the_token()
    {
        using var desktop = new RegisteredDesktop();
        using var source = new CancellationTokenSource();
        var waiting = desktop.Registrar.WaitForDefaultAsync("other", null, source.Token);

        await source.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        await desktop.Registrar.Awaiting(static it => it.WaitForDefaultAsync("other", TimeSpan.FromSeconds(-2))).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    /// <summary>What waits goes on before this returns: outside the test's own context its continuation runs at once.</summary>
    private static Task AdvanceAsync(ManualTimeProvider time, TimeSpan by) => Task.Run(() => time.Advance(by));

    private static async Task<string> ProblemsAsync(RegisteredDesktop desktop) => (await desktop.Registrar.VerifyAsync(desktop.Wanted)).ToString();
}
