namespace PhoneLink;

/// <summary>How a region's numbers are dialled.</summary>
/// <param name="Code">The region: an ISO 3166-1 code of two capital letters.</param>
/// <param name="CountryCode">The country code, without plus: <c>47</c>.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record NumberingRegion(string Code, string CountryCode)
{
    /// <summary>Gets what is dialled for abroad, <c>00</c> or <c>011</c>, or <see langword="null"/> when there is no single such prefix.</summary>
    public string? InternationalPrefix { get; init; }

    /// <summary>Gets what is dialled before a national number, <c>0</c>, or <see langword="null"/> when nothing is.</summary>
    public string? NationalPrefix { get; init; }
}
