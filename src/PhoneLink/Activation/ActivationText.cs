using System.Globalization;

namespace PhoneLink.Activation;

/// <summary>Checks a received link, raw and, before its first question mark, decoded once.</summary>
internal static class ActivationText
{
    private static readonly string[] SipSchemes = ["sip", "sips"];

    public static ActivationRefusal Check(string link, IReadOnlyCollection<string> schemes, ActivationOptions options)
    {
        if (link.Length > UriSyntax.MaxLength)
            return ActivationRefusal.TooLong;

        var colon = link.IndexOf(':');
        if (colon < 0 || !IsOneOf(link.AsSpan(0, colon), schemes))
            return ActivationRefusal.ForeignScheme;

        var rest = link.AsSpan(colon + 1);
        if (UriText.FirstError(rest, 0).Kind is not ParseErrorKind.None || !UriText.IsUtf8(rest))
            return ActivationRefusal.ForbiddenText;

        var isSip = IsOneOf(link.AsSpan(0, colon), SipSchemes);
        var query = FindQuery(rest, isSip);
        var target = query < 0 ? rest : rest.Slice(0, query);
        var decoded = UriText.Decode(target);
        return !IsPlainTarget(decoded, isSip) ? ActivationRefusal.ForbiddenText
            : !ActivationNumber.IsAllowed(decoded, options) || (query >= 0 && !ActivationQuery.IsAllowed(rest.Slice(query + 1), options)) ? ActivationRefusal.NumberNotAllowed
            : ActivationRefusal.None;
    }

    /// <summary>The user of a <c>sip:</c> link may hold question marks (RFC 3261 §25.1); its headers start behind the host.</summary>
    private static int FindQuery(ReadOnlySpan<char> rest, bool isSip)
    {
        var start = isSip ? rest.IndexOf('@') + 1 : 0;
        var query = rest.Slice(start).IndexOf('?');
        return query < 0 ? -1 : start + query;
    }

    private static bool IsOneOf(ReadOnlySpan<char> scheme, IReadOnlyCollection<string> schemes)
    {
        foreach (var expected in schemes)
            if (scheme.Equals(expected.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;

        return false;
    }

    /// <summary>What a handler may pass to a program or show: nothing invisible, no quote, no path, no option, no second link.</summary>
    private static bool IsPlainTarget(string decoded, bool isSip)
    {
        for (var i = 0; i < decoded.Length; i += char.IsSurrogatePair(decoded, i) ? 2 : 1)
            if (IsForbidden(decoded[i], CharUnicodeInfo.GetUnicodeCategory(decoded, i)))
                return false;

        // The raw text holds none; an escaped slash may have hidden one.
        var target = decoded.AsSpan();
        if (DotSegments.Find(target) >= 0)
            return false;

        while (!target.IsEmpty && target[0] == '/')
            target = target.Slice(1);

        var colon = target.IndexOf(':');
        return !(target.Length > 0 && target[0] == '-') && (isSip || colon < 0 || !IsSchemeOrDrive(target.Slice(0, colon)));
    }

    private static bool IsSchemeOrDrive(ReadOnlySpan<char> text) =>
        UriSyntax.IsScheme(text) || (text.Length == 1 && char.IsAsciiLetter(text[0]));

    private static bool IsForbidden(char c, UnicodeCategory category) =>
        c is '"' or '\'' or '`' or '\\'
        || char.IsWhiteSpace(c)
        || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        // U+2800 and the fillers are letters that look like nothing.
        || c is '\u2800' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0';
}
