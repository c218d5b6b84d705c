using PhoneLink.Registration;
using PhoneLink.Registration.Windows;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>Handlers, receipts and names that look like something else than they are.</summary>
public sealed class WindowsHuntTests
{
    private const string Class = User + @"Classes\domycall";
    private const string Command = Class + @"\shell\open\command";
    private const string Other = @"C:\Program Files\Other\other.exe";
    private const string OtherCommand = $"\"{Other}\" \"%1\"";

    [Theory]
    [InlineData("unregister")]
    [InlineData("revert")]
    [Requirement("WREG-16")]
    [Requirement("REG-39")]
    public async Task Who_once_took_an_id_that_nobody_chose_does_not_unregister_its_next_owner(string how)
    {
        var windows = new FakeWindows();
        windows.Files.Add(Other);
        var first = windows.Wanted with { ReplaceOtherHandler = true };
        var receipt = await windows.ApplyAsync(first);
        await windows.ApplyAsync(new("domycall", "Other Phone", Other) { ReplaceOtherHandler = true });
        var before = windows.Registry.Snapshot();

        var act = windows.Awaiting(it => how == "revert" ? it.Registrar.RevertAsync(receipt) : it.Registrar.UnregisterAsync(first));
        (await act.Should().ThrowAsync<RegistrationException>()).Which.Failure.Should().Be(RegistrationFailure.OwnedByOther);

        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-9")]
    public async Task A_class_whose_command_stood_already_is_left_to_the_program_that_took_it_since()
    {
        var windows = new FakeWindows(new FakeWindowsRegistry().With(Command, "", WindowsCommandLine.Register(Program)));
        var receipt = await windows.ApplyAsync(windows.Wanted);
        windows.Registry.With(Command, "", OtherCommand);

        await windows.Awaiting(it => it.Registrar.RevertAsync(receipt)).Should().ThrowAsync<RegistrationException>();

        windows.Registry.TextOf(Class, "URL Protocol").Should().NotBeNull();
    }

    [Fact]
    [Requirement("WREG-3")]
    public async Task A_shared_scheme_that_an_older_program_opens_by_a_command_of_its_own_stays_a_scheme()
    {
        var windows = new FakeWindows();
        var receipt = await windows.ApplyAsync(windows.Wanted with { Scheme = "tel" });
        windows.Registry.With(User + @"Classes\tel", "URL Protocol", "").With(User + @"Classes\tel\shell\open\command", "", OtherCommand);

        await windows.Registrar.RevertAsync(receipt);

        windows.Registry.TextOf(User + @"Classes\tel", "URL Protocol").Should().NotBeNull();
    }
}
