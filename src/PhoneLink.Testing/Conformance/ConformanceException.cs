namespace PhoneLink.Testing;

/// <summary>Thrown where a provider breaks the contract of <see cref="ITelephonyProvider"/>; the message says which part and how.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ConformanceException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public ConformanceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What the provider threw.</param>
    public ConformanceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
