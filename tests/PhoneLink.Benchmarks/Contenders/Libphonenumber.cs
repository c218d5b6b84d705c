using PhoneNumbers;

namespace PhoneLink.Benchmarks.Contenders;

/// <summary>The library that knows the world's numbers: it takes numbers as people write them, and <c>tel:</c> links, for numbers of a region.</summary>
internal static class Libphonenumber
{
    /// <summary>A region without a trunk prefix, so that a local number keeps all digits that were written.</summary>
    private const string Region = "NO";

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public static ScannedTel? ReadTelUri(string link) => link.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? Read(link, isGlobal: true) : null;

    public static ScannedTel? ReadNumber(string text) => Read(text, text.StartsWith('+'));

    private static ScannedTel? Read(string text, bool isGlobal)
    {
        try
        {
            var number = Library.Parse(text, Region);
            var digits = isGlobal ? Library.Format(number, PhoneNumberFormat.E164) : Library.GetNationalSignificantNumber(number);
            return new(digits, number.HasExtension ? number.Extension : null);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
