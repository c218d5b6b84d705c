using System.Globalization;
using System.Text;

namespace PhoneLink;

/// <summary>The body of a request: a template whose values are escaped as its kind wants it, so that they stay values.</summary>
internal sealed class HttpBody
{
    /// <summary>The longest body, in octets.</summary>
    private const int MaxLength = 65_536;

    /// <summary>The most that a character becomes: three octets, each escaped.</summary>
    private const int MaxEscapeLength = 9;

    private readonly ValueTemplate? _template;
    private readonly HttpBodyKind _kind;
    private readonly PhoneNumberStyle _style;

    public HttpBody(HttpTemplateTelephonyOptions options)
    {
        (_kind, _style) = (options.BodyKind, options.NumberStyle);
        if (_kind is < 0 or > HttpBodyKind.Json)
            throw new ArgumentOutOfRangeException(nameof(options), "The kind of body is not defined.");

        if (options.Body is null)
            return;

        _template = ValueTemplate.Parse(options.Body, options.CustomVariables);
        if (_kind is HttpBodyKind.Json && !HolesStandInStrings(_template))
            throw new ArgumentException("Each hole of a JSON body stands in a string: { \"number\": \"%p\" }.", nameof(options));
    }

    public bool HasNumber => _template is { HasNumber: true };

    public string? MediaType => _template is null ? null : _kind is HttpBodyKind.Json ? "application/json" : "application/x-www-form-urlencoded";

    /// <summary>Makes the body for a call; null when it would be too long.</summary>
    public byte[]? Expand(DialRequest request)
    {
        var octets = _template is null ? [] : Encoding.UTF8.GetBytes(_template.Expand(request, _style, _kind is HttpBodyKind.Json ? WriteJson : WriteForm));
        return octets.Length <= MaxLength ? octets : null;
    }

    /// <summary>All but unreserved characters escaped, as in links; space too, which a form may write as a plus but need not.</summary>
    private static void WriteForm(StringBuilder text, string value)
    {
        var writer = new LinkWriter(new char[Math.Min(value.Length, MaxLength) * MaxEscapeLength]);
        writer.Text(value, LinkEncoding.Utf8, LetterCase.AsStored);
        text.Append(writer.IsOverflowed ? value.AsSpan() : writer.Written);
    }

    /// <summary>RFC 8259 §7 wants quote, backslash and control characters escaped; here all but plain ASCII is, so that no later reader is misled.</summary>
    private static void WriteJson(StringBuilder text, string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (UriSyntax.IsUnreserved(c) || c is ' ' or '+' or '*' or '#' or ',' or ';' or ':' or '(' or ')' or '@')
                _ = text.Append(c);
            else
                text.Append("\\u").Append(((int)(IsHalf(value, i) ? '\uFFFD' : c)).ToString("x4", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Half a surrogate pair is no character (RFC 8259 §8.2).</summary>
    private static bool IsHalf(string value, int index) =>
        char.IsHighSurrogate(value[index]) ? index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])
        : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));

    private static bool HolesStandInStrings(ValueTemplate template)
    {
        var isString = false;
        foreach (var token in template.Tokens)
        {
            if (token.IsHole && !isString)
                return false;

            for (var i = 0; !token.IsHole && i < token.Text.Length; i++)
            {
                if (token.Text[i] == '"')
                    isString = !isString;
                else if (isString && token.Text[i] == '\\')
                    i++;
            }
        }

        return !isString;
    }
}
