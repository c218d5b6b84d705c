namespace PhoneLink.Tests.Dialing.Rules;

/// <summary>A numbering plan of Norway and a little of Britain, so that the rules are tested without metadata.</summary>
internal sealed class NorwegianNumbers : INumberingPlan
{
    private static readonly NumberingRegion Norway = new("NO", "47") { InternationalPrefix = "00" };
    private static readonly NumberingRegion Britain = new("GB", "44") { InternationalPrefix = "00", NationalPrefix = "0" };

    public static NorwegianNumbers Plan { get; } = new();

    public NumberAnalysis Analyze(PhoneNumber number, string? region = null)
    {
        var digits = number.Digits;
        var kind = (region, digits) switch
        {
            ("NO", "112" or "113" or "110") or ("GB", "999" or "112") => NumberKind.Emergency,
            ("NO", "1881") or ("GB", "118500") => NumberKind.ShortCode,
            _ when number.IsServiceCode => NumberKind.ServiceCode,
            _ => NumberKind.Unknown,
        };
        if (kind is not NumberKind.Unknown)
            return new(number, new NumberDetails(kind) { Region = region });

        if (number.Context is { } context && context[0] != '+')
            return new(number, new NumberDetails(NumberKind.Local));

        var global = number.IsGlobal ? digits : Global(number.Context is null ? region : number.Context == "+47" ? "NO" : null, digits);
        if (global is null)
            return new(number, new NumberDetails(NumberKind.Unknown) { IsPossiblyInvalid = true });

        var canonical = new PhoneNumber(global, global, number.Extension, number.Subaddress, null, number.PostDial);
        return new(canonical, () => Details(global));
    }

    public NumberingRegion? FindRegion(string region) => region.ToUpperInvariant() switch
    {
        "NO" => Norway,
        "GB" => Britain,
        _ => null,
    };

    private static string? Global(string? region, string digits) => region switch
    {
        "NO" when digits.StartsWith("00", StringComparison.Ordinal) => "+" + digits[2..],
        "NO" when digits.Length == 8 && digits[0] is >= '2' and <= '9' => "+47" + digits,
        "GB" when digits.StartsWith("00", StringComparison.Ordinal) => "+" + digits[2..],
        "GB" when digits.Length == 11 && digits[0] == '0' => "+44" + digits[1..],
        _ => null,
    };

    private static NumberDetails Details(string global) => global switch
    {
        ['+', '4', '7', >= '2' and <= '9', ..] when global.Length == 11 => new(NumberKind.Fixed) { Region = "NO", National = $"{global[3..5]} {global[5..7]} {global[7..9]} {global[9..]}" },
        ['+', '4', '4', ..] when global.Length == 13 => new(NumberKind.Fixed) { Region = "GB", National = $"0{global[3..5]} {global[5..9]} {global[9..]}" },
        ['+', '1', ..] when global.Length == 12 => new(NumberKind.Fixed) { Region = "US", National = global[2..] },
        _ => new(NumberKind.Unknown) { IsPossiblyInvalid = true },
    };
}
