using PhoneLink;

namespace DialHandler;

/// <summary>What a link asks for: its number, and what else the link says.</summary>
internal sealed record IncomingCall(PhoneNumber? Number, IReadOnlyDictionary<string, string> Values, bool MatchedFormat)
{
    /// <summary>Takes the link apart by the format that made it; a link of another format still has its number and its query.</summary>
    public static IncomingCall Read(TelephonyUri link, PhoneLinkFormat format)
    {
        if (format.TryMatch(link.OriginalText, out var match) && match.Number is not null)
            return new(match.Number, match.Variables, MatchedFormat: true);

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in link is VendorUri vendor ? vendor.Query : [])
            values.TryAdd(parameter.Key, parameter.Value);

        return new(link.Number, values, MatchedFormat: false);
    }
}
