namespace PhoneLink;

/// <summary>What one of several providers answered.</summary>
/// <param name="ProviderName">The name that it was added with.</param>
/// <param name="Status">What is known.</param>
/// <param name="Reason">Why.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record DialAttempt(string ProviderName, DialStatus Status, DialReason Reason);
