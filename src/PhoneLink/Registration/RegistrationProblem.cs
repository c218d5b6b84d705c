namespace PhoneLink.Registration;

/// <summary>Tells one thing that is wrong with a registration.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">A sentence for a person, which names the file.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RegistrationProblem(RegistrationProblemKind Kind, string Message);
