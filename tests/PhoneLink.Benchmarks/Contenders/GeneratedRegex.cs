using System.Text.RegularExpressions;

namespace PhoneLink.Benchmarks.Contenders;

/// <summary>The way back by regular expressions that the compiler makes.</summary>
internal static partial class GeneratedRegex
{
    public static LinkParts? ReadTel(string link) => Tel().Match(link) is { Success: true } match ? new(match.Groups["number"].Value) : null;

    public static bool IsTel(ReadOnlySpan<char> link) => Tel().IsMatch(link);

    public static LinkParts? ReadFiveHoles(string link) => FiveHoles().Match(link) is { Success: true } match
        ? new(match.Groups["number"].Value, Decoded(match, "person"), Decoded(match, "company"), Decoded(match, "user"), Decoded(match, "id"))
        : null;

    public static bool IsFiveHoles(ReadOnlySpan<char> link) => FiveHoles().IsMatch(link);

    private static string Decoded(Match match, string group) => Uri.UnescapeDataString(match.Groups[group].ValueSpan);

    [GeneratedRegex(@"\Atel:(?<number>\+?[0-9]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tel();

    [GeneratedRegex(
        @"\Adomycall:(?<number>\+?[0-9]+)\?name=(?<person>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)&company=(?<company>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)"
        + @"&user=(?<user>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)&id=(?<id>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FiveHoles();
}
