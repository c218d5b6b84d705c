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
}
