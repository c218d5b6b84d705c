namespace PhoneLink;

/// <summary>Whether a provider can place calls now, and why not.</summary>
/// <param name="State">Whether it can.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProviderStatus(ProviderState State)
{
    /// <summary>Gets a sentence for a person, in English and without personal data, or <see langword="null"/>.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the name of the program or system that will get the calls, or <see langword="null"/> where it cannot be told.</summary>
    public string? Handler { get; init; }

    /// <summary>Gets when this was found out.</summary>
    public DateTimeOffset CheckedAt { get; init; }
}
