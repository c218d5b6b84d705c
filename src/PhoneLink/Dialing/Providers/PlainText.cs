using System.Globalization;
using System.Text;

namespace PhoneLink;

/// <summary>Makes text of others fit for what a person reads.</summary>
internal static class PlainText
{
    /// <summary>How far a text is read; what it is for is much shorter.</summary>
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
}
