using PhoneLink.Registration;
using static PhoneLink.Tests.Registration.Windows.FakeWindows;

namespace PhoneLink.Tests.Registration.Windows;

/// <summary>A product gets another name, and the process fails or dies at any change of that.</summary>
public sealed class WindowsRenameTests
{
    [Theory]
    [EveryRename]
    [Requirement("WREG-25")]
    public async Task After_a_failure_or_a_death_at_any_change_of_a_rename_all_comes_back(string scheme, string? id, bool dies, string how, RegistrationScope scope)
    {
        for (var n = 1; ; n++)
        {
            var windows = new FakeWindows(new FakeWindowsRegistry()
                .With(User + @"Classes\domycall\shell\open\command", "", @"C:\other.exe ""%1""")
                .With(Machine + @"Classes\domycall\shell\open\command", "", @"C:\other.exe ""%1""")
                .With(User + "RegisteredApplications", "Other", @"Software\Other\Capabilities"));
            var before = windows.Registry.Snapshot();
            var former = windows.Wanted with { Scheme = scheme, ApplicationId = id, ReplaceOtherHandler = true, Scope = scope };
            var wanted = former with { DisplayName = "Contoso Talk" };
            var receipt = await windows.ApplyAsync(former);
            (windows.Registry.FailAt, windows.Registry.StaysDead) = (windows.Registry.Changes + n, dies);
            try
            {
                await windows.Registrar.RepairAsync(wanted);
            }
            catch (RegistrationException)
            {
                // The change that fails; the last ones, of the receipts' own keys, fail silently.
            }

            var reached = windows.Registry.Changes >= windows.Registry.FailAt;
            windows.Registry.FailAt = 0;
            if (how is "repair")
            {
                await windows.Registrar.RepairAsync(wanted);
                (await windows.Registrar.VerifyAsync(wanted)).Problems.Where(static problem => problem.Kind is not RegistrationProblemKind.OtherDefault).Should().BeEmpty("change {0}", n);
            }
            else if (how is "repair former")
            {
                await windows.Registrar.RepairAsync(former);
            }

            if (how is "revert")
                await windows.Registrar.RevertAsync(receipt);
            else
                await UnregisterAsync(windows, how is "former" ? former : wanted);

            windows.Registry.Snapshot().Should().Equal(before, "change {0}", n);
            if (!reached)
                return;
        }
    }

    private static async Task UnregisterAsync(FakeWindows windows, ProtocolRegistration registration)
    {
        var isOurs = windows.Registrar.ListReceipts(registration.Scope).Count > 0;
        try
        {
            await windows.Registrar.UnregisterAsync(registration);
        }
        catch (RegistrationException exception) when (exception.Failure is RegistrationFailure.OwnedByOther && !isOurs)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class EveryRenameAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object?[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from target in new[] { ("tel", (string?)null), ("tel", "com.contoso.phone"), ("domycall", null) }
            from dies in new[] { false, true }
            from how in new[] { "repair", "repair former", "wanted", "former", "revert" }
            from scope in Enum.GetValues<RegistrationScope>()
            select new object?[] { target.Item1, target.Item2, dies, how, scope };
    }
}
