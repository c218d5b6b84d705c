using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>Writes numbers as Windows telephony reads them.</summary>
/// <remarks>
/// A canonical address where the country code is known, <c>+47 22517000</c>, else what is dialled; a comma is a pause there too.
/// https://learn.microsoft.com/windows/win32/tapi/address-ovr.
/// </remarks>
internal static class TapiAddress
{
    /// <summary>What means the same there as in a number: a semicolon, a wait here, ends an unfinished address there, and letters change how is dialled.</summary>
    private const string Signs = "+0123456789*#,";

    /// <summary>Writes a number; false where an address cannot say it, or is too long, for an address is never cut.</summary>
    public static bool TryWrite(PhoneNumber number, NumberAnalysis? analysis, [NotNullWhen(true)] out string? address)
    {
        var dialled = number.ToString(PhoneNumberStyle.Dialable);
        address = null;
        if (dialled.Any(static c => Signs.IndexOf(c) < 0))
            return false;

        var written = CountryCodeLength(number, analysis) is > 0 and var length ? dialled.Insert(length, " ") : dialled;
        address = written.Length < TapiLimits.Address ? written : null;
        return address is not null;
    }

    /// <summary>How long plus and country code are, told by the numbering plan's international form; 0 when nobody knows.</summary>
    private static int CountryCodeLength(PhoneNumber number, NumberAnalysis? analysis)
    {
        if (!number.IsGlobal || analysis?.International is not { } international)
            return 0;

        // No country code begins with another one (ITU-T E.164), so that one which the number begins with is its own.
        var space = international.IndexOf(' ');
        return space > 1 && number.Digits.StartsWith(international.Substring(0, space), StringComparison.Ordinal) ? space : 0;
    }
}
