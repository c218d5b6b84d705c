namespace PhoneLink;

/// <summary>The registered parameters of <c>tel:</c> links whose values have a form of their own; others are what RFC 3966 §3 lets a parameter be.</summary>
/// <remarks>https://www.iana.org/assignments/tel-uri-parameters; ext, isub and phone-context are the number's (<see cref="SubscriberParameters"/>).</remarks>
internal static class TelParameters
{
    private const int MaxCountryCode = 3;

    /// <summary>What a value must be, and which parameter must stand beside it: always, or with a local value only.</summary>
    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        ["enumdi"] = new(Form.None), // RFC 4759
        ["npdi"] = new(Form.None), // RFC 4694
        ["rn"] = new(Form.RoutingNumber, "rn-context", IfLocal: true), // RFC 4694
        ["rn-context"] = new(Form.RoutingContext),
        ["cic"] = new(Form.RoutingNumber, "cic-context", IfLocal: true), // RFC 4694
        ["cic-context"] = new(Form.RoutingContext),
        ["tgrp"] = new(Form.Text, "trunk-context"), // RFC 4904
        ["trunk-context"] = new(Form.Context), // RFC 4904
        ["isub-encoding"] = new(Form.Text, "isub"), // RFC 4715
        ["premium-rate"] = new(Form.Text), // 3GPP TS 24.229
        ["verstat"] = new(Form.Text), // 3GPP TS 24.229
    };

    private enum Form
    {
        None,
        Text,
        Context,
        RoutingNumber,
        RoutingContext,
    }

    /// <summary>Says whether a value that RFC 3966 allows is one that its registration allows; <paramref name="value"/> is null without an equals sign.</summary>
    public static bool IsValid(string name, string? value) => !Rules.TryGetValue(name, out var rule) || rule.Form switch
    {
        Form.None => value is null,
        Form.Text => value is not null,
        Form.Context => value is not null && PhoneContext.IsValid(value.AsSpan()),
        Form.RoutingNumber => value is not null && IsRoutingNumber(value),
        _ => value is not null && (value.StartsWith('+') ? IsRoutingNumber(value) : PhoneContext.IsValid(value.AsSpan())),
    };

    /// <summary>Names the parameter that must stand beside one; <see langword="null"/> for none.</summary>
    public static string? CompanionOf(UriParameter parameter) =>
        Rules.TryGetValue(parameter.Name, out var rule) && (!rule.IfLocal || parameter.RawValue?.StartsWith('+') is not true) ? rule.Companion : null;

    /// <summary>RFC 4694 §4: a plus with one to three digits in front, or none of both; then hexadecimal digits and separators.</summary>
    private static bool IsRoutingNumber(string value)
    {
        var isGlobal = value.StartsWith('+');
        var (digits, decimals) = (0, 0);
        for (var i = isGlobal ? 1 : 0; i < value.Length; i++)
        {
            if (UriSeparators.IsVisual(value[i]))
                continue;

            if (!char.IsAsciiHexDigit(value[i]))
                return false;

            decimals += decimals == digits && decimals < MaxCountryCode && char.IsAsciiDigit(value[i]) ? 1 : 0;
            digits++;
        }

        return digits > 0 && (!isGlobal || decimals > 0);
    }

    private sealed record Rule(Form Form, string? Companion = null, bool IfLocal = false);
}
