namespace PhoneLink;

/// <summary>The numbering plan of all countries, by the metadata of libphonenumber.</summary>
/// <remarks>
/// Thread-safe; all instances share the metadata. A global number is its own canonical form, and the metadata is not loaded before its details
/// are asked for. A local number needs a region that the plan knows. See docs/numbers.md for what it decides, and what it cannot know.
/// </remarks>
public sealed class WorldNumberingPlan : INumberingPlan
{
    private static readonly NumberDetails NotKnown = new(NumberKind.Unknown);
    private static readonly NumberDetails NotInThePlan = new(NumberKind.Unknown) { IsPossiblyInvalid = true };
    private static readonly NumberDetails Private = new(NumberKind.Local);
    private static readonly NumberDetails Code = new(NumberKind.ServiceCode);

    /// <inheritdoc/>
    public NumberAnalysis Analyze(PhoneNumber number, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (number.IsServiceCode)
            return new(number, Code);

        if (number.IsGlobal)
            return Global(number);

        if (number.Context is not null && !GlobalContext.TryRead(number.Context, out _))
            return new(number, Private);

        if (!IsDigits(number.Digits))
            return new(number, number.Context is null ? NotKnown : Private);

        return number.Context is null ? Local(number, RegionCode.Normalize(region)) : InContext(number, RegionCode.Normalize(region));
    }

    /// <inheritdoc/>
    public NumberingRegion? FindRegion(string region) =>
        RegionCode.Normalize(region) is { } code ? NationalNumbers.FindRegion(code) : null;

    /// <summary>A global number has no context (RFC 3966 §5.1.5); one that was given all the same does not count.</summary>
    private static NumberAnalysis Global(PhoneNumber number)
    {
        var digits = number.Digits;
        return new(number.Context is null ? number : number.WithDigits(digits), () => NationalNumbers.Describe(digits) ?? NotInThePlan);
    }

    /// <summary>Short codes come first: behind a country code they would call somebody else.</summary>
    private static NumberAnalysis Local(PhoneNumber number, string? region)
    {
        if (region is null || !NationalNumbers.Knows(region))
            return new(number, NotKnown);

        if (ShortNumbers.Find(number.Digits, region) is { } code)
            return new(number, code);

        return NationalNumbers.ToGlobal(number.Digits, region) is { } digits ? Global(number.WithDigits(digits)) : new(number, NotInThePlan);
    }

    /// <summary>The context is where the number is valid, not its prefix (RFC 3966 §5.1.5): it is put before it only if that gives a number.</summary>
    private static NumberAnalysis InContext(PhoneNumber number, string? region)
    {
        _ = GlobalContext.TryRead(number.Context!, out var context);
        if (region is not null && NationalNumbers.FindRegion(region)?.CountryCode == context && ShortNumbers.Find(number.Digits, region) is { } code)
            return new(number, code);

        return NationalNumbers.Join(context, number.Digits) is { } digits ? Global(number.WithDigits(digits)) : new(number, Private);
    }

    /// <summary>Local digits may hold stars, and in links hexadecimal digits (RFC 3966 §3); the metadata knows neither.</summary>
    private static bool IsDigits(string digits)
    {
        foreach (var c in digits)
            if (!char.IsAsciiDigit(c))
                return false;

        return true;
    }
}
