using System.Globalization;
using PhoneLink;

namespace ClickToDial.Web;

/// <summary>Words that the page puts beside people and numbers.</summary>
internal static class Words
{
    public static string Label(PhoneEntry entry) => entry.Label ?? entry.Kind switch
    {
        PhoneKind.PersonDirect => "Direct",
        PhoneKind.PersonMobile => "Mobile",
        PhoneKind.PersonPrivate => "Private",
        PhoneKind.Company => "Company",
        _ => "Other",
    };

    /// <summary>The first letters of the first and the last word; a person without a name has none.</summary>
    public static string Initials(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : string.Concat(words.Length == 1 ? [First(words[0])] : [First(words[0]), First(words[^1])]);
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word);
}
