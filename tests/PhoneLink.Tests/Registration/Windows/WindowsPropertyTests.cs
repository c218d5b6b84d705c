using CsCheck;
using PhoneLink.Registration;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>Whatever others do between apply and revert, what is left is what was before and what they did.</summary>
public sealed class WindowsPropertyTests
{
    private static readonly string[] Keys =
    [
        User + @"Classes\domycall", User + @"Classes\domycall\shell", User + @"Classes\domycall\shell\open", User + @"Classes\domycall\DefaultIcon",
        User + @"Classes\tel", User + @"Classes\tel\shell\open\command", User + "RegisteredApplications", User + @"Other\Capabilities\URLAssociations", Machine + @"Classes\domycall", Machine + @"Classes\tel",
    ];

    /// <summary>A foreign change: a value of its own name, with another text each time, in one of the keys that registrations touch; or its removal.</summary>
    private static readonly Gen<(string Key, string Name, string? Text)> Foreign = Gen.Select(
        OneOf(Keys), OneOf("Custom", "FriendlyTypeName", "NoOpen"), OneOf<string?>("a", "b", null));

    private static readonly Gen<string> Scheme = OneOf("domycall", "tel", "sip");

    /// <summary>A step: register, unregister, or revert by an old receipt.</summary>
    private static readonly Gen<(string Scheme, int What)> Step = Gen.Select(Scheme, Gen.Int[0, 2]);

    [Fact]
    [Requirement("WREG-18")]
    public async Task A_thousand_sequences_leave_what_was_before_and_what_others_did() =>
        await Gen.Select(Foreign.Array[0, 4], Gen.Select(Step, Foreign.Array[0, 2]).Array[1, 6]).SampleAsync(
            static async (before, sequence) =>
            {
                var (windows, control) = (new FakeWindows(), new FakeWindowsRegistry());
                foreach (var change in before)
                    DoBoth(windows.Registry, control, change);

                var receipts = new List<RegistrationReceipt>();
                foreach (var (step, others) in sequence)
                {
                    await TakeAsync(windows, receipts, step.Scheme, step.What);
                    foreach (var change in others)
                        DoBoth(windows.Registry, control, change);
                }

                foreach (var scheme in new[] { "domycall", "tel", "sip" })
                    await windows.Registrar.UnregisterAsync(Of(windows, scheme));

                return windows.Registry.Keys.All(control.Keys.Contains) && Values(windows.Registry).SequenceEqual(Values(control));
            },
            iter: 1000, threads: 1);

    private static async Task TakeAsync(FakeWindows windows, List<RegistrationReceipt> receipts, string scheme, int what)
    {
        if (what == 0)
            receipts.Add(await windows.ApplyAsync(Of(windows, scheme)));
        else if (what == 1)
            await windows.Registrar.UnregisterAsync(Of(windows, scheme));
        else if (receipts.Count > 0)
            await windows.Registrar.RevertAsync(receipts[0]);
    }

    private static ProtocolRegistration Of(FakeWindows windows, string scheme) => windows.Wanted with { Scheme = scheme };

    private static void DoBoth(FakeWindowsRegistry registry, FakeWindowsRegistry control, (string Key, string Name, string? Text) change)
    {
        foreach (var one in new[] { registry, control })
        {
            if (change.Text is null)
                one.Remove(change.Key, change.Name);
            else
                one.With(change.Key, change.Name, change.Text);
        }
    }

    /// <summary>A foreign program that empties one of our keys before we remove it has made none; so keys may be fewer, not more.</summary>
    private static IEnumerable<string> Values(FakeWindowsRegistry registry) => registry.Snapshot().Where(static line => !line.EndsWith(':'));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
