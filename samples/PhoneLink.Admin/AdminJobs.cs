using PhoneLink.Registration;

namespace PhoneLink.Admin;

/// <summary>What each command does; gives a report, prints nothing.</summary>
internal static class AdminJobs
{
    /// <summary>Says who has a scheme; 0 if it is a program registered by PhoneLink.</summary>
    public static async Task<AdminReport> StatusAsync(string scheme, CancellationToken cancellationToken)
    {
        var info = await ProtocolRegistrar.ForCurrentOS().GetStatusAsync(scheme, cancellationToken);
        return new("status", info.Status is RegistrationStatus.Default ? AdminExit.Done : AdminExit.NotSo) { Scheme = scheme, Status = Of(info) };
    }

    /// <summary>Lists what PhoneLink has registered.</summary>
    public static async Task<AdminReport> ListAsync(RegistrationScope scope, CancellationToken cancellationToken)
    {
        var registrar = ProtocolRegistrar.ForCurrentOS();
        var registrations = new List<AdminRegistration>();
        foreach (var receipt in registrar.ListReceipts(scope))
            registrations.Add(Of(receipt, await registrar.GetStatusAsync(receipt.Scheme, cancellationToken)));

        return new("list", AdminExit.Done) { Registrations = registrations };
    }

    /// <summary>Shows a plan for this system, or for any.</summary>
    public static AdminReport Plan(ProtocolRegistration registration, RegistrationTarget? target)
    {
        var plan = target is { } system ? ProtocolRegistrar.PlanFor(system, registration) : ProtocolRegistrar.ForCurrentOS().Plan(registration);
        return new("plan", AdminExit.Done) { Scheme = plan.Registration.Scheme, Plan = Of(plan) };
    }

    public static async Task<AdminReport> RegisterAsync(ProtocolRegistration registration, bool isDryRun, CancellationToken cancellationToken)
    {
        var registrar = ProtocolRegistrar.ForCurrentOS();
        var plan = registrar.Plan(registration);
        if (isDryRun)
            return new("register", AdminExit.Done) { Scheme = plan.Registration.Scheme, Plan = Of(plan), DryRun = true };

        var receipt = await registrar.ApplyAsync(plan, cancellationToken);
        return await SoundOrNotAsync("register", registrar, receipt, cancellationToken);
    }

    public static async Task<AdminReport> UnregisterAsync(ProtocolRegistration registration, bool isDryRun, CancellationToken cancellationToken)
    {
        var registrar = ProtocolRegistrar.ForCurrentOS();
        var kept = Find(registrar, registration);
        var wanted = kept?.Registration ?? registration;
        if (isDryRun)
            return new("unregister", AdminExit.Done) { Scheme = wanted.Scheme, DryRun = true, Note = kept is null ? "No receipt tells of it; unregistering goes by the marks of the registration." : $"Would be taken back: {kept}." };

        bool wasThere;
        try
        {
            wasThere = await registrar.UnregisterAsync(wanted, cancellationToken);
        }
        catch (RegistrationException exception) when (exception.Failure is RegistrationFailure.OwnedByOther && kept is null && wanted.Executable.Length == 0)
        {
            throw new RegistrationException(exception.Failure, $"No receipt tells of this registration, so only its program does: give it with --exe. {exception.Message}", null, exception);
        }

        return new("unregister", wasThere ? AdminExit.Done : AdminExit.NotSo) { Scheme = wanted.Scheme, Note = wasThere ? "Taken back." : "Nothing of it was there.", Status = Of(await registrar.GetStatusAsync(wanted.Scheme, cancellationToken)) };
    }

    /// <summary>Says what is wrong with a registration.</summary>
    public static Task<AdminReport> VerifyAsync(ProtocolRegistration registration, CancellationToken cancellationToken) =>
        VerifyAsync(ProtocolRegistrar.ForCurrentOS(), [registration], cancellationToken);

    /// <summary>Says what is wrong with any registration that has a receipt.</summary>
    public static Task<AdminReport> VerifyAllAsync(RegistrationScope scope, CancellationToken cancellationToken)
    {
        var registrar = ProtocolRegistrar.ForCurrentOS();
        return VerifyAsync(registrar, [.. registrar.ListReceipts(scope).Select(static receipt => receipt.Registration)], cancellationToken);
    }

    public static async Task<AdminReport> RepairAsync(ProtocolRegistration registration, bool isDryRun, CancellationToken cancellationToken)
    {
        if (isDryRun)
            return await VerifyAsync(registration, cancellationToken) with { Command = "repair", DryRun = true };

        var registrar = ProtocolRegistrar.ForCurrentOS();
        return await SoundOrNotAsync("repair", registrar, await registrar.RepairAsync(registration, cancellationToken), cancellationToken);
    }

    private static async Task<AdminReport> VerifyAsync(ProtocolRegistrar registrar, IReadOnlyList<ProtocolRegistration> registrations, CancellationToken cancellationToken)
    {
        var problems = new List<AdminProblem>();
        foreach (var one in registrations)
            problems.AddRange((await registrar.VerifyAsync(one, cancellationToken)).Problems.Select(problem => new AdminProblem(one.Scheme, problem.Kind.ToString(), problem.Message)));

        return new("verify", problems.Count == 0 ? AdminExit.Done : AdminExit.NotSo) { Problems = problems, Note = registrations.Count == 0 ? "PhoneLink has registered nothing here." : null };
    }

    private static async Task<AdminReport> SoundOrNotAsync(string command, ProtocolRegistrar registrar, RegistrationReceipt receipt, CancellationToken cancellationToken)
    {
        var info = await registrar.GetStatusAsync(receipt.Scheme, cancellationToken);
        var settings = info.Status is RegistrationStatus.Default ? null : registrar.GetSettingsUri(receipt.Registration);
        return new(command, AdminExit.Done)
        {
            Scheme = receipt.Scheme,
            Status = Of(info),
            Note = settings is null ? null : $"The user makes the program the default in the settings: {settings}",
        };
    }

    private static RegistrationReceipt? Find(ProtocolRegistrar registrar, ProtocolRegistration registration) => registrar.ListReceipts(registration.Scope).FirstOrDefault(receipt =>
        receipt.Scheme.Equals(registration.Scheme, StringComparison.OrdinalIgnoreCase)
        && receipt.ApplicationId == (registration.ApplicationId ?? $"phonelink-{receipt.Scheme}") + (registration.InstanceSuffix is { } suffix ? $"-{suffix}" : ""));

    private static AdminStatus Of(RegistrationInfo info) => new(info.Status.ToString(), info.OwnerId, info.OwnerName, info.Executable);

    private static IReadOnlyList<AdminStep> Of(RegistrationPlan plan) => [.. plan.Steps.Select(static step => new AdminStep(step.Target, step.Description))];

    private static AdminRegistration Of(RegistrationReceipt receipt, RegistrationInfo info) =>
        new(receipt.Scheme, receipt.ApplicationId, receipt.Registration.Product ?? "", receipt.Registration.Scope.ToString(), receipt.Registration.Executable, info.Status.ToString());
}
