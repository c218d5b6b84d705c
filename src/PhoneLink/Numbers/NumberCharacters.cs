using System.Globalization;

namespace PhoneLink;

/// <summary>What the characters of a written number mean.</summary>
internal static class NumberCharacters
{
    /// <summary>The digits of the letters a to z on a keypad (ITU-T E.161).</summary>
    private const string Keypad = "22233344455566677778889999";

    /// <summary>The small forms' hash and the fullwidth z; how far a fullwidth letter is from its own (Unicode, Halfwidth and Fullwidth Forms).</summary>
    private const char FirstWide = '\uFE5F';
    private const char LastWide = '\uFF5A';
    private const int WideOffset = '\uFF21' - 'A';

    /// <summary>Words that announce an extension: English, Spanish and Portuguese, and Russian, whose first one only looks like a Latin x.</summary>
    public static readonly string[] ExtensionWords = ["extension", "extn", "ext", "x", "int", "extensión", "anexo", "ramal", "х", "доб"];

    /// <summary>The value of a decimal digit of any alphabet in the basic plane, else -1.</summary>
    public static int DigitValue(char c) => char.IsAsciiDigit(c) ? c - '0' : c < '\u0660' ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    public static bool IsPlus(char c) => c is '+' or '\uFF0B' or '\uFE62';

    /// <summary>Spaces of every width.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' || (c >= '\u0080' && char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator);

    /// <summary>Marks that nobody sees: soft hyphen, joiners, bidi marks and isolates, byte order mark.</summary>
    public static bool IsInvisible(char c) => c >= '\u0080' && char.GetUnicodeCategory(c) is UnicodeCategory.Format;

    /// <summary>What stands between digits without meaning: hyphens, dots, slashes and brackets of every width.</summary>
    public static bool IsSeparator(char c) =>
        IsSpace(c) || IsInvisible(c) || IsHyphen(c) || IsSlash(c) || IsOpeningBracket(c) || IsClosingBracket(c)
        || c is '.' or '\u00B7' or '\u2022' or '\uFF0E';

    public static bool IsHyphen(char c) => c is '-' or '\u2212' or (>= '\u2010' and <= '\u2015') or '\uFE63' or '\uFF0D';

    /// <summary>Raised, circled and Roman numbers, fractions: they count, but no telephone has them.</summary>
    public static bool IsOtherNumber(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    public static bool IsSlash(char c) => c is '/' or '\uFF0F';

    public static bool IsOpeningBracket(char c) => c is '(' or '[' or '\uFF08' or '\uFF3B' or '\uFE59';

    public static bool IsClosingBracket(char c) => c is ')' or ']' or '\uFF09' or '\uFF3D' or '\uFE5A';

    public static bool IsColon(char c) => c is ':' or '\uFF1A';

    public static bool IsLineBreak(char c) => c is (>= '\n' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    /// <summary>What ends a number in HTML, in an address or in a link, where digits may follow that have nothing to do with it.</summary>
    public static bool IsMarkup(char c) => c is '"' or '<' or '>' or '@' or '?';

    /// <summary>Whether a text may hold characters that <see cref="Narrow"/> changes; most hold none.</summary>
    public static bool MayHoldWide(ReadOnlySpan<char> text)
    {
#if NET
        return text.IndexOfAnyInRange(FirstWide, LastWide) >= 0;
#else
        foreach (var c in text)
            if (c is >= FirstWide and <= LastWide)
                return true;

        return false;
#endif
    }

    /// <summary>The star, hash or letter that a character is a wide or small form of; any other character is itself.</summary>
    public static char Narrow(char c) => c switch
    {
        '\uFF0A' or '\uFE61' => '*',
        '\uFF03' or '\uFE5F' => '#',
        (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A') => (char)(c - WideOffset),
        _ => c,
    };

    public static int KeypadDigit(char c) => char.IsAsciiLetter(c) ? Keypad[(c | 0x20) - 'a'] - '0' : -1;
}
