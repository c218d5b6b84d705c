using System.Globalization;
using PhoneNumbers;
using Library = PhoneNumbers.PhoneNumber;

namespace PhoneLink;

/// <summary>The numbers of all countries. Only digits go to the library, never text: the reader knows more of text than the library does.</summary>
internal static class NationalNumbers
{
    /// <summary>The most digits of an extension: a number that the plan does not know is one, rather than a number of the country.</summary>
    private const int LongestExtension = 6;

    /// <summary>The most digits of a subscriber's number without area code, but for Brazil's nine, which are no number of its plan.</summary>
    private const int LongestSubscriberNumber = 8;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    public static bool Knows(string region) => Numbers.GetMetadataForRegion(region) is not null;

    public static NumberingRegion? FindRegion(string region)
    {
        var metadata = Numbers.GetMetadataForRegion(region);
        return metadata is null ? null : new(region, metadata.CountryCode.ToString(CultureInfo.InvariantCulture))
        {
            InternationalPrefix = Prefix(metadata.InternationalPrefix) ?? Prefix(metadata.PreferredInternationalPrefix),
            NationalPrefix = Prefix(metadata.NationalPrefix),
        };
    }

    /// <summary>What is known of a global number, or <see langword="null"/> when there is no such country code or no number of such a length.</summary>
    public static NumberDetails? Describe(string global)
    {
        if (!TryParse(global, null, out var number) || !IsPossible(number))
            return null;

        return new(NumberKinds.Of(Numbers.GetNumberType(number)))
        {
            Region = Numbers.GetRegionCodeForNumber(number),

            // The library drops a trunk prefix behind the country code; who dials the number does not.
            IsPossiblyInvalid = !Numbers.IsValidNumber(number) || Numbers.Format(number, PhoneNumberFormat.E164) != global,
            National = Numbers.Format(number, PhoneNumberFormat.NATIONAL),
            International = Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL),
        };
    }

    /// <summary>The global form of what is dialled in a region, or <see langword="null"/> when it has none that is certain.</summary>
    public static string? ToGlobal(string digits, string region) =>
        TryParse(digits, region, out var number) && IsPossible(number) && IsWhole(number, digits, region)
            ? Numbers.Format(number, PhoneNumberFormat.E164)
            : null;

    /// <summary>A number behind the context in which it is valid, or <see langword="null"/> when both are no number or the number is a short one.</summary>
    public static string? Join(string context, string digits)
    {
        if (!TryParse("+" + context + digits, null, out var number) || !IsPossible(number) || IsShort(digits, number.CountryCode))
            return null;

        return Numbers.IsValidNumber(number) || IsUsual(number, digits) ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
    }

    /// <summary>Makes the number that the library asks for where it knows short codes; it cannot be parsed, being no number of the country.</summary>
    public static bool TryMake(string digits, string region, out Library number)
    {
        var zeros = digits.Length - digits.TrimStart('0').Length;
        number = Library.DefaultInstance;
        if (!ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;

        number = new Library.Builder()
            .SetCountryCode(Numbers.GetCountryCodeForRegion(region))
            .SetNationalNumber(value)
            .SetNumberOfLeadingZeros(value == 0 ? zeros - 1 : zeros)
            .Build();
        return true;
    }

    private static bool TryParse(string digits, string? region, out Library number)
    {
        try
        {
            number = Numbers.ParseAndKeepRawInput(digits, region);
            return true;
        }
        catch (NumberParseException)
        {
            number = Library.DefaultInstance;
            return false;
        }
    }

    private static bool IsPossible(Library number) => Numbers.IsPossibleNumberWithReason(number) is PhoneNumberUtil.ValidationResult.IS_POSSIBLE;

    /// <summary>Whether digits name one subscriber of the world; what merely may do so stays as it is, since a guess calls a stranger.</summary>
    private static bool IsWhole(Library number, string digits, string region) => number.CountryCodeSource switch
    {
        Library.Types.CountryCodeSource.FROM_NUMBER_WITH_IDD => true,
        Library.Types.CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN => Numbers.IsValidNumber(number),
        _ when Numbers.IsValidNumber(number) => digits.Length > LongestSubscriberNumber || !LacksTrunkPrefix(number, digits, region),

        // Plans are behind the networks: what is written like a number of the country is one, though the plan does not know it.
        _ => IsUsual(number, digits) && !LacksTrunkPrefix(number, digits, region),
    };

    /// <summary>Whether digits are not written as at home: as a subscriber's number, which belongs to one's own area, looks like another area's number.</summary>
    private static bool LacksTrunkPrefix(Library number, string digits, string region)
    {
        var trunk = Prefix(Numbers.GetMetadataForRegion(region).NationalPrefix);
        if (trunk is null || digits != Numbers.GetNationalSignificantNumber(number))
            return false;

        // Not every number behind a trunk prefix is written with it: NANP numbers are not.
        var written = PhoneNumberUtil.NormalizeDigitsOnly(Numbers.Format(number, PhoneNumberFormat.NATIONAL));
        return written == trunk + digits || (digits.Length <= LongestSubscriberNumber && !Numbers.IsValidNumber(number));
    }

    /// <summary>Whether digits are too many for an extension, and as many as telephones of the country have, fixed or mobile.</summary>
    private static bool IsUsual(Library number, string digits) =>
        digits.Length > LongestExtension
        && (Numbers.IsPossibleNumberForTypeWithReason(number, PhoneNumberType.FIXED_LINE) is PhoneNumberUtil.ValidationResult.IS_POSSIBLE
            || Numbers.IsPossibleNumberForTypeWithReason(number, PhoneNumberType.MOBILE) is PhoneNumberUtil.ValidationResult.IS_POSSIBLE);

    private static bool IsShort(string digits, int countryCode)
    {
        foreach (var region in Numbers.GetRegionCodesForCountryCode(countryCode))
            if (ShortNumbers.Find(digits, region) is not null)
                return true;

        return false;
    }

    /// <summary>A prefix of digits only: the metadata also has patterns of several, and <c>~</c> where one waits for a tone.</summary>
    private static string? Prefix(string? text)
    {
        if (text is null or "")
            return null;

        foreach (var c in text)
            if (!char.IsAsciiDigit(c))
                return null;

        return text;
    }
}
