using System.Text.RegularExpressions;

namespace PhoneLink.Benchmarks.Contenders;

/// <summary>Links and numbers taken apart by regular expressions that the compiler makes.</summary>
internal static partial class GeneratedRegex
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    public static LinkParts? ReadTel(string link) => Tel().Match(link) is { Success: true } match ? new(match.Groups["number"].Value) : null;

    public static bool IsTel(ReadOnlySpan<char> link) => Tel().IsMatch(link);

    public static LinkParts? ReadFiveHoles(string link) => FiveHoles().Match(link) is { Success: true } match
        ? new(match.Groups["number"].Value, Decoded(match, "person"), Decoded(match, "company"), Decoded(match, "user"), Decoded(match, "id"))
        : null;

    public static bool IsFiveHoles(ReadOnlySpan<char> link) => FiveHoles().IsMatch(link);

    public static ScannedTel? ReadTelUri(string link) => ToTel(TelUri().Match(link));

    public static ScannedTel? ReadCalltoUri(string link) => ToTel(CalltoUri().Match(link));

    public static ScannedTel? ReadNumber(string text) => ToTel(Number().Match(text));

    public static ScannedSip? ReadSipUri(string link) => SipUri().Match(link) is { Success: true } match
        ? new(Separators().Replace(match.Groups["number"].Value, ""), match.Groups["host"].Value)
        : null;

    private static ScannedTel? ToTel(Match match) => match.Success
        ? new(Separators().Replace(match.Groups["number"].Value, ""), match.Groups["extension"] is { Success: true } extension ? Separators().Replace(extension.Value, "") : null)
        : null;

    private static string Decoded(Match match, string group) => Uri.UnescapeDataString(match.Groups[group].ValueSpan);

    [GeneratedRegex(@"\Atel:(?<number>\+?[0-9]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tel();

    [GeneratedRegex(
        @"\Adomycall:(?<number>\+?[0-9]+)\?name=(?<person>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)&company=(?<company>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)"
        + @"&user=(?<user>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)&id=(?<id>([A-Za-z0-9\-._~]|%[0-9A-Fa-f]{2})*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FiveHoles();

    [GeneratedRegex(@"\Atel:(?<number>\+?[0-9.()\-]+)(;ext=(?<extension>[0-9.()\-]+))?\z", Options)]
    private static partial Regex TelUri();

    [GeneratedRegex(@"\Acallto:(?<number>\+?[0-9.()\-]+)\z", Options)]
    private static partial Regex CalltoUri();

    [GeneratedRegex(@"\Asip:(?<number>\+?[0-9.()\-]+)@(?<host>[a-z0-9.\-]+)(;user=phone)?\z", Options)]
    private static partial Regex SipUri();

    [GeneratedRegex(@"\A(?<number>[+(]?[0-9][0-9 .()/\-]*)((ext\.|x) *(?<extension>[0-9]+))?\z", Options)]
    private static partial Regex Number();

    [GeneratedRegex("[^0-9+]+")]
    private static partial Regex Separators();
}
