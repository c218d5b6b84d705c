using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>The one parser behind all doors of <see cref="TelephonyUri"/>: common rules first, then the scheme's own.</summary>
internal static class TelephonyUriParser
{
    /// <summary>The schemes of most links, none of which is on the deny-list.</summary>
    private static readonly string[] CommonSchemes = [TelUri.SchemeName, SipUri.SchemeName, VendorUri.CalltoSchemeName, SipUri.SecureSchemeName, SmsUri.SchemeName];

    /// <summary>Parses a link.</summary>
    /// <param name="text">The link.</param>
    /// <param name="whole">The same as a string, where the caller has one, so that it needs no copy.</param>
    /// <param name="parsing">How forgiving to be.</param>
    /// <param name="uri">The link as the type of its scheme.</param>
    /// <param name="error">What is wrong and where.</param>
    public static bool TryParse(ReadOnlySpan<char> text, string? whole, UriParsing parsing, [NotNullWhen(true)] out TelephonyUri? uri, out ParseError error)
    {
        error = default;
        uri = PlainTelLink.Read(text, whole);
        return uri is not null || TryParseAny(text, parsing, out uri, out error);
    }

    private static bool TryParseAny(ReadOnlySpan<char> text, UriParsing parsing, [NotNullWhen(true)] out TelephonyUri? uri, out ParseError error)
    {
        uri = null;
        var repairs = new RepairList(parsing);
        var link = text;
        var offset = 0;
        if (!TrySplit(ref link, ref offset, ref repairs, out var schemeLength, out error))
            return false;

        var scheme = LowerCase(link.Slice(0, schemeLength), out var isCommon);
        if (!isCommon && SchemePolicy.IsDenied(scheme))
        {
            error = new(ParseErrorKind.ForbiddenScheme, offset);
            return false;
        }

        repairs.Offset = offset + schemeLength + 1;
        var rest = link.Slice(schemeLength + 1);
        if (DotSegments.Find(rest) is >= 0 and var dots)
        {
            error = repairs.Error(ParseErrorKind.PathTraversal, dots);
            return false;
        }

        uri = scheme switch
        {
            TelUri.SchemeName => TelUri.FromRest(link, rest, ref repairs, out error),
            SipUri.SchemeName or SipUri.SecureSchemeName => SipUriParser.FromRest(scheme, link, rest, ref repairs, out error),
            SmsUri.SchemeName => SmsUriParser.FromRest(link, rest, ref repairs, out error),
            _ => VendorUri.FromRest(scheme, link, rest, ref repairs, out error),
        };
        return uri is not null;
    }

    /// <summary>Trims, measures, and finds the colon: <c>System.Uri</c> fails on <c>tel://+47…</c> and takes <c>C:\x</c> for a link.</summary>
    private static bool TrySplit(ref ReadOnlySpan<char> link, ref int offset, ref RepairList repairs, out int schemeLength, out ParseError error)
    {
        schemeLength = 0;
        if (link.IsEmpty)
        {
            error = new(ParseErrorKind.Empty, 0);
            return false;
        }

        var trimmed = link.Trim();
        offset = trimmed.IsEmpty ? 0 : link.Length - link.TrimStart().Length;
        if (trimmed.Length != link.Length && !repairs.Allow(ParseErrorKind.Whitespace, offset > 0 ? 0 : trimmed.Length))
        {
            error = new(ParseErrorKind.InvalidCharacter, offset > 0 ? 0 : trimmed.Length);
            return false;
        }

        link = trimmed;
        if (link.Length > UriSyntax.MaxLength)
        {
            error = new(ParseErrorKind.TooLong, offset + UriSyntax.MaxLength);
            return false;
        }

        schemeLength = link.IndexOf(':');
        error = schemeLength <= 0 ? new(ParseErrorKind.MissingScheme, offset)
            : !UriSyntax.IsScheme(link.Slice(0, schemeLength)) ? new(ParseErrorKind.InvalidScheme, offset)
            : default;
        return error.Kind is ParseErrorKind.None;
    }

    private static string LowerCase(ReadOnlySpan<char> scheme, out bool isCommon)
    {
        Span<char> lower = stackalloc char[UriSyntax.MaxSchemeLength];
        lower = lower.Slice(0, scheme.Length);
        scheme.ToLowerInvariant(lower);
        isCommon = true;
        foreach (var common in CommonSchemes)
            if (lower.SequenceEqual(common.AsSpan()))
                return common;

        isCommon = false;
        return lower.ToString();
    }
}
