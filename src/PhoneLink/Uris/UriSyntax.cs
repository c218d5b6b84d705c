namespace PhoneLink;

/// <summary>The characters of RFC 3986 and the shapes that are made of them.</summary>
internal static class UriSyntax
{
    public const string Https = "https";

    /// <summary>A one-letter scheme is a drive letter to Windows.</summary>
    public const int MinSchemeLength = 2;

    public const int MaxSchemeLength = 63;

    /// <summary>The longest link that is parsed, launched or received: what every opener takes (Internet Explorer's limit was 2,083).</summary>
    public const int MaxLength = 2048;

    /// <summary>The unreserved characters among the first 64 of ASCII and among the others: a bit for each.</summary>
    private const ulong UnreservedBelow64 = 0x03FF_6000_0000_0000;
    private const ulong UnreservedFrom64 = 0x47FF_FFFE_87FF_FFFE;

    /// <summary>The reserved ones, likewise.</summary>
    private const ulong ReservedBelow64 = 0xAC00_9FDA_0000_0000;
    private const ulong ReservedFrom64 = 0x0000_0000_2800_0001;

    public static bool IsScheme(string text) => IsScheme(text.AsSpan());

    /// <summary>RFC 3986 §3.1, without one-letter schemes.</summary>
    public static bool IsScheme(ReadOnlySpan<char> text)
    {
        if (text.Length is < MinSchemeLength or > MaxSchemeLength || !char.IsAsciiLetter(text[0]))
            return false;

        foreach (var c in text)
            if (!IsSchemeCharacter(c))
                return false;

        return true;
    }

    public static bool IsSchemeCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.';

    /// <summary>RFC 3986 §2.3: letters, digits, <c>- . _ ~</c>; looked up, since every character of every value is asked for.</summary>
    public static bool IsUnreserved(char c) => c < 0x80 && (((c < 64 ? UnreservedBelow64 : UnreservedFrom64) >> c) & 1) != 0;

    /// <summary>RFC 3986 §2.2: gen-delims and sub-delims.</summary>
    public static bool IsReserved(char c) => c < 0x80 && (((c < 64 ? ReservedBelow64 : ReservedFrom64) >> c) & 1) != 0;

    /// <summary>What stands in a link for itself: unreserved or reserved, looked up at once.</summary>
    public static bool IsUnreservedOrReserved(char c) =>
        c < 0x80 && (((c < 64 ? UnreservedBelow64 | ReservedBelow64 : UnreservedFrom64 | ReservedFrom64) >> c) & 1) != 0;

    public static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>Reads the octet of the escape at <paramref name="index"/>; -1 when it is malformed.</summary>
    public static int EscapedOctet(ReadOnlySpan<char> text, int index)
    {
        if (index + 2 >= text.Length || text[index] != '%')
            return -1;

        var high = HexValue(text[index + 1]);
        var low = HexValue(text[index + 2]);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }
}
