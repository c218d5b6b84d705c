namespace PhoneLink;

/// <summary>Country codes behind which a zero is a part of the number, as data: there <c>(0)</c> is dialled from abroad too.</summary>
/// <remarks>
/// Source: the national numbering plans that the ITU publishes under E.129 (Italy since 1998, with San Marino; Congo; Ivory Coast since 2021;
/// Benin since 2024). Everywhere else a zero in brackets is for callers at home, or not written at all.
/// </remarks>
internal static class TrunkZero
{
    private static readonly string[] Kept = ["39", "378", "225", "229", "242"];

    /// <summary>Whether the first digits of a global number, without the plus, are such a country code; no code starts like another.</summary>
    public static bool IsKept(ReadOnlySpan<char> digits)
    {
        foreach (var code in Kept)
            if (digits.StartsWith(code.AsSpan(), StringComparison.Ordinal))
                return true;

        return false;
    }
}
