namespace PhoneLink.Activation;

/// <summary>Refuses what keys more than a number, unless the options allow it.</summary>
internal static class ActivationNumber
{
    private static readonly string[] Parameters = [";ext=", ";postd="];

    /// <summary>Checks the decoded text of a number, or of a link's whole target.</summary>
    public static bool IsAllowed(string text, ActivationOptions options) =>
        (options.AllowServiceCodes || text.IndexOfAny(['*', '#']) < 0) && (options.AllowExtensions || !(text.Contains(',') || HoldsWait(text) || HoldsParameter(text)));

    /// <summary>Checks a number that was read. RFC 3966 lets a local one hold a to f; from a link, a word is never a number.</summary>
    public static bool IsAllowed(PhoneNumber number, ActivationOptions options)
    {
        foreach (var c in number.Digits)
            if (char.IsAsciiLetter(c) || (c is '*' or '#' && !options.AllowServiceCodes))
                return false;

        return options.AllowExtensions || (number.Extension is null && number.PostDial is null);
    }

    /// <summary>A semicolon before something to key is a wait, not the start of a parameter.</summary>
    private static bool HoldsWait(string text)
    {
        for (var i = text.IndexOf(';'); i >= 0 && i + 1 < text.Length; i = text.IndexOf(';', i + 1))
            if (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is '*' or '#')
                return true;

        return false;
    }

    /// <summary>Whether a decoded text announces an extension or post-dial digits.</summary>
    public static bool HoldsParameter(string text) =>
        Array.Exists(Parameters, parameter => text.Contains(parameter, StringComparison.OrdinalIgnoreCase));
}
