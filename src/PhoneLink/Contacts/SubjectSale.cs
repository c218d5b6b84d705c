namespace PhoneLink;

/// <summary>The sale that a call is about.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints nothing about the sale.</remarks>
public sealed record SubjectSale
{
    /// <summary>Gets the host's id of the sale, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the sale's number, or <see langword="null"/>.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the title, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the name of the host's user whose sale it is, or <see langword="null"/>.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets the type, one of those that the host has a list of, or <see langword="null"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the status: <c>open</c>, <c>sold</c>; or <see langword="null"/>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the stage, one of those that the host has a list of, or <see langword="null"/>.</summary>
    public string? Stage { get; init; }

    /// <summary>Returns what this is, for logs.</summary>
    /// <returns><c>sale</c>.</returns>
    public override string ToString() => "sale";
}
