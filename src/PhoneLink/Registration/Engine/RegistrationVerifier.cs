namespace PhoneLink.Registration.Engine;

/// <summary>Compares a registration with what is there; changes nothing.</summary>
internal sealed class RegistrationVerifier(RegistrationPlatform platform)
{
    /// <summary>Says what is wrong with a registration.</summary>
    public RegistrationVerification Verify(ProtocolRegistration registration)
    {
        var known = RegistrationRules.Check(registration);
        var status = platform.GetStatus(known.Scheme);
        return new(known, status, [.. FindProblems(known)]);
    }

    private IEnumerable<RegistrationProblem> FindProblems(ProtocolRegistration registration)
    {
        RegistrationPlan? plan = null;
        RegistrationProblem? refusal = null;
        try
        {
            plan = platform.Plan(registration);
        }
        catch (RegistrationException exception)
        {
            refusal = new(RegistrationProblemKind.Refused, exception.Message);
        }

        var other = platform.FindOtherHandler(registration);
        foreach (var step in plan?.Steps ?? [])
        {
            if (!(step.ClaimsDefault && other is not null) && Find(step, registration) is { } problem)
                yield return problem;
        }

        if (refusal is not null)
            yield return refusal;

        if (other is not null)
            yield return new(RegistrationProblemKind.OtherDefault, $"The system opens links of '{registration.Scheme}:' with {other}; only the user gives the scheme back, in the system's settings.");

        var store = platform.OpenStore(registration.Scope);
        if (!store.Has(registration.ApplicationId!))
            yield return new(RegistrationProblemKind.NoReceipt, $"There is no receipt '{store.NameOf(registration.ApplicationId!)}'; unregistering goes by the marks of the registration.");
    }

    private RegistrationProblem? Find(RegistrationStep step, ProtocolRegistration registration)
    {
        try
        {
            return platform.Prepare(step, registration, hasChanges: false) is [.., var change]
                ? new(RegistrationProblemKind.NotInPlace, $"'{change.Path}' is missing or not as registered. To do: {step.Description.Split('\n')[0]}")
                : null;
        }
        catch (RegistrationException exception)
        {
            return new(RegistrationProblemKind.NotInPlace, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(RegistrationProblemKind.NotInPlace, $"'{step.Target}' cannot be read: {exception.Message}");
        }
    }
}
