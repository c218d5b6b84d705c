using PhoneLink.Registration;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>Whatever change fails, or is the last of a process that is killed, the registry becomes sound again.</summary>
public sealed class WindowsRecoveryTests
{
    [Theory]
    [InlineData("domycall")]
    [InlineData("tel")]
    [Requirement("WREG-7")]
    public async Task Whichever_change_fails_everything_is_as_before_and_the_step_is_named(string scheme)
    {
        var count = await CountAsync(scheme);
        for (var n = 1; n <= count; n++)
        {
            var windows = Difficult(n);
            var before = windows.Registry.Snapshot();

            var failure = (await windows.Awaiting(it => it.ApplyAsync(Wanted(it, scheme))).Should().ThrowAsync<RegistrationException>("change {0}", n)).Which;

            failure.Failure.Should().Be(RegistrationFailure.StepFailed);
            failure.Step.Should().NotBeNull();
            failure.Message.Should().Contain("Nothing is changed.", "change {0}", n);
            windows.Registry.Snapshot().Should().Equal(before, "change {0}", n);
        }
    }

    [Theory]
    [InlineData("domycall", "repair")]
    [InlineData("domycall", "revert")]
    [InlineData("domycall", "unregister")]
    [InlineData("tel", "repair")]
    [InlineData("tel", "revert")]
    [InlineData("tel", "unregister")]
    [Requirement("WREG-7")]
    public async Task After_a_death_at_any_change_the_next_process_makes_things_sound(string scheme, string how)
    {
        var count = await CountAsync(scheme);
        for (var n = 1; n <= count; n++)
        {
            var windows = Difficult(n, staysDead: true);
            var before = windows.Registry.Snapshot();
            await windows.Awaiting(it => it.ApplyAsync(Wanted(it, scheme))).Should().ThrowAsync<RegistrationException>("change {0}", n);
            windows.Registry.FailAt = 0;

            var wanted = Wanted(windows, scheme);
            if (how == "repair")
            {
                await windows.Registrar.RepairAsync(wanted);
                (await windows.Registrar.VerifyAsync(wanted)).Problems.Where(static problem => problem.Kind is not RegistrationProblemKind.OtherDefault).Should().BeEmpty("death at change {0}", n);
            }

            if (how == "revert" && windows.Registrar.ListReceipts() is [var receipt])
                await windows.Registrar.RevertAsync(receipt);
            else
                await UnregisterOursAsync(windows, wanted);

            windows.Registry.Snapshot().Should().Equal(before, "death at change {0}", n);
        }
    }

    [Theory]
    [InlineData("domycall")]
    [InlineData("tel")]
    [Requirement("WREG-7")]
    public async Task After_a_death_at_any_change_of_revert_it_can_be_done_again(string scheme)
    {
        for (var n = 1; ; n++)
        {
            var windows = Difficult(0);
            var before = windows.Registry.Snapshot();
            var receipt = await windows.ApplyAsync(Wanted(windows, scheme));
            (windows.Registry.FailAt, windows.Registry.StaysDead) = (windows.Registry.Changes + n, true);
            var died = false;
            try
            {
                await windows.Registrar.RevertAsync(receipt);
            }
            catch (RegistrationException)
            {
                died = true;
            }

            died |= windows.Registry.Changes >= windows.Registry.FailAt; // The receipts' own keys go last, and silently.
            windows.Registry.FailAt = 0;
            await windows.Registrar.RevertAsync(receipt);
            windows.Registry.Snapshot().Should().Equal(before, "death at change {0}", n);
            if (!died)
                return;
        }
    }

    [Fact]
    [Requirement("WREG-7")]
    public async Task Denied_access_is_said_so_and_nothing_is_changed()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry { Denied = RegistryRoot.LocalMachine });
        var before = windows.Registry.Snapshot();

        var failure = (await windows.Awaiting(static it => it.ApplyAsync(it.Wanted with { Scope = RegistrationScope.Machine })).Should().ThrowAsync<RegistrationException>()).Which;

        failure.Failure.Should().Be(RegistrationFailure.AccessDenied);
        windows.Registry.Snapshot().Should().Equal(before);
    }

    /// <summary>Where it died before it had written anything, the other program's scheme is all there is.</summary>
    private static async Task UnregisterOursAsync(FakeWindows windows, ProtocolRegistration wanted)
    {
        var isOurs = windows.Registrar.ListReceipts().Count > 0;
        try
        {
            await windows.Registrar.UnregisterAsync(wanted);
        }
        catch (RegistrationException exception) when (exception.Failure is RegistrationFailure.OwnedByOther && !isOurs)
        {
        }
    }

    private static async Task<int> CountAsync(string scheme)
    {
        var windows = Difficult(0);
        await windows.ApplyAsync(Wanted(windows, scheme));
        return windows.Registry.Changes;
    }

    private static ProtocolRegistration Wanted(FakeWindows windows, string scheme) => windows.Wanted with { Scheme = scheme, ReplaceOtherHandler = true };

    /// <summary>Another program has the private scheme, and one value of the shared one stands already.</summary>
    private static FakeWindows Difficult(int failAt, bool staysDead = false) => new(new FakeWindowsRegistry(failAt) { StaysDead = staysDead }
        .With(User + @"Classes\domycall", "URL Protocol", "")
        .With(User + @"Classes\domycall\shell\open\command", "", @"C:\other.exe ""%1""")
        .With(User + "RegisteredApplications", "Other", @"Software\Other\Capabilities"));
}
