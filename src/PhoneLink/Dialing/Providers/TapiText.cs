using System.Globalization;
using System.Text;

namespace PhoneLink;

/// <summary>Makes text fit for the fields of a telephony request that a person reads.</summary>
internal static class TapiText
{
    /// <summary>How far a text is read; fields are much shorter.</summary>
    private const int MaxRead = 1024;

    /// <summary>Takes out what nobody sees, and makes one space of line ends, control characters and white space; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < Math.Min(text?.Length ?? 0, MaxRead); i++)
        {
            var width = char.IsSurrogatePair(text!, i) ? 2 : 1;
            var category = CharUnicodeInfo.GetUnicodeCategory(text!, i);
            if (category is UnicodeCategory.Control || char.IsWhiteSpace(text![i]))
                kept.Append(kept.Length > 0 && kept[kept.Length - 1] != ' ' ? " " : "");
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Surrogate))
                kept.Append(text, i, width);

            i += width - 1;
        }

        return kept.ToString().TrimEnd(' ') is { Length: > 0 } clean ? clean : null;
    }

    /// <summary>Encodes as much of a clean text as a field takes, cut between characters as a person counts them; null when a character would be lost.</summary>
    public static byte[]? Encode(ITapiCall call, string text, int size)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var count = starts.Length; count > 0; count--)
        {
            // No encoding has less than a unit for a UTF-16 code unit.
            var end = count < starts.Length ? starts[count] : text.Length;
            if (end >= size)
                continue;

            var encoded = call.Encode(text.Substring(0, end).TrimEnd(' '));
            if (encoded is null || encoded.Length / call.UnitSize < size)
                return encoded;
        }

        return null;
    }
}
