namespace PhoneLink.Registration;

/// <summary>Thrown when a registration or its reversal is refused or fails; unless the message says otherwise, nothing is changed.</summary>
public sealed class RegistrationException : Exception
{
    /// <summary>Makes an exception without a reason.</summary>
    public RegistrationException()
        : this(RegistrationFailure.StepFailed, "The registration failed.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public RegistrationException(string message)
        : this(RegistrationFailure.StepFailed, message)
    {
    }

    /// <summary>Makes an exception with a message and its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public RegistrationException(string message, Exception innerException)
        : this(RegistrationFailure.StepFailed, message, null, innerException)
    {
    }

    /// <summary>Makes an exception with a reason.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">What happened.</param>
    /// <param name="step">The description of the step that failed; null when no step had begun.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public RegistrationException(RegistrationFailure failure, string message, string? step = null, Exception? innerException = null)
        : base(message, innerException) => (Failure, Step) = (failure, step);

    /// <summary>Gets the reason.</summary>
    public RegistrationFailure Failure { get; }

    /// <summary>Gets the description of the step that failed (<see cref="RegistrationStep.Description"/>); null when no step had begun.</summary>
    public string? Step { get; }
}
