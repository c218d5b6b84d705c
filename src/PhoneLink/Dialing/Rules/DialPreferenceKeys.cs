using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhoneLink;

/// <summary>The preferences of which a <see cref="DialPlan"/> is made.</summary>
public static class DialPreferenceKeys
{
    private static readonly DialPlan Plan = DialPlan.Default;

    /// <summary>Gets the key of <see cref="DialPlan.Region"/>: <c>Region</c>, two letters.</summary>
    public static PreferenceKey<string?> Region { get; } = new("Region", Plan.Region, TryReadRegion);

    /// <summary>Gets the key of <see cref="DialPlan.AreaCode"/>: <c>AreaCode</c>.</summary>
    public static PreferenceKey<string> AreaCode { get; } = new("AreaCode", Plan.AreaCode, TryReadPrefix);

    /// <summary>Gets the key of <see cref="DialPlan.OmitAreaCode"/>: <c>OmitAreaCode</c>, <c>true</c> or <c>false</c>.</summary>
    public static PreferenceKey<bool> OmitAreaCode { get; } = new("OmitAreaCode", Plan.OmitAreaCode, TryReadBoolean);

    /// <summary>Gets the key of <see cref="DialPlan.OutsideLinePrefix"/>: <c>OutsideLinePrefix</c>.</summary>
    public static PreferenceKey<string> OutsideLinePrefix { get; } = new("OutsideLinePrefix", Plan.OutsideLinePrefix, TryReadPrefix);

    /// <summary>Gets the key of <see cref="DialPlan.LongDistanceOutsideLinePrefix"/>: <c>LongDistanceOutsideLinePrefix</c>.</summary>
    public static PreferenceKey<string?> LongDistanceOutsideLinePrefix { get; } = new("LongDistanceOutsideLinePrefix", Plan.LongDistanceOutsideLinePrefix, TryReadPrefix!);

    /// <summary>Gets the key of <see cref="DialPlan.NationalPrefix"/>: <c>NationalPrefix</c>.</summary>
    public static PreferenceKey<string?> NationalPrefix { get; } = new("NationalPrefix", Plan.NationalPrefix, TryReadPrefix!);

    /// <summary>Gets the key of <see cref="DialPlan.InternationalPrefix"/>: <c>InternationalPrefix</c>.</summary>
    public static PreferenceKey<string?> InternationalPrefix { get; } = new("InternationalPrefix", Plan.InternationalPrefix, TryReadPrefix!);

    /// <summary>Gets the key of <see cref="DialPlan.Plus"/>: <c>Plus</c>, the name of a <see cref="PlusPolicy"/>.</summary>
    public static PreferenceKey<PlusPolicy> Plus { get; } = new("Plus", Plan.Plus, TryReadName);

    /// <summary>Gets the key of <see cref="DialPlan.Extensions"/>: <c>Extensions</c>, patterns with semicolons between them.</summary>
    public static PreferenceKey<IReadOnlyList<DialPattern>> Extensions { get; } =
        new("Extensions", Plan.Extensions, static (string text, [NotNullWhen(true)] out IReadOnlyList<DialPattern>? value, out ParseError error) =>
            TryReadList<DialPattern>(text, DialPattern.TryParse, out value, out error));

    /// <summary>Gets the key of <see cref="DialPlan.MinExternalLength"/>: <c>MinExternalLength</c>, a number of digits.</summary>
    public static PreferenceKey<int> MinExternalLength { get; } = new("MinExternalLength", Plan.MinExternalLength, TryReadLength);

    /// <summary>Gets the key of <see cref="DialPlan.Suffix"/>: <c>Suffix</c>.</summary>
    public static PreferenceKey<string> Suffix { get; } = new("Suffix", Plan.Suffix, TryReadPrefix);

    /// <summary>Gets the key of <see cref="DialPlan.ExtensionStyle"/>: <c>ExtensionStyle</c>, the name of an <see cref="PhoneLink.ExtensionStyle"/>.</summary>
    public static PreferenceKey<ExtensionStyle> ExtensionStyle { get; } = new("ExtensionStyle", Plan.ExtensionStyle, TryReadName);

    /// <summary>Gets the key of <see cref="DialPlan.Rules"/>: <c>DialRules</c>, rules with semicolons between them.</summary>
    public static PreferenceKey<IReadOnlyList<DialRule>> Rules { get; } =
        new("DialRules", Plan.Rules, static (string text, [NotNullWhen(true)] out IReadOnlyList<DialRule>? value, out ParseError error) =>
            TryReadList<DialRule>(text, DialRule.TryParse, out value, out error));

    /// <summary>Gets the key of the provider that places the user's calls: <c>Provider</c>, a name of <see cref="TelephonyRoutes.ByPreference"/>.</summary>
    public static PreferenceKey<string?> Provider { get; } = new("Provider", null, static (string text, [MaybeNullWhen(false)] out string? value, out ParseError error) =>
    {
        value = ProviderName.IsValid(text) ? text : null;
        return Outcome(value is not null, out error);
    });

    private delegate bool ItemParser<T>(string text, [NotNullWhen(true)] out T? item, out ParseError error)
        where T : class;

    internal static DialPlan Read(PhonePreferences preferences) => new()
    {
        Region = preferences.Get(Region),
        AreaCode = preferences.Get(AreaCode),
        OmitAreaCode = preferences.Get(OmitAreaCode),
        OutsideLinePrefix = preferences.Get(OutsideLinePrefix),
        LongDistanceOutsideLinePrefix = preferences.Get(LongDistanceOutsideLinePrefix),
        NationalPrefix = preferences.Get(NationalPrefix),
        InternationalPrefix = preferences.Get(InternationalPrefix),
        Plus = preferences.Get(Plus),
        Extensions = preferences.Get(Extensions),
        MinExternalLength = preferences.Get(MinExternalLength),
        Suffix = preferences.Get(Suffix),
        ExtensionStyle = preferences.Get(ExtensionStyle),
        Rules = preferences.Get(Rules),
    };

    /// <summary>What keeps stored values of these keys from serving.</summary>
    internal static IReadOnlyList<PreferenceProblem> FindProblems(PhonePreferences preferences)
    {
        List<PreferenceProblem>? problems = null;
        preferences.FindProblems(Region, ref problems);
        preferences.FindProblems(AreaCode, ref problems);
        preferences.FindProblems(OmitAreaCode, ref problems);
        preferences.FindProblems(OutsideLinePrefix, ref problems);
        preferences.FindProblems(LongDistanceOutsideLinePrefix, ref problems);
        preferences.FindProblems(NationalPrefix, ref problems);
        preferences.FindProblems(InternationalPrefix, ref problems);
        preferences.FindProblems(Plus, ref problems);
        preferences.FindProblems(Extensions, ref problems);
        preferences.FindProblems(MinExternalLength, ref problems);
        preferences.FindProblems(Suffix, ref problems);
        preferences.FindProblems(ExtensionStyle, ref problems);
        preferences.FindProblems(Rules, ref problems);
        return problems is null ? [] : problems;
    }

    private static bool TryReadRegion(string text, [MaybeNullWhen(false)] out string? value, out ParseError error)
    {
        value = DialPlanText.IsRegion(text) ? text.ToUpperInvariant() : null;
        return Outcome(value is not null, out error);
    }

    private static bool TryReadPrefix(string text, [NotNullWhen(true)] out string? value, out ParseError error)
    {
        value = DialPrefix.IsValid(text.AsSpan()) ? text : null;
        return Outcome(value is not null, out error);
    }

    private static bool TryReadBoolean(string text, out bool value, out ParseError error) => Outcome(bool.TryParse(text, out value), out error);

    private static bool TryReadLength(string text, out int value, out ParseError error) =>
        Outcome(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value), out error);

    /// <summary>A name and no number: <see cref="Enum.TryParse{TEnum}(string, bool, out TEnum)"/> takes <c>7</c> for any enumeration.</summary>
    private static bool TryReadName<T>(string text, out T value, out ParseError error)
        where T : struct, Enum =>
        Outcome(Enum.TryParse(text, ignoreCase: true, out value) && string.Equals(text, value.ToString(), StringComparison.OrdinalIgnoreCase), out error);

    private static bool TryReadList<T>(string text, ItemParser<T> parser, [NotNullWhen(true)] out IReadOnlyList<T>? value, out ParseError error)
        where T : class
    {
        value = null;
        error = default;
        var items = new List<T>();
        var position = 0;
        foreach (var part in text.Split(';'))
        {
            var start = position + (part.Length - part.TrimStart().Length);
            position += part.Length + 1;
            if (part.Trim() is not { Length: > 0 } trimmed)
                continue; // A last semicolon, or none at all.

            if (!parser(trimmed, out var item, out error))
            {
                error = new(error.Kind, start + error.Position);
                return false;
            }

            items.Add(item);
        }

        value = items;
        return true;
    }

    private static bool Outcome(bool isValid, out ParseError error)
    {
        error = isValid ? default : new(ParseErrorKind.InvalidValue, 0);
        return isValid;
    }
}
