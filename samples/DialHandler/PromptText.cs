using System.Globalization;
using PhoneLink;

namespace DialHandler;

/// <summary>What is asked: the number first, then what the link says, harmless to look at.</summary>
internal static class PromptText
{
    private const int MaxShown = 64;

    public static string Write(IncomingCall call) =>
        string.Join('\n', call.Values.Select(static value => $"  the link says {Harmless(value.Key)}: {Harmless(value.Value)}").Prepend($"Call {call.Number!.ToString(PhoneNumberStyle.Rfc3966)}{call.Number.PostDial}?"));

    /// <summary>A stranger's text: control and bidi characters become a visible mark, long text is cut.</summary>
    private static string Harmless(string text)
    {
        var shown = text.Length > MaxShown ? text[..MaxShown] + "…" : text;
        return string.Concat(shown.Select(static c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format ? '\u2423' : c));
    }
}
