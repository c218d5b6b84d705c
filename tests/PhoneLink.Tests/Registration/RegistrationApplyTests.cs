using System.Runtime.Versioning;
using PhoneLink.Registration;

namespace PhoneLink.Tests.Registration;

[UnsupportedOSPlatform("windows")]
public sealed class RegistrationApplyTests
{
    private const string Other = "+data/applications/other.desktop | config/mimeapps.list: [Default Applications]~x-scheme-handler/domycall=other.desktop";

    [Fact]
    [Requirement("REG-8")]
    public async Task Apply_makes_the_program_the_default_and_revert_leaves_no_trace()
    {
        using var desktop = new RegisteredDesktop();
        var before = desktop.Snapshot();

        var receipt = await desktop.ApplyAsync();
        var status = await desktop.Registrar.GetStatusAsync("DOMYCALL");
        await desktop.Registrar.RevertAsync(RegistrationReceipt.Parse(receipt.ToJson()));

        status.Should().Be(new RegistrationInfo(RegistrationStatus.Default) { OwnerId = "phonelink-domycall.desktop", OwnerName = "Contoso Phone", Executable = desktop.Program });
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-9")]
    public async Task A_second_apply_writes_nothing_and_gives_the_receipt_that_takes_all_back()
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        var before = desktop.Snapshot();
        var first = await desktop.ApplyAsync();
        var applied = desktop.Snapshot();
        var files = new FaultyFileSystem();

        var second = await desktop.RegistrarOn(files).ApplyAsync(desktop.Registrar.Plan(desktop.Wanted));

        files.Changes.Should().Be(0);
        second.ToJson().Should().Be(first.ToJson());
        desktop.Snapshot().Should().Equal(applied);
        await desktop.Registrar.RevertAsync(second);
        desktop.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("REG-9")]
    public async Task A_program_that_moved_is_registered_anew_and_either_receipt_takes_all_back(bool first)
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        desktop.Desktop.WithProgram("my app 2/phone");
        var before = desktop.Snapshot();
        var earlier = await desktop.ApplyAsync();

        var later = await desktop.ApplyAsync(wanted => wanted with { Executable = desktop.Desktop["my app 2/phone"], DisplayName = "New", Product = "Contoso Phone" });
        (await desktop.Registrar.GetStatusAsync("domycall")).Executable.Should().Be(desktop.Desktop["my app 2/phone"]);

        await desktop.Registrar.RevertAsync(first ? earlier : later);
        desktop.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("REG-39")]
    public async Task An_id_that_nobody_chose_is_not_taken_from_another_product(bool isGone)
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        desktop.Desktop.WithProgram("my app 2/phone");
        await desktop.ApplyAsync();
        var before = desktop.Snapshot();
        if (isGone)
            File.Delete(desktop.Desktop["my app/phone"]);

        Task<RegistrationReceipt> ApplyAsync(bool replace) =>
            desktop.ApplyAsync(wanted => wanted with { Executable = desktop.Desktop["my app 2/phone"], DisplayName = "Fabrikam", Product = "Fabrikam", ReplaceOtherHandler = replace });

        if (!isGone)
        {
            var failure = (await FluentActions.Awaiting(() => ApplyAsync(false)).Should().ThrowAsync<RegistrationException>()).Which;
            failure.Failure.Should().Be(RegistrationFailure.OwnedByOther);
            failure.Message.Should().Contain("Contoso Phone").And.Contain("ApplicationId");
            desktop.Snapshot().Should().Equal(before);
        }

        (await ApplyAsync(!isGone)).Registration.Product.Should().Be("Fabrikam");
    }

    [Fact]
    [Requirement("REG-10")]
    public async Task Apply_does_not_take_a_scheme_from_another_program_silently()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.Apply(Other);
        var before = desktop.Snapshot();

        (await FailureAsync(desktop)).Message.Should().Contain("'other' (other.desktop)");
        desktop.Snapshot().Should().Equal(before);

        var receipt = await desktop.ApplyAsync(static wanted => wanted with { ReplaceOtherHandler = true });
        (await File.ReadAllTextAsync(desktop.Lists)).Should().Be("[Default Applications]\nx-scheme-handler/domycall=phonelink-domycall.desktop;other.desktop\n");
        await desktop.Registrar.RevertAsync(receipt);
        desktop.Snapshot().Should().Equal(before);
    }

    [Theory]
    [InlineData("[Desktop Entry]\nType=Application\nName=Else\nExec=/bin/true\n", "Else")]
    [InlineData("[Desktop Entry]\nName=Else\nMimeType=x-scheme-handler/domycall;\nX-PhoneLink-Owner=someone\n", "Else")]
    [InlineData("[Desktop Entry]\nName=Mine\nMimeType=x-scheme-handler/tel;\nX-PhoneLink-Owner=phonelink-domycall\n", "Mine")]
    [Requirement("REG-10")]
    public async Task Apply_does_not_write_over_a_desktop_file_that_is_not_its_own(string text, string name)
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("data/applications/phonelink-domycall.desktop", text);
        var before = desktop.Snapshot();

        var failure = await FailureAsync(desktop);

        failure.Failure.Should().Be(RegistrationFailure.OwnedByOther);
        failure.Message.Should().Contain($"'{name}'");
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-10")]
    public async Task Apply_does_not_write_over_a_file_where_the_launcher_goes()
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        desktop.Desktop.With("data/phonelink/phonelink-domycall", "precious");
        var before = desktop.Snapshot();

        (await FailureAsync(desktop)).Failure.Should().Be(RegistrationFailure.OwnedByOther);
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-11")]
    public async Task Apply_reports_a_list_that_is_a_symbolic_link_and_changes_nothing()
    {
        using var desktop = new RegisteredDesktop();
        var target = desktop.Desktop.With("dotfiles/mimeapps.list", "# mine\n")["dotfiles/mimeapps.list"];
        Directory.CreateDirectory(desktop.Desktop["config"]);
        File.CreateSymbolicLink(desktop.Lists, target);
        var before = desktop.Snapshot();

        var failure = await FailureAsync(desktop);

        failure.Failure.Should().Be(RegistrationFailure.SymbolicLink);
        failure.Message.Should().Contain(target);
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-11")]
    public async Task Apply_reports_a_desktop_file_that_is_a_symbolic_link()
    {
        using var desktop = new RegisteredDesktop();
        Directory.CreateDirectory(Path.GetDirectoryName(desktop.Entry)!);
        File.CreateSymbolicLink(desktop.Entry, "/nowhere");
        var before = desktop.Snapshot();

        (await FailureAsync(desktop)).Failure.Should().Be(RegistrationFailure.SymbolicLink);
        desktop.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("REG-11")]
    public async Task Apply_reports_a_list_that_has_another_name()
    {
        if (!OperatingSystem.IsLinux())
            return; // Only there can hard links be counted.

        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "# mine\n").Run("/bin/ln", desktop.Lists, desktop.Desktop["config/other-name"]).Code.Should().Be(0);

        (await FailureAsync(desktop)).Failure.Should().Be(RegistrationFailure.SymbolicLink);
    }

    [Fact]
    [Requirement("REG-12")]
    public async Task A_rollback_that_fails_too_is_reported_with_what_is_left()
    {
        using var desktop = new RegisteredDesktop();
        using var source = new CancellationTokenSource();
        var files = new FaultyFileSystem(failAt: 8) { BeforeReplace = _ => source.Cancel() }; // The receipt and its directory, two directories, the file; then the rollback takes back file, directories and receipt.

        var failure = (await desktop.RegistrarOn(files).Awaiting(it => it.ApplyAsync(desktop.Registrar.Plan(desktop.Wanted), source.Token)).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Message.Should().Contain($"'{desktop.Desktop["data"]}' was left as it is");
        File.Exists(desktop.Entry).Should().BeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("REG-12")]
    public async Task Whichever_change_fails_everything_is_as_before_and_the_step_is_named(bool existing)
    {
        using var desktop = new RegisteredDesktop("my app/phone");
        if (existing)
            desktop.Desktop.Apply("config/mimeapps.list: # mine~[Default Applications]~x-scheme-handler/domycall=gone.desktop | +data/applications/a.desktop");

        var before = desktop.Snapshot();
        var plan = desktop.Registrar.Plan(desktop.Wanted);
        var counter = new FaultyFileSystem();
        await desktop.Registrar.RevertAsync(await desktop.RegistrarOn(counter).ApplyAsync(plan));
        counter.Changes.Should().BeGreaterThan(3);

        for (var n = 1; n <= counter.Changes; n++)
        {
            var denied = n % 2 == 0;
            var files = new FaultyFileSystem(n, denied ? static () => new UnauthorizedAccessException("denied") : null);
            var failure = (await desktop.RegistrarOn(files).Awaiting(it => it.ApplyAsync(plan)).Should().ThrowAsync<RegistrationException>()).Which;

            failure.Failure.Should().Be(denied ? RegistrationFailure.AccessDenied : RegistrationFailure.StepFailed);
            plan.Steps.Select(static step => step.Description).Prepend(null).Should().Contain(failure.Step, "before the first step the receipts' directory is made");
            desktop.Snapshot().Should().Equal(before, "change {0} failed", n);
        }
    }

    [Fact]
    [Requirement("REG-12")]
    public async Task A_failing_tool_or_a_cancellation_in_between_leaves_no_trace()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.WithProgram("bin/update-desktop-database");
        var before = desktop.Snapshot();
        var plan = desktop.Registrar.Plan(desktop.Wanted);
        using var source = new CancellationTokenSource();
        var files = new FaultyFileSystem { BeforeReplace = _ => source.Cancel() };

        await desktop.RegistrarOn(files).Awaiting(it => it.ApplyAsync(plan, source.Token)).Should().ThrowAsync<OperationCanceledException>();
        desktop.Snapshot().Should().Equal(before);

        desktop.Processes.Answer = static _ => new(ProcessEnd.NotStarted, 8);
        await desktop.Registrar.RevertAsync(await desktop.Registrar.ApplyAsync(plan));
        desktop.Snapshot().Should().Equal(before);
        desktop.Processes.Commands.Should().HaveCount(2).And.OnlyContain(command => command.Program == desktop.Desktop["bin/update-desktop-database"]);
    }

    [Fact]
    [Requirement("REG-13")]
    public async Task Apply_starts_again_when_another_program_changes_the_list_under_its_hand()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "[Default Applications]\na=b.desktop\n");
        var rounds = 0;
        var files = new FaultyFileSystem { BeforeReplace = path => Disturb(path, desktop.Lists, ref rounds, 2) };

        await desktop.RegistrarOn(files).ApplyAsync(desktop.Registrar.Plan(desktop.Wanted));

        (await File.ReadAllTextAsync(desktop.Lists)).Should().Be(
            "[Default Applications]\nx-scheme-handler/domycall=phonelink-domycall.desktop;\na=b.desktop\nforeign1=x.desktop\nforeign2=x.desktop\n");
    }

    [Fact]
    [Requirement("REG-13")]
    public async Task Apply_gives_up_with_a_conflict_and_keeps_every_foreign_line()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "[Default Applications]\na=b.desktop\n");
        var rounds = 0;
        var files = new FaultyFileSystem { BeforeReplace = path => Disturb(path, desktop.Lists, ref rounds, 99) };

        var failure = (await desktop.RegistrarOn(files).Awaiting(it => it.ApplyAsync(desktop.Registrar.Plan(desktop.Wanted))).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.Conflict);
        (await File.ReadAllTextAsync(desktop.Lists)).Should().Be("[Default Applications]\na=b.desktop\nforeign1=x.desktop\nforeign2=x.desktop\nforeign3=x.desktop\n");
        File.Exists(desktop.Entry).Should().BeFalse();
    }

    [Fact]
    [Requirement("REG-14")]
    public async Task Apply_refuses_another_users_directories()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.Environment.UserId = 4711;
        var before = desktop.Snapshot();

        (await FailureAsync(desktop)).Failure.Should().Be(RegistrationFailure.WrongUser);
        desktop.Snapshot().Should().Equal(before);
    }

    private static async Task<RegistrationException> FailureAsync(RegisteredDesktop desktop) =>
        (await desktop.Awaiting(static it => it.ApplyAsync()).Should().ThrowAsync<RegistrationException>()).Which;

    private static void Disturb(string path, string list, ref int rounds, int most)
    {
        if (path == list && rounds < most)
            File.AppendAllText(list, $"foreign{++rounds}=x.desktop\n");
    }

    [Fact]
    [Requirement("REG-13")]
    public async Task Against_a_racing_writer_the_list_stays_whole_and_the_result_is_done_or_conflict()
    {
        using var desktop = new RegisteredDesktop();
        desktop.Desktop.With("config/mimeapps.list", "[Default Applications]\n");
        for (var round = 0; round < 50; round++)
        {
            var foreign = Task.Run(() => File.AppendAllText(desktop.Lists, $"foreign{round}=x.desktop\n"));
            try
            {
                await desktop.Registrar.RevertAsync(await desktop.ApplyAsync());
            }
            catch (RegistrationException exception)
            {
                exception.Failure.Should().Be(RegistrationFailure.Conflict);
            }

            await foreign;
        }

        // How many foreign lines are there is not asserted: the window between comparison and rename is not ours to close.
        var lines = await File.ReadAllLinesAsync(desktop.Lists);
        lines[0].Should().Be("[Default Applications]");
        lines.Skip(1).Should().OnlyHaveUniqueItems().And.OnlyContain(static line => line.StartsWith("foreign", StringComparison.Ordinal) && line.EndsWith("=x.desktop", StringComparison.Ordinal));
    }
}
