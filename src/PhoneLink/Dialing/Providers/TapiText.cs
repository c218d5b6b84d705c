using System.Globalization;

namespace PhoneLink;

/// <summary>Makes text fit for the fields of a telephony request that a person reads.</summary>
internal static class TapiText
{
    /// <summary>Encodes as much of a clean text as a field takes, cut between characters as a person counts them; null when a character would be lost.</summary>
    public static byte[]? Encode(ITapiCall call, string text, int size)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var count = starts.Length; count > 0; count--)
        {
            // No encoding has less than a unit for a UTF-16 code unit.
            var end = count < starts.Length ? starts[count] : text.Length;
            if (end >= size)
                continue;

            var encoded = call.Encode(text.Substring(0, end).TrimEnd(' '));
            if (encoded is null || encoded.Length / call.UnitSize < size)
                return encoded;
        }

        return null;
    }
}
