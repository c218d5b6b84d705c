namespace PhoneLink.Tests.Dialing.Providers;

/// <summary>What a stranger writes into a name so that it becomes something else on the way to a telephone.</summary>
internal static class HostileText
{
    /// <summary>Harmless for a list of arguments without a shell: it arrives as it is.</summary>
    public static readonly string[] Arriving =
    [
        "a b", " a", "a ", "$(touch X)", "`touch X`", "a;touch X", "a|touch X", "a && touch X", "%0d%0aX: y", "%p", "<attn>", "{attn}", "%%", "a\\", "\\\\a\\\\", "a\\b c\\",
        "'", "it's", "*", "~", "a=b", "a&b=c", "!x", "#x", "?", "..", "../../x", "a/../b", "å Ø 電話 😀", "a\u00A0b",
    ];

    /// <summary>Fine as text, and able to part arguments where a program splits its command line itself.</summary>
    public static readonly string[] Quoting = ["\"", "\" & touch X", "a\"b\\\"c", "\\\"", "\" -x \""];

    /// <summary>An option, or a file of arguments.</summary>
    public static readonly string[] Options = ["-x", "--config=/tmp/x", "-oProxyCommand=x", "/x", "/?", "@file", "@/etc/passwd", "\u2013x", "\u2212x", "\uFF0Dx", "\uFF0Fx"];

    /// <summary>Ends lines or texts, or shows a person another text.</summary>
    public static readonly string[] Unseen = ["a\r\nX: y", "a\nb", "a\tb", "a\0b", "\u001B[2J", "a\u0085b", "a\u2028b", "\u202Eabc", "a\u2066b", "a\u200Fb", "\u061C"];

    public static IEnumerable<string> All => [.. Arriving, .. Quoting, .. Options, .. Unseen];
}
