using PhoneLink.Registration;
using PhoneLink.Registration.Windows;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

public sealed class WindowsReceiptLengthTests
{
    [Theory]
    [InlineData("domycall")]
    [InlineData("tel")]
    [Requirement("WREG-27")]
    public async Task A_receipt_stays_readable_however_often_the_program_moves(string scheme)
    {
        var windows = new FakeWindows(scheme == "tel" ? new() : new FakeWindowsRegistry().With(User + @"Classes\domycall\shell\open\command", "", "wscript.exe dial.vbs %1"));
        var before = windows.Registry.Snapshot();
        var wanted = windows.Wanted with { Scheme = scheme, ApplicationId = "a.b" };
        var first = await windows.ApplyAsync(wanted with { ReplaceOtherHandler = true });
        for (var n = 0; n < 100; n++)
        {
            var executable = $@"C:\Program Files\Contoso\app-1.{n}\phone.exe";
            windows.Files.Clear();
            windows.Files.Add(executable);
            await windows.Registrar.RepairAsync(wanted with { Executable = executable });
            var bytes = 2 * windows.Registry.TextOf(User + @"PhoneLink\Registrations", "a.b")!.Length;
            bytes.Should().BeLessThan(1 << 14, "each move must not make it longer, at move {0}", n);
        }

        await windows.Registrar.RevertAsync(first);
        windows.Registry.Snapshot().Should().Equal(before);
    }

    [Fact]
    [Requirement("WREG-28")]
    public async Task An_undefined_scope_is_refused()
    {
        var windows = new FakeWindows();
        await windows.Awaiting(it => it.ApplyAsync(it.Wanted with { Scope = (RegistrationScope)7 })).Should().ThrowAsync<RegistrationException>();
    }
}
