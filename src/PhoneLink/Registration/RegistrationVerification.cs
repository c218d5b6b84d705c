namespace PhoneLink.Registration;

/// <summary>Tells whether a registration is as it was made.</summary>
/// <param name="Registration">The registration, with the names filled in.</param>
/// <param name="Status">What the operating system will do with the scheme's links.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
/// <remarks>Immutable and thread-safe. A snapshot.</remarks>
public sealed record RegistrationVerification(ProtocolRegistration Registration, RegistrationInfo Status, IReadOnlyList<RegistrationProblem> Problems)
{
    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;

    /// <summary>Returns the problems, a line each.</summary>
    /// <returns>The text; it says so when there are none.</returns>
    public override string ToString() =>
        IsSound ? $"{Registration.Scheme}: registered and sound" : string.Join('\n', Problems.Select(static problem => problem.Message));
}
