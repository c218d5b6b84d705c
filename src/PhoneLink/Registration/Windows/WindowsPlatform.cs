using System.Runtime.Versioning;
using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Windows;

/// <summary>Registration in the Windows registry, for the user or the machine.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
internal sealed class WindowsPlatform(WindowsTools tools, Func<RegistrationScope, TimeProvider, CancellationToken, Task<IDisposable>> acquire) : RegistrationPlatform
{
    public override string Name => "windows";

    public override ReceiptStore OpenStore(RegistrationScope scope) =>
        new RegistryReceiptStore(tools.Registry, scope is RegistrationScope.User ? RegistryRoot.CurrentUser : RegistryRoot.LocalMachine, (time, cancellationToken) => acquire(scope, time, cancellationToken));

    public override RegistrationPlan Plan(ProtocolRegistration registration)
    {
        var known = Check(registration);
        WindowsChecks.Package(known, tools.System);
        return new(known, WindowsPlanner.Plan(known, WindowsPrograms.CheckFile(known, tools.System))) { Platform = Name };
    }

    /// <summary>Works out the plan for any Windows, which is not looked at.</summary>
    public static RegistrationPlan PlanForAnybody(ProtocolRegistration registration)
    {
        var known = Check(registration);
        return new(known, WindowsPlanner.Plan(known, []));
    }

    public override void CheckBeforeApply(RegistrationPlan plan, bool takesDefault)
    {
        CheckUser(plan.Registration);
        OwnershipOf(plan.Registration).Check(takesDefault);
    }

    public override IReadOnlyList<ReceiptChange> Prepare(RegistrationStep step, ProtocolRegistration registration, bool hasChanges) => ((WindowsStep)step).Prepare(tools, hasChanges);

    public override Task<FileChange> PerformAsync(ReceiptChange change, ProtocolRegistration registration) => Task.FromResult(WindowsChanges.Perform(change, tools));

    public override void CheckReceipt(ReceiptDocument document) => WindowsReceiptChecks.Receipt(document, Name);

    public override void CheckUnkept(ReceiptDocument document) => WindowsReceiptChecks.Unkept(document, tools.Registry);

    public override bool Replaces(ProtocolRegistration kept, ProtocolRegistration wanted)
    {
        var (former, keys) = (new WindowsKeys(kept), new WindowsKeys(wanted));
        return former.Class != keys.Class || (keys.IsShared && former.Product != keys.Product);
    }

    public override IReadOnlyList<ReceiptChange> Compact(IReadOnlyList<ReceiptChange> changes) => WindowsCompaction.Compact(changes, tools.Registry);

    public override bool Knows(IReadOnlyList<ReceiptChange> kept, ReceiptChange change) => WindowsCompaction.Knows(kept, change);

    public override bool IsSameProgram(string kept, string wanted) => string.Equals(kept, wanted, StringComparison.OrdinalIgnoreCase) || WindowsPrograms.IsGone(kept, tools.System);

    public override void CheckUser(ProtocolRegistration registration)
    {
        WindowsChecks.Package(registration, tools.System);
        WindowsChecks.User(registration, tools.System);
    }

    public override RegistrationUndo CreateUndo(ProtocolRegistration registration) => new WindowsUndo(tools, registration);

    public override ReceiptChange? Inherit(ReceiptChange change, ProtocolRegistration registration, ProtocolRegistration heir)
    {
        if (!RegistryKeyPath.TryParse(change.Path, out var key) || !WindowsReceiptChecks.Makes(heir, change))
            return null;

        return change switch
        {
            RegistryKeyCreated when tools.Registry.HasKey(key) => change,
            RegistryValueChanged value when tools.Registry.Read(key, value.Name) == value.After => change,
            _ => null,
        };
    }

    public override IReadOnlyList<ReceiptChange> FindOwn(ProtocolRegistration registration) => WindowsTraces.Find(tools, registration);

    public override string? FindOtherHandler(ProtocolRegistration registration) => OwnershipOf(registration).FindOther();

    public override RegistrationInfo GetStatus(string scheme) => new WindowsStatus(tools).Find(scheme);

    public override string? GetSettingsUri(ProtocolRegistration registration) => DefaultAppsSettings.UriOf(registration, tools.System.Version);

    [SupportedOSPlatform("windows")]
    public static WindowsPlatform Create()
    {
        // A mutex of the session alone would not be seen by the same user's other sessions.
        static Task<IDisposable> AcquireAsync(RegistrationScope scope, TimeProvider timeProvider, CancellationToken cancellationToken)
        {
            var user = scope is RegistrationScope.User ? WindowsSystem.Instance.UserId : null;
            return MutexLock.AcquireAsync($@"Global\PhoneLink.Registration.{user ?? $"{scope}"}", user is null ? [WindowsSystem.Administrators, WindowsSystem.LocalSystem] : [user, WindowsSystem.LocalSystem], timeProvider, cancellationToken);
        }

        return new(new(WindowsRegistryEditor.Instance, ShellAssociations.Instance, WindowsSystem.Instance), AcquireAsync);
    }

    /// <summary>Checks what can be checked of a registration without looking at the system.</summary>
    private static ProtocolRegistration Check(ProtocolRegistration registration)
    {
        var known = RegistrationRules.Check(registration);
        WindowsPrograms.CheckPath(known.Executable);
        if (known.Product!.Contains('\\', StringComparison.Ordinal))
            throw new RegistrationException(RegistrationFailure.InvalidName, "A product's name has no backslash on Windows, where it is the name of a key.");

        return known;
    }

    private WindowsOwnership OwnershipOf(ProtocolRegistration registration) => new(tools, registration, OpenStore(registration.Scope).ReadAll());
}
