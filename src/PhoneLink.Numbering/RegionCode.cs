namespace PhoneLink;

/// <summary>Codes of regions: two letters (ISO 3166-1), in any case, in any culture.</summary>
internal static class RegionCode
{
    /// <summary>The code in capital letters, or <see langword="null"/> when it cannot be one.</summary>
    public static string? Normalize(string? region)
    {
        if (region is null || region.Length != 2 || !char.IsAsciiLetter(region[0]) || !char.IsAsciiLetter(region[1]))
            return null;

        return region.ToUpperInvariant();
    }
}
