using System.Globalization;
using System.Text;
using PhoneLink;

namespace DialHandler;

/// <summary>What is asked: the number first, then what the link says, harmless to look at.</summary>
internal static class PromptText
{
    private const int MaxShown = 64;
    private const int MaxClaims = 5;

    public static string Write(IncomingCall call) =>
        string.Join('\n', Claims(call).Select(static claim => $"  the link says {claim}").Prepend($"Call {Number(call)}?"));

    /// <summary>All that is dialled, with the digits that are keyed after somebody answers.</summary>
    public static string Number(IncomingCall call) => call.Number!.ToString(PhoneNumberStyle.Rfc3966) + call.Number.PostDial;

    /// <summary>What the link says beside the number: a stranger's words, so that a few lines must do.</summary>
    public static IReadOnlyList<string> Claims(IncomingCall call)
    {
        var claims = call.Values.Where(static value => !string.IsNullOrWhiteSpace(value.Value)).Select(static value => $"{Harmless(value.Key)}: {Harmless(value.Value)}").ToList();
        return claims.Count <= MaxClaims ? claims : [.. claims.Take(MaxClaims), $"… and {claims.Count - MaxClaims} more"];
    }

    /// <summary>Control and bidi characters, line ends of Unicode's own and half characters become a visible mark; long text is cut between characters.</summary>
    private static string Harmless(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MaxShown)
                return shown.Append('…').ToString();

            shown.Append(IsHarmless(rune) ? rune.ToString() : "\u2423");
        }

        return shown.ToString();
    }

    private static bool IsHarmless(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
