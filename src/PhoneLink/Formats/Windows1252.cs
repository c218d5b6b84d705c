using System.Runtime.CompilerServices;

namespace PhoneLink;

/// <summary>The code page of Western Windows, which .NET has not without a provider, and then with a best fit that makes quotes of look-alikes.</summary>
/// <remarks>Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.</remarks>
internal static class Windows1252
{
    private const int Unknown = '?';
    private const int FirstOwn = 0x80;
    private const int FirstLatin = 0xA0;

    /// <summary>What 0x80 to 0x9F stand for; <c>\0</c> where the code page has nothing.</summary>
    private const string Own =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0" +
        "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>The octet of a character; that of the question mark where there is none.</summary>
    public static int Encode(int codePoint)
    {
        if (codePoint is < FirstOwn or (>= FirstLatin and <= 0xFF))
            return codePoint;

        var index = codePoint is > 0xFF and <= char.MaxValue ? Own.IndexOf((char)codePoint) : -1;
        return index < 0 ? Unknown : FirstOwn + index;
    }

    /// <summary>Decodes escapes once; octets without a character become U+FFFD.</summary>
    [SkipLocalsInit]
    public static string Decode(ReadOnlySpan<char> text)
    {
        var decoded = text.Length <= UriSyntax.MaxLength ? stackalloc char[UriSyntax.MaxLength] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var octet = UriSyntax.EscapedOctet(text, i);
            decoded[length++] = octet < 0 ? text[i] : Character(octet);
            i += octet < 0 ? 0 : 2;
        }

        return decoded.Slice(0, length).ToString();
    }

    private static char Character(int octet)
    {
        if (octet is < FirstOwn or >= FirstLatin)
            return (char)octet;

        return Own[octet - FirstOwn] is not '\0' and var c ? c : '\uFFFD';
    }
}
