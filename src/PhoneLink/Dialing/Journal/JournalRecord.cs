using System.Buffers.Text;
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
    private const byte Separator = (byte)' ';
    private const int SumLength = 8;
    private const int IdLength = 32;

    private static readonly AsciiNames<DialStatus> Statuses = new();
    private static readonly AsciiNames<DialReason> Reasons = new();

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
        var sumAt = line.Length - SumLength - 1;
        if (sumAt < 0 || line[sumAt] != Separator || !TryHex(line.Slice(sumAt + 1), out var sum) || sum != Crc32.Of(line.Slice(0, sumAt)))
            return false;

        var rest = line.Slice(0, sumAt);
        var kind = Next(ref rest);
        if (kind.Length != 1 || !Utf8Parser.TryParse(Next(ref rest), out Guid id, out var read, 'N') || read != IdLength)
            return false;

        return kind[0] == Intent[0] ? TryBegin(new(id), rest, index) : kind[0] == Outcome[0] && TryEnd(new(id), rest, index);
    }

    private static bool TryBegin(CallId id, ReadOnlySpan<byte> rest, JournalIndex index)
    {
        if (!TryHex(Next(ref rest), out var startedAt) || !TryHex(Next(ref rest), out var fingerprint) || !rest.IsEmpty)
            return false;

        index.Begin(id, new(startedAt, (int)fingerprint));
        return true;
    }

    private static bool TryEnd(CallId id, ReadOnlySpan<byte> rest, JournalIndex index)
    {
        // A status or reason of a later version is none that this one may dial again upon.
        if (index.Find(id) is not { } entry || !Statuses.TryFind(Next(ref rest), out var status))
            return false;

        var outcome = entry with
        {
            Status = status,
            Reason = Reasons.TryFind(Next(ref rest), out var reason) ? reason : DialReason.None,
            NativeCode = TryHex(Next(ref rest), out var code) ? (int)code : null,
            ProviderName = Decode(Next(ref rest)),
            ProviderCallId = Decode(Next(ref rest)),
        };
        if (!rest.IsEmpty)
            return false;

        index.End(id, outcome);
        return true;
    }

    private static byte[] Line(params string[] parts)
    {
        var text = string.Join(" ", parts);
        var sum = Crc32.Of(Encoding.ASCII.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"{text} {sum}\n");
    }

    private static string Text(CallId id) => id.Value.ToString("N");

    /// <summary>Takes the text before the next space.</summary>
    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf(Separator);
        var next = length < 0 ? rest : rest.Slice(0, length);
        rest = length < 0 ? [] : rest.Slice(length + 1);
        return next;
    }

    private static string Encode(string? text) => string.IsNullOrEmpty(text) ? None : Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string? Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length == 1 && text[0] == None[0])
            return null;

        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(Encoding.ASCII.GetString(text.ToArray())));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool TryHex(ReadOnlySpan<byte> text, out long value) => Utf8Parser.TryParse(text, out value, out var read, 'x') && read == text.Length;
}
