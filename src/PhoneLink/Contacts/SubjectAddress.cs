namespace PhoneLink;

/// <summary>A postal or street address.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> prints nothing of it.</remarks>
public sealed record SubjectAddress
{
    /// <summary>Gets the first line, or <see langword="null"/>.</summary>
    public string? Line1 { get; init; }

    /// <summary>Gets the second line, or <see langword="null"/>.</summary>
    public string? Line2 { get; init; }

    /// <summary>Gets the third line, or <see langword="null"/>.</summary>
    public string? Line3 { get; init; }

    /// <summary>Gets the town, or <see langword="null"/>.</summary>
    public string? City { get; init; }

    /// <summary>Gets the postcode, or <see langword="null"/>.</summary>
    public string? Zip { get; init; }

    /// <summary>Gets the state or province, or <see langword="null"/>.</summary>
    public string? State { get; init; }

    /// <summary>Gets the county, or <see langword="null"/>.</summary>
    public string? County { get; init; }

    /// <summary>As American addresses have it: <c>Bedford, MA 01730</c>.</summary>
    internal string? CityStateZip => Words.Join(", ", City, Words.Join(" ", State, Zip));

    /// <summary>As British addresses have it: <c>Kent CT1 2EH</c>.</summary>
    internal string? CountyZip => Words.Join(" ", County, Zip);

    /// <summary>As most of Europe has it: <c>0572 Oslo</c>.</summary>
    internal string? ZipCity => Words.Join(" ", Zip, City);

    /// <summary>Returns what this is, for logs.</summary>
    /// <returns><c>address</c>.</returns>
    public override string ToString() => "address";
}
