namespace DialHandler;

/// <summary>The window of a Linux desktop: the number large and first, the link's words small below it, Cancel by default.</summary>
internal static class ZenityPrompt
{
    public const string Program = "/usr/bin/zenity";

    public static IReadOnlyList<string> Arguments(IncomingCall call)
    {
        var claims = PromptText.Claims(call);
        var text = $"<span size=\"xx-large\" weight=\"bold\">{Literal(PromptText.Number(call))}</span>\n\nA link asks to call this number.";
        if (claims.Count > 0)
            text += $" It says:\n\n{string.Join('\n', claims.Select(static claim => $"<small>{Literal(claim)}</small>"))}";

        return ["--question", "--title=Call this number?", $"--text={text}", "--ok-label=Call", "--cancel-label=Do not call", "--default-cancel", "--icon-name=call-start", "--width=320"];
    }

    /// <summary>A text in zenity's <c>--text</c>, which is unescaped like a C string (g_strcompress) and then read as Pango markup.</summary>
    private static string Literal(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\\", "\\\\", StringComparison.Ordinal);
}
