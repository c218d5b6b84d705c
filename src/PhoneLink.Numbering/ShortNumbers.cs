using PhoneNumbers;

namespace PhoneLink;

/// <summary>Emergency numbers and short codes, which have no global form.</summary>
internal static class ShortNumbers
{
    private static readonly ShortNumberInfo Codes = ShortNumberInfo.GetInstance();

    /// <summary>What a number is in a region when it is exactly a short one there, else <see langword="null"/>.</summary>
    public static NumberDetails? Find(string digits, string region)
    {
        // It also tells that 9112 would connect; only what is the number itself counts.
        if (Codes.IsEmergencyNumber(digits, region))
            return Details(NumberKind.Emergency, digits, region);

        if (!NationalNumbers.TryMake(digits, region, out var number) || !Codes.IsValidShortNumberForRegion(number, region))
            return null;

        var isPremium = Codes.GetExpectedCostForRegion(number, region) is ShortNumberInfo.ShortNumberCost.PREMIUM_RATE;
        return Details(isPremium ? NumberKind.Premium : NumberKind.ShortCode, digits, region);
    }

    private static NumberDetails Details(NumberKind kind, string digits, string region) => new(kind) { Region = region, National = digits };
}
