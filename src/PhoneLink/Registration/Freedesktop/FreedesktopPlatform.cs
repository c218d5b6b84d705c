namespace PhoneLink.Registration.Freedesktop;

/// <summary>Registration on desktops that follow freedesktop.org, for the current user.</summary>
/// <remarks>Stateless and thread-safe; the environment is read at each call.</remarks>
internal sealed class FreedesktopPlatform(IFileSystem files, IProcessRunner processes, ISystemEnvironment environment) : RegistrationPlatform
{
    /// <summary>The name that this platform's receipts carry.</summary>
    private const string Name = "freedesktop";

    private readonly FreedesktopTools _tools = new(files, processes, environment);

    public override RegistrationPlan Plan(ProtocolRegistration registration)
    {
        var known = RegistrationRules.Check(registration);
        if (known.Scope is not RegistrationScope.User)
            throw new RegistrationException(RegistrationFailure.NotSupported, "On Linux a scheme is registered for the user only; for the machine, the package installs a desktop file.");

        CheckSandbox();
        RegistrationRules.CheckExecutable(known.Executable, files);
        return FreedesktopPlanner.Plan(known, PathsOf(known.ApplicationId!));
    }

    public override async Task<RegistrationReceipt> ApplyAsync(RegistrationPlan plan, CancellationToken cancellationToken)
    {
        var registration = plan.Registration;
        var session = new FreedesktopSession(_tools, registration);
        RegistrationStep? current = null;
        try
        {
            FreedesktopChecks.BeforeApply(_tools, PathsOf(registration.ApplicationId!), registration);
            foreach (var step in plan.Steps.Cast<FreedesktopStep>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                current = step;
                await step.ApplyAsync(session).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            var undo = new FreedesktopUndo(_tools, PathsOf(registration.ApplicationId!), registration.ApplicationId!, registration.Scheme);
            await undo.RunAsync(session.Done).ConfigureAwait(false);
            if (exception is OperationCanceledException && undo.Left.Count == 0)
                throw;

            throw RegistrationErrors.Translate(exception, current, undo.Left);
        }

        return new(new(RegistrationReceipt.CurrentVersion, Name, registration.Scheme, registration.ApplicationId!, registration.DisplayName, registration.Executable, session.Done));
    }

    public override async Task RevertAsync(RegistrationReceipt receipt, CancellationToken cancellationToken)
    {
        var document = receipt.Document;
        FreedesktopChecks.Receipt(document, Name);
        var paths = PathsOf(document.ApplicationId);
        FreedesktopChecks.ReceiptPaths(document, paths);
        cancellationToken.ThrowIfCancellationRequested();
        FreedesktopChecks.Owner(_tools, paths);
        var undo = new FreedesktopUndo(_tools, paths, document.ApplicationId, document.Scheme);
        await undo.RunAsync(document.Changes).ConfigureAwait(false);
        if (undo.Left.Count > 0)
            throw RegistrationErrors.Incomplete(undo);
    }

    public override RegistrationInfo GetStatus(string scheme) => new FreedesktopStatus(_tools).Find(scheme);

    private FreedesktopPaths PathsOf(string applicationId)
    {
        try
        {
            return new(_tools.Xdg, applicationId);
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
