namespace PhoneLink;

/// <summary>Reads digits as they are dialled at a location.</summary>
internal sealed class DialLocation
{
    /// <summary>The least digits behind an international prefix: no global number is shorter, and a short code may begin with a zero or two.</summary>
    private const int MinGlobalDigits = 7;

    private readonly INumberingPlan? _numbering;

    public DialLocation(DialPlan plan, INumberingPlan? numbering)
    {
        Plan = plan;
        _numbering = numbering;
        Region = plan.Region is null ? null : numbering?.FindRegion(plan.Region);
        InternationalPrefix = plan.InternationalPrefix ?? (Region?.InternationalPrefix is { Length: > 0 } prefix ? prefix : null);
        LongDistanceLine = plan.LongDistanceOutsideLinePrefix ?? plan.OutsideLinePrefix;
        Lines = [.. new[] { plan.OutsideLinePrefix, LongDistanceLine }.Where(static line => line.Length > 0).Distinct().OrderByDescending(static line => line.Length)];
    }

    public DialPlan Plan { get; }

    /// <summary>Gets the region, where both the plan and the numbering plan know it.</summary>
    public NumberingRegion? Region { get; }

    public string? InternationalPrefix { get; }

    public string LongDistanceLine { get; }

    /// <summary>Gets the prefixes of outside lines, the longest first.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The digits behind an outside line prefix: <c>0112</c>, or <c>9,911</c> with a pause.</summary>
    public static string? BehindLine(PhoneNumber number, string line)
    {
        if (number.Digits == line && number.PostDial is { } keys)
            return keys.TrimStart(',') is { Length: > 0 } rest && rest.All(char.IsAsciiDigit) ? rest : null;

        return number.Digits.Length > line.Length && number.Digits.StartsWith(line, StringComparison.Ordinal) ? number.Digits.Remove(0, line.Length) : null;
    }

    /// <summary>The digits of a number as it is written for people.</summary>
    public static string DigitsOf(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));

    public bool IsExtension(string digits)
    {
        foreach (var pattern in Plan.Extensions)
            if (pattern.IsMatch(digits.AsSpan()))
                return true;

        return false;
    }

    /// <summary>What a number is in the numbering plan.</summary>
    public NumberAnalysis Analyze(PhoneNumber number) =>
        _numbering?.Analyze(number, Region?.Code) ?? new(number, new NumberDetails(NumberKind.Unknown));

    /// <summary>Whether digits are an emergency number: by the numbering plan, or by the list where the region is not known.</summary>
    public bool IsEmergency(string digits)
    {
        var number = new PhoneNumber(digits, digits);
        return Region is null ? EmergencyNumbers.Contains(number) : Analyze(number) is { Canonical.IsGlobal: false, Kind: NumberKind.Emergency };
    }

    /// <summary>Reads a local number: as the region's, behind the plan's own prefixes, and in the own area.</summary>
    public DialReading Read(PhoneNumber number)
    {
        var digits = number.Digits;
        var analysis = Analyze(number);
        if (number.IsServiceCode)
            return new(analysis, ReadingCertainty.Code);

        if (!analysis.Canonical.IsGlobal && analysis.Kind is NumberKind.ShortCode or NumberKind.Premium or NumberKind.Emergency)
            return new(analysis, ReadingCertainty.AsDialled);

        if (Exists(analysis))
            return new(analysis, IsAsDialled(analysis, digits) ? ReadingCertainty.AsDialled : ReadingCertainty.Number);

        if (InOwnCountry(number, Plan.NationalPrefix, "") is { } national)
            return new(national, ReadingCertainty.AsDialled);

        if (TryReadInternational(digits, out var global))
        {
            var international = Analyze(number.Dialled(global));
            return new(international, Exists(international) ? ReadingCertainty.AsDialled : ReadingCertainty.None);
        }

        return Plan.AreaCode.Length > 0 && InOwnCountry(number, "", Plan.AreaCode) is { } local
            ? new(local, ReadingCertainty.AsDialled)
            : new(analysis, ReadingCertainty.None);
    }

    private static bool Exists(NumberAnalysis analysis) => analysis.Canonical.IsGlobal && !analysis.IsPossiblyInvalid;

    /// <summary>What the number is behind a prefix and with an area code, if there is such a number.</summary>
    private NumberAnalysis? InOwnCountry(PhoneNumber number, string? prefix, string areaCode)
    {
        if (Region is null || prefix is null || !number.Digits.StartsWith(prefix, StringComparison.Ordinal))
            return null;

        var analysis = Analyze(number.Dialled($"+{Region.CountryCode}{areaCode}{number.Digits.Remove(0, prefix.Length)}"));
        return Exists(analysis) ? analysis : null;
    }

    private bool IsAsDialled(NumberAnalysis analysis, string digits) =>
        digits == DigitsOf(analysis.National) || (TryReadInternational(digits, out var global) && global == analysis.Canonical.Digits);

    private bool TryReadInternational(string digits, out string global)
    {
        global = "+";
        if (InternationalPrefix is null || !digits.StartsWith(InternationalPrefix, StringComparison.Ordinal))
            return false;

        global += digits.Remove(0, InternationalPrefix.Length);
        return global.Length > MinGlobalDigits && global[1] != '0';
    }
}
