using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Registration on desktops that follow freedesktop.org, for the current user.</summary>
/// <remarks>Stateless and thread-safe; the environment is read at each call.</remarks>
internal sealed class FreedesktopPlatform(IFileSystem files, IProcessRunner processes, ISystemEnvironment environment) : RegistrationPlatform
{
    private readonly FreedesktopTools _tools = new(files, processes, environment);

    public override string Name => "freedesktop";

    public override ReceiptStore OpenStore(RegistrationScope scope)
    {
        CheckScope(scope);
        return new DirectoryReceiptStore(files, Locate(() => FreedesktopPaths.ReceiptsOf(_tools.Xdg)));
    }

    public override RegistrationPlan Plan(ProtocolRegistration registration)
    {
        var known = RegistrationRules.Check(registration);
        CheckScope(known.Scope);
        CheckSandbox();
        var stable = FreedesktopPrograms.Stable(known, environment);
        RegistrationRules.CheckExecutable(stable.Executable, files);
        return new(stable, [.. FreedesktopPlanner.Plan(stable, PathsOf(stable)), .. FreedesktopPrograms.Notes(known, stable, _tools)]) { Platform = Name };
    }

    /// <summary>Works out the plan for a user of any Linux desktop, who is not looked at.</summary>
    public static RegistrationPlan PlanForAnybody(ProtocolRegistration registration)
    {
        var known = RegistrationRules.Check(registration);
        CheckScope(known.Scope);
        RegistrationRules.CheckPath(known.Executable);
        return new(known, FreedesktopPlanner.Plan(known, FreedesktopPaths.OfAnybody(known.ApplicationId!)));
    }

    public override void CheckBeforeApply(RegistrationPlan plan, bool takesDefault) =>
        FreedesktopChecks.BeforeApply(_tools, PathsOf(plan.Registration), plan.Registration, takesDefault);

    public override IReadOnlyList<ReceiptChange> Prepare(RegistrationStep step, ProtocolRegistration registration, bool hasChanges) =>
        ((FreedesktopStep)step).Prepare(_tools, registration, hasChanges);

    public override Task<FileChange> PerformAsync(ReceiptChange change, ProtocolRegistration registration) =>
        new FreedesktopChanges(_tools, PathsOf(registration), registration.Scheme).PerformAsync(change);

    public override void CheckReceipt(ReceiptDocument document)
    {
        FreedesktopChecks.Receipt(document, Name);
        FreedesktopChecks.ReceiptPaths(document, PathsOf(document.Registration));
    }

    public override bool IsSameProgram(string kept, string wanted) => kept == wanted || files.GetKind(kept) is PathKind.Nothing;

    public override void CheckUser(ProtocolRegistration registration) => FreedesktopChecks.Owner(_tools, PathsOf(registration));

    public override RegistrationUndo CreateUndo(ProtocolRegistration registration) =>
        new FreedesktopUndo(_tools, PathsOf(registration), registration.ApplicationId!, registration.Scheme);

    public override ReceiptChange? Inherit(ReceiptChange change, ProtocolRegistration registration, ProtocolRegistration heir) => change switch
    {
        DirectoryCreated directory when files.GetKind(directory.Path) is PathKind.Directory => directory,
        CacheRefreshed { Existed: false } cache when files.GetKind(cache.Path) is PathKind.File => cache,
        DefaultPutFirst edit when (edit.CreatedFile || edit.AddedGroup) && files.GetKind(edit.Path) is PathKind.File => edit with { BeforeHash = null, AddedLine = false, AddedLineEnd = "", Lines = [] },
        _ => null,
    };

    public override IReadOnlyList<ReceiptChange> FindOwn(ProtocolRegistration registration) => FreedesktopTraces.Find(_tools, PathsOf(registration), registration);

    public override void RemoveTemporaries(ProtocolRegistration registration, ReceiptStore store)
    {
        var paths = PathsOf(registration);
        foreach (var path in new[] { paths.DesktopFile, paths.Launcher, paths.MimeApps, store.NameOf(registration.ApplicationId!) })
            files.RemoveTemporaries(path);
    }

    public override string? FindOtherHandler(ProtocolRegistration registration) =>
        Ownership.FindOther(_tools, PathsOf(registration).DesktopId, registration.Scheme);

    public override RegistrationInfo GetStatus(string scheme) => new FreedesktopStatus(_tools).Find(scheme);

    private static void CheckScope(RegistrationScope scope)
    {
        if (scope is not RegistrationScope.User)
            throw new RegistrationException(RegistrationFailure.NotSupported, "On Linux a scheme is registered for the user only; for the machine, the package installs a desktop file.");
    }

    private FreedesktopPaths PathsOf(ProtocolRegistration registration) => Locate(() => new FreedesktopPaths(_tools.Xdg, registration.ApplicationId!));

    private static T Locate<T>(Func<T> locate)
    {
        try
        {
            return locate();
        }
        catch (InvalidOperationException exception)
        {
            throw new RegistrationException(RegistrationFailure.NotSupported, exception.Message, null, exception);
        }
    }

    private void CheckSandbox()
    {
        if (files.GetKind("/.flatpak-info") is not PathKind.Nothing || !string.IsNullOrEmpty(environment.GetVariable("SNAP")))
            throw new RegistrationException(RegistrationFailure.NotSupported, "A program in a Flatpak or Snap cannot register a scheme; declare it in the package's desktop file.");
    }
}
