using PhoneNumbers;

namespace PhoneLink;

/// <summary>The library's types of numbers as kinds, by what a call costs.</summary>
internal static class NumberKinds
{
    public static NumberKind Of(PhoneNumberType type) => type switch
    {
        PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE => NumberKind.Fixed,
        PhoneNumberType.MOBILE => NumberKind.Mobile,
        PhoneNumberType.TOLL_FREE => NumberKind.TollFree,
        PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST => NumberKind.Premium,

        // Calls to telephones over the Internet and to companies' own numbers cost what calls to fixed lines cost.
        PhoneNumberType.VOIP or PhoneNumberType.UAN => NumberKind.Fixed,

        // 070 in Great Britain: the callee is free to be anywhere, and the caller pays for that.
        PhoneNumberType.PERSONAL_NUMBER => NumberKind.Premium,

        // Pagers and mail boxes: cheap in one country, dear in another.
        _ => NumberKind.Unknown,
    };
}
