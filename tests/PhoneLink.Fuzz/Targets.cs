using PhoneLink.Activation;

namespace PhoneLink.Fuzz;

/// <summary>What is fuzzed: a line a target.</summary>
internal static class Targets
{
    private static readonly string[] Schemes = ["tel", "sip", "sms", "domycall"];

    public static IReadOnlyDictionary<string, Action<string>> All { get; } = new Dictionary<string, Action<string>>
    {
        ["tel"] = static text => Uri("tel:" + text),
        ["sip"] = static text => Uri("sip:" + text),
        ["sms"] = static text => Uri("sms:" + text),
        ["uri"] = Uri,
        ["number"] = Number,
        ["format"] = Format,
        ["match"] = Match,
        ["activation"] = Activation,
        ["rules"] = Rules,
    };

    private static void Uri(string text)
    {
        var isStrict = TelephonyUri.TryParse(text.AsSpan(), UriParsing.Strict, out var strict, out var error);
        Check(isStrict == (error.Kind is ParseErrorKind.None) && error.Position >= 0 && error.Position <= text.Length, "an error has a kind and a place");
        if (!TelephonyUri.TryParse(text.AsSpan(), UriParsing.Lenient, out var uri, out error))
        {
            Check(!isStrict && error.Kind is not ParseErrorKind.None, "lenient takes what strict takes");
            return;
        }

        Check(uri.Repairs.All(repair => repair.Position >= 0 && repair.Position <= text.Length), "repairs have a place");
        Check(uri.OriginalText == text.Trim(), "the text is kept");
        Check(uri.Equals(Parse(uri.OriginalText)) && uri.GetHashCode() == Parse(uri.OriginalText).GetHashCode(), "a link equals itself");
        Check(strict is null || (strict.Repairs.Count == 0 && (strict.Equals(uri) || uri.Repairs.Count > 0)), "strict repairs nothing");
        switch (uri)
        {
            case TelUri tel:
                Tel(tel, isStrict);
                break;
            case SipUri sip:
                Check(sip.IsEquivalentTo(sip), "a link is equivalent to itself");
                if (sip.ToTel() is { } number)
                    Check(number.Number.Digits == sip.Number!.Digits, "the number of a sip link is that of its tel link");

                break;
        }
    }

    private static void Tel(TelUri tel, bool isStrict)
    {
        if (tel.Number.PostDial is null && tel.Parameters.All(static one => one.RawValue is not ""))
        {
            var written = Parse(tel.CanonicalText);
            Check(written.Equals(tel), "what is written is the same link");
            Check(((TelUri)written).CanonicalText == tel.CanonicalText, "writing twice is writing once");
            Check(!isStrict || TelephonyUri.TryParse(tel.CanonicalText.AsSpan(), UriParsing.Strict, out _, out _), "what is written is strict");
        }

        if (tel.OriginalText.Length > 1000)
            return;

        var sip = tel.ToSip("pbx.example.com");
        Check(TelephonyUri.TryParse(sip.OriginalText.AsSpan(), UriParsing.Strict, out var parsed, out _) && parsed.Equals(sip), "a sip link that is made is strict");
    }

    private static void Number(string text)
    {
        if (!PhoneNumber.TryParse(text, out var number, out var error))
        {
            Check(error.Kind is not ParseErrorKind.None && error.Position >= 0 && error.Position <= text.Length, "an error has a kind and a place");
            return;
        }

        var link = new TelUri(number);
        Check(Parse(link.OriginalText) is TelUri tel && tel.Number.Digits == number.Digits && tel.Number.Extension == number.Extension, "a number comes back from its link");
        Check(!number.ToString().Any(char.IsAsciiDigit) || number.Digits.Length > 6, "a short number is masked whole");
    }

    private static void Format(string text)
    {
        if (!PhoneLinkFormat.TryParse(text, out var format))
            return;

        Check(PhoneLinkFormat.Parse(format.ToString()).ToString() == format.ToString(), "a format reads back");
        var sample = PhoneNumber.Parse("+47 22 51 70 00"); // Not before: an instrumented library may run only within the fuzzer.
        var link = new char[UriLength];
        if (!format.TryExpand(sample, null, link, out var length))
            return;

        var made = new string(link, 0, length);
        // A sip or sms link has a grammar of its own, which the literal text of a format may break; dialling says InvalidLink then.
        Check(format.Scheme is "sip" or "sips" or "sms" || TelephonyUri.TryParse(made, out _), "what a format makes is a link");
        if (format.IsReversible)
            Check(format.TryMatch(made, out var match) && (match.Number is null || match.Number.Digits.TrimStart('+') == sample.Digits.TrimStart('+')), "what a format makes it takes apart");
    }

    /// <summary>The first line is the format, the rest the link.</summary>
    private static void Match(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end >= 0 && PhoneLinkFormat.TryParse(text[..end], out var format))
            _ = format.TryMatch(text[(end + 1)..], out _);
    }

    private static void Activation(string text)
    {
        string[] arguments = [.. ProtocolActivation.Arguments, text];
        if (!ProtocolActivation.TryGetUri(arguments, Schemes, out var uri, out var refusal))
            return;

        Check(refusal is ActivationRefusal.None && Schemes.Contains(uri.Scheme), "an accepted link is of a scheme that was asked for");
        Check(uri.Number is not { } number || (!number.IsServiceCode && number.PostDial is null && number.Extension is null), "no code, pause or extension comes in without being asked for");
        Check(!uri.OriginalText.Any(static c => c is '"' or '\\' or ' ' || char.IsControl(c)), "an accepted link is one word");
    }

    /// <summary>The first line is a rule, the rest the number.</summary>
    private static void Rules(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var written = end < 0 ? text : text[..end];
        if (!DialRule.TryParse(written, out var rule, out var error))
        {
            Check(error.Kind is not ParseErrorKind.None && error.Position >= 0 && error.Position <= written.Length, "an error has a kind and a place");
            return;
        }

        Check(DialRule.Parse(rule.ToString()) == rule, "a rule reads back");
        if (!PhoneNumber.TryParse(text[(end + 1)..], out var number))
            return;

        var rules = new DialingRules(new DialPlan { Rules = [rule], MinExternalLength = 0 });
        var dialled = rules.Apply(number).Number;
        Check(dialled.Digits.Length is > 0 and <= 64, "what is dialled is a number");
        Check(!rule.IsReversible || dialled.Digits == number.Digits || rules.Reverse(dialled).Digits == number.Digits, "a reversible rule comes back");
    }

    private const int UriLength = 2048;

    private static TelephonyUri Parse(string text) => TelephonyUri.Parse(text);

    private static void Check(bool holds, string rule)
    {
        if (!holds)
            throw new InvalidOperationException(rule);
    }
}
