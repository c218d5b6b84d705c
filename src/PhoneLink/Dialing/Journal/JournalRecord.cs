using System.Globalization;
using System.Text;

namespace PhoneLink;

/// <summary>A line of a journal file: an intent or an outcome, with its check sum.</summary>
/// <remarks>
/// <c>I id time fingerprint sum</c> and <c>O id status reason code provider call sum</c>; numbers and sums hexadecimal, texts of providers in Base64, and
/// a hyphen for what is missing.
/// </remarks>
internal static class JournalRecord
{
    private const string Intent = "I";
    private const string Outcome = "O";
    private const string None = "-";
    private const int SumLength = 8;

    public static byte[] ForIntent(CallId id, JournalEntry entry) =>
        Line(Intent, Text(id), entry.StartedAt.ToString("x", CultureInfo.InvariantCulture), entry.Fingerprint.ToString("x", CultureInfo.InvariantCulture));

    public static byte[] ForOutcome(CallId id, JournalEntry entry) => Line(
        Outcome,
        Text(id),
        entry.Status?.ToString() ?? None,
        entry.Reason.ToString(),
        entry.NativeCode?.ToString("x", CultureInfo.InvariantCulture) ?? None,
        Encode(entry.ProviderName),
        Encode(entry.ProviderCallId));

    /// <summary>Reads a line into the index; a line that is torn or damaged is left out.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, JournalIndex index)
    {
        var sumAt = line.LastIndexOf((byte)' ');
        if (sumAt < 0 || !TryHex(Ascii(line.Slice(sumAt + 1)), out var sum) || line.Length - sumAt - 1 != SumLength || sum != Crc32.Of(line.Slice(0, sumAt)))
            return false;

        var parts = Ascii(line.Slice(0, sumAt)).Split(' ');
        if (parts.Length < 2 || !Guid.TryParseExact(parts[1], "N", out var value))
            return false;

        var id = new CallId(value);
        return parts[0] switch
        {
            Intent when parts.Length == 4 => TryBegin(id, parts, index),
            Outcome when parts.Length == 7 => TryEnd(id, parts, index),
            _ => false,
        };
    }

    private static bool TryBegin(CallId id, string[] parts, JournalIndex index)
    {
        if (!TryHex(parts[2], out var startedAt) || !TryHex(parts[3], out var fingerprint))
            return false;

        index.Begin(id, new(startedAt, (int)fingerprint));
        return true;
    }

    private static bool TryEnd(CallId id, string[] parts, JournalIndex index)
    {
        // A status or reason of a later version is none that this one may dial again upon.
        if (index.Find(id) is not { } entry || !Enum.TryParse<DialStatus>(parts[2], out var status) || status is < 0 or > DialStatus.Ambiguous)
            return false;

        index.End(id, entry with
        {
            Status = status,
            Reason = Enum.TryParse<DialReason>(parts[3], out var reason) ? reason : DialReason.None,
            NativeCode = TryHex(parts[4], out var code) ? (int)code : null,
            ProviderName = Decode(parts[5]),
            ProviderCallId = Decode(parts[6]),
        });
        return true;
    }

    private static byte[] Line(params string[] parts)
    {
        var text = string.Join(" ", parts);
        var sum = Crc32.Of(Encoding.ASCII.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"{text} {sum}\n");
    }

    private static string Text(CallId id) => id.Value.ToString("N");

    private static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes.ToArray());

    private static string Encode(string? text) => string.IsNullOrEmpty(text) ? None : Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string? Decode(string text)
    {
        if (text == None)
            return null;

        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool TryHex(string text, out long value) => long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
