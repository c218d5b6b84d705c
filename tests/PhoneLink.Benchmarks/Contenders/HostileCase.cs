using System.Text;

namespace PhoneLink.Benchmarks.Contenders;

/// <summary>A text that somebody wrote to keep a parser busy, in any length, and the parser.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Write">Writes one of a length.</param>
/// <param name="Read">Reads one, and says whether it was taken.</param>
/// <param name="MaxLength">The longest text that the parser looks at.</param>
/// <param name="IsTaken">Whether a text of no more than that is taken.</param>
internal sealed record HostileCase(string Name, Func<int, string> Write, Func<string, bool> Read, int MaxLength, bool IsTaken)
{
    private const int MaxLink = 2048, MaxNumber = 512, MaxFormat = 2046, MaxPattern = 128;

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        new("tel: plus signs", static length => Filled("tel:", "+", "", length), IsLink, MaxLink, IsTaken: false),
        new("tel: separators", static length => Filled("tel:+47", "-", "22510000", length), IsLink, MaxLink, IsTaken: true),
        new("tel: parameters", static length => Numbered("tel:+4722510000", ";p{0}=v", length), IsLink, MaxLink, IsTaken: true),
        new("tel: context label", static length => Filled("tel:2251;phone-context=", "a-", "a", length), IsLink, MaxLink, IsTaken: true),
        new("tel: escapes", static length => Filled("tel:+47", "%2D", "22510000", length), IsLink, MaxLink, IsTaken: true),
        new("tel: spaces around", static length => Filled("", " ", "tel:+4722510000", length), IsLink, int.MaxValue, IsTaken: true),
        new("sip: parameters", static length => Numbered("sip:+4722510000@pbx.example.com", ";p{0}=v", length), IsLink, MaxLink, IsTaken: true),
        new("sip: host labels", static length => Filled("sip:+4722510000@", "a.", "-", length), IsLink, MaxLink, IsTaken: false),
        new("callto: escapes", static length => Filled("callto:+47", "%2D", "22510000", length), IsLink, MaxLink, IsTaken: true),
        new("number: plus signs", static length => Filled("", "+", "", length), IsNumber, MaxNumber, IsTaken: false),
        new("number: separators", static length => Filled("+47", "-", "22510000", length), IsNumber, MaxNumber, IsTaken: true),
        new("number: parameters", static length => Numbered("+4722510000", ";p{0}=v", length), IsNumber, MaxNumber, IsTaken: true),
        new("number: ext words", static length => Filled("+4722510000", ";ext", "", length), IsNumber, MaxNumber, IsTaken: true),
        new("number: words", static length => Filled("", "ext ", "+4722510000", length), IsNumber, MaxNumber, IsTaken: true),
        new("format: brackets", static length => Filled("tel:%p", "<", "", length), IsFormat, MaxFormat, IsTaken: true),
        new("format: variables", static length => Filled("tel:%p?", "<attn>", "", length), IsFormat, MaxFormat, IsTaken: true),
        new("match: values", static length => Filled("domycall:+4722510000?name=", "&company=", "", length), static link => WithPhoneLink.FiveHoles.IsMatch(link), MaxLink, IsTaken: false),
        new("pattern: sets", static length => Filled("", "[0-9]", "", length), IsPattern, MaxPattern, IsTaken: true),
        new("rule: commas", static length => Filled("", ",", "", length), IsRule, int.MaxValue, IsTaken: false),
    ];

    /// <summary>Reads one of a length, and holds the answer against what the table says.</summary>
    /// <exception cref="InvalidOperationException">It is another.</exception>
    public void Check(int length)
    {
        var text = Write(length);
        if (text.Length > length || Read(text) != (IsTaken && length <= MaxLength))
            throw new InvalidOperationException($"{Name} of {length} characters: not the answer that the table has.");
    }

    /// <summary>Returns the name.</summary>
    /// <returns>What it is.</returns>
    public override string ToString() => Name;

    private static bool IsLink(string text) => TelephonyUri.TryParse(text, out _);

    private static bool IsNumber(string text) => PhoneNumber.TryParse(text, out _);

    private static bool IsFormat(string text) => PhoneLinkFormat.TryParse(text, new() { Parsing = FormatParsing.Lenient }, out _, out _);

    private static bool IsPattern(string text) => DialPattern.TryParse(text, out _, out _);

    private static bool IsRule(string text) => DialRule.TryParse(text, out _, out _);

    /// <summary>As many whole pieces as fit.</summary>
    private static string Filled(string start, string piece, string end, int length)
    {
        var text = new StringBuilder(start, length);
        while (text.Length + piece.Length + end.Length <= length)
            text.Append(piece);

        return text.Append(end).ToString();
    }

    private static string Numbered(string start, string piece, int length)
    {
        var text = new StringBuilder(start, length);
        for (var i = 0; ; i++)
        {
            var next = piece.Replace("{0}", $"{i}", StringComparison.Ordinal);
            if (text.Length + next.Length > length)
                return text.ToString();

            text.Append(next);
        }
    }
}
