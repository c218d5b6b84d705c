namespace PhoneLink;

/// <summary>What a numbering plan knows about a number.</summary>
/// <param name="Kind">What kind of number it is.</param>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints no digits.</remarks>
public sealed record NumberDetails(NumberKind Kind)
{
    /// <summary>Gets the region of the number, or <see langword="null"/> when it has none or it is not known.</summary>
    /// <value>An ISO 3166-1 code of two capital letters, or <c>001</c> for a number of no country.</value>
    public string? Region { get; init; }

    /// <summary>Gets whether the plan does not know such a number.</summary>
    /// <value>A warning, not a verdict: plans are behind the networks, and the number may answer all the same.</value>
    public bool IsPossiblyInvalid { get; init; }

    /// <summary>Gets how the number is written and dialled in its own country, trunk prefix included, or <see langword="null"/>; personal data.</summary>
    public string? National { get; init; }

    /// <summary>Gets how the number is written abroad, with plus and country code, or <see langword="null"/>; personal data.</summary>
    public string? International { get; init; }

    /// <summary>Returns kind and region, for logs.</summary>
    /// <returns>For instance <c>Mobile NO</c>.</returns>
    public override string ToString() => $"{Kind}{(Region is null ? "" : $" {Region}")}{(IsPossiblyInvalid ? ", possibly invalid" : "")}";
}
