using System.Globalization;
using PhoneLink;

namespace DialHandler;

/// <summary>Asks on the terminal: the number first, then what the link says, harmless to look at. Without a terminal nobody says yes.</summary>
internal static class TerminalPrompt
{
    private const int MaxShown = 64;

    public static async Task<bool> AskAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
            return false;

        Console.WriteLine($"Call {call.Number!.ToString(PhoneNumberStyle.Rfc3966)}{call.Number.PostDial}?");
        foreach (var (name, value) in call.Values)
            Console.WriteLine($"  the link says {Harmless(name)}: {Harmless(value)}");

        Console.Write("[y/N] ");

        // Reading a console holds its thread; the dial must be able to end without an answer.
        return await Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken) is "y" or "Y";
    }

    /// <summary>A stranger's text: control and bidi characters become a visible mark, long text is cut.</summary>
    private static string Harmless(string text)
    {
        var shown = text.Length > MaxShown ? text[..MaxShown] + "…" : text;
        return string.Concat(shown.Select(static c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format ? '\u2423' : c));
    }
}
