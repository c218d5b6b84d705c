namespace PhoneLink;

/// <summary>What stands behind the host of a <c>sip:</c> link: parameters and headers.</summary>
internal sealed class SipTail(IReadOnlyList<UriParameter> parameters, IReadOnlyList<UriParameter> headers)
{
    private const int MaxParameters = 64;
    private const int MaxTimeToLive = 255;

    public static SipTail Empty { get; } = new([], []);

    public IReadOnlyList<UriParameter> Parameters => parameters;

    public IReadOnlyList<UriParameter> Headers => headers;

    public static SipTail? Read(ReadOnlySpan<char> text, int position, ref RepairList repairs, out ParseError error)
    {
        var question = text.IndexOf('?');
        var head = question < 0 ? text : text.Slice(0, question);
        var rest = question < 0 ? default : text.Slice(question);
        return ReadAll(head, ';', isHeader: false, position, ref repairs, out error) is { } parameters
            && ReadAll(rest, '&', isHeader: true, position + question, ref repairs, out error) is { } headers ? new(parameters, headers) : null;
    }

    /// <summary>Reads a list, what starts it included; null when it is malformed.</summary>
    private static IReadOnlyList<UriParameter>? ReadAll(ReadOnlySpan<char> text, char separator, bool isHeader, int position, ref RepairList repairs, out ParseError error)
    {
        error = default;
        if (text.IsEmpty)
            return Empty.Parameters;

        var list = new List<UriParameter>();
        foreach (var entry in new UriPieces(text.Slice(1), separator, position + 1))
        {
            if (ReadOne(entry.Text, isHeader, list) || repairs.Allow(ParseErrorKind.InvalidParameter, entry.Position - 1))
                continue;

            error = repairs.Error(ParseErrorKind.InvalidParameter, entry.Position - 1);
            return null;
        }

        return list;
    }

    /// <summary>Takes one; <see langword="false"/> when it is malformed or stands twice.</summary>
    private static bool ReadOne(ReadOnlySpan<char> entry, bool isHeader, List<UriParameter> list)
    {
        var equals = entry.IndexOf('=');
        var nameText = equals < 0 ? entry : entry.Slice(0, equals);
        var value = equals < 0 ? default : entry.Slice(equals + 1);
        var isWellFormed = isHeader
            ? equals > 0 && SipSyntax.IsHeader(nameText) && SipSyntax.IsHeader(value)
            : SipSyntax.IsParameter(nameText) && (equals < 0 || SipSyntax.IsParameter(value));
        if (!isWellFormed || list.Count == MaxParameters)
            return false;

        var name = UriText.Decode(nameText).ToLowerInvariant();
        if ((!isHeader && UriParameter.Find(list, name) is not null) || (name == "ttl" && !isHeader && !IsTimeToLive(value)))
            return false;

        list.Add(new(name, equals < 0 ? null : value.ToString()));
        return true;
    }

    private static bool IsTimeToLive(ReadOnlySpan<char> value)
    {
        var number = 0;
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c))
                return false;

            number = Math.Min((number * 10) + c - '0', MaxTimeToLive + 1);
        }

        return !value.IsEmpty && number <= MaxTimeToLive;
    }
}
