using System.Globalization;
using System.Text;

namespace PhoneLink.Benchmarks.Contenders;

/// <summary>What .NET brings: replacing, and format strings; the values are escaped by <see cref="Uri"/>.</summary>
internal static class FormatStrings
{
    private const string TelFormat = "tel:{0}";
    private const string FiveHolesFormat = "domycall:{0}?name={1}&company={2}&user={3}&id={4}";
    private static readonly CompositeFormat TelComposite = CompositeFormat.Parse(TelFormat);
    private static readonly CompositeFormat FiveHolesComposite = CompositeFormat.Parse(FiveHolesFormat);
    private const string TelTemplate = "tel:%p";
    private const string FiveHolesTemplate = "domycall:%p?name=<attn>&company=<name>&user=<user>&id=<cuid>";

    public static string ReplaceTel(CallRow row) => TelTemplate.Replace("%p", row.Number.Digits, StringComparison.Ordinal);

    public static string ReplaceFiveHoles(CallRow row) => FiveHolesTemplate
        .Replace("%p", row.Number.Digits, StringComparison.Ordinal)
        .Replace("<attn>", Person(row), StringComparison.Ordinal)
        .Replace("<name>", Company(row), StringComparison.Ordinal)
        .Replace("<user>", User(row), StringComparison.Ordinal)
        .Replace("<cuid>", Id(row), StringComparison.Ordinal);

    public static string FormatTel(CallRow row) => string.Format(CultureInfo.InvariantCulture, TelFormat, row.Number.Digits);

    public static string FormatFiveHoles(CallRow row) =>
        string.Format(CultureInfo.InvariantCulture, FiveHolesFormat, row.Number.Digits, Person(row), Company(row), User(row), Id(row));

    public static string CompositeTel(CallRow row) => string.Format(CultureInfo.InvariantCulture, TelComposite, row.Number.Digits);

    public static string CompositeFiveHoles(CallRow row) =>
        string.Format(CultureInfo.InvariantCulture, FiveHolesComposite, [row.Number.Digits, Person(row), Company(row), User(row), Id(row)]);

    public static int CompositeTel(CallRow row, Span<char> link) =>
        link.TryWrite(CultureInfo.InvariantCulture, TelComposite, out var length, row.Number.Digits) ? length : 0;

    private static string Person(CallRow row) => Uri.EscapeDataString(row.Subject.Person!.Name!);

    private static string Company(CallRow row) => Uri.EscapeDataString(row.Subject.Company!.Name!);

    private static string User(CallRow row) => Uri.EscapeDataString(row.Subject.UserId!);

    private static string Id(CallRow row) => Uri.EscapeDataString(row.Subject.Company!.Id!);
}
