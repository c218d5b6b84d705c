using System.Text;

namespace PhoneLink.Registration;

/// <summary>Lists what a registration will change, before anything is changed.</summary>
/// <remarks>Immutable and thread-safe. Made by <see cref="ProtocolRegistrar.Plan"/>, or by <see cref="ProtocolRegistrar.PlanFor"/> only to be read; printed, it is what a person can be asked to agree to.</remarks>
public sealed class RegistrationPlan
{
    internal RegistrationPlan(ProtocolRegistration registration, IReadOnlyList<RegistrationStep> steps) => (Registration, Steps) = (registration, steps);

    /// <summary>Gets the name of the platform that can carry the plan out; null for one that is only to be read.</summary>
    internal string? Platform { get; init; }

    /// <summary>Gets what is wanted, with the scheme in lower case and the application id filled in.</summary>
    public ProtocolRegistration Registration { get; }

    /// <summary>Gets the changes in the order in which they are made.</summary>
    public IReadOnlyList<RegistrationStep> Steps { get; }

    /// <summary>Prints the plan for a person.</summary>
    /// <returns>A title line and one numbered paragraph a step.</returns>
    public override string ToString()
    {
        var text = new StringBuilder($"Register {Registration.Scheme}: links for {Registration.DisplayName} ({Registration.Executable})\n");
        for (var i = 0; i < Steps.Count; i++)
            text.Append($"{i + 1}. {Steps[i].Description.ReplaceLineEndings("\n   ")}\n");

        return text.ToString();
    }
}
