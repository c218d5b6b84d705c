using System.Text;

namespace PhoneLink.Benchmarks.Contenders;

/// <summary>The limit: code for one link and no other, without a template, a table, or a check of the number and of the whole link.</summary>
internal static class HandWritten
{
    private const int MaxLength = 512;
    private const string HexDigits = "0123456789ABCDEF";

    public static string WriteTel(CallRow row) => string.Concat("tel:", row.Number.Digits);

    public static string WriteCallto(CallRow row) => string.Concat("callto:", row.Number.Digits);

    public static int WriteTel(CallRow row, Span<char> link)
    {
        var length = 0;
        Literal(link, ref length, "tel:");
        Literal(link, ref length, row.Number.Digits);
        return length;
    }

    public static string WriteFiveHoles(CallRow row)
    {
        Span<char> link = stackalloc char[MaxLength];
        return link[..WriteFiveHoles(row, link)].ToString();
    }

    public static int WriteFiveHoles(CallRow row, Span<char> link)
    {
        var length = 0;
        Literal(link, ref length, "domycall:");
        Literal(link, ref length, row.Number.Digits);
        Literal(link, ref length, "?name=");
        Value(link, ref length, row.Subject.Person?.Name);
        Literal(link, ref length, "&company=");
        Value(link, ref length, row.Subject.Company?.Name);
        Literal(link, ref length, "&user=");
        Value(link, ref length, row.Subject.UserId);
        Literal(link, ref length, "&id=");
        Value(link, ref length, row.Subject.Company?.Id);
        return length;
    }

    private static void Literal(Span<char> link, ref int length, string text)
    {
        text.CopyTo(link[length..]);
        length += text.Length;
    }

    private static void Value(Span<char> link, ref int length, string? value)
    {
        Span<byte> octets = stackalloc byte[4];
        for (var i = 0; i < value?.Length;)
        {
            var c = value[i];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            {
                link[length++] = c;
                i++;
                continue;
            }

            Rune.DecodeFromUtf16(value.AsSpan(i), out var rune, out var consumed);
            foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
            {
                link[length++] = '%';
                link[length++] = HexDigits[octet >> 4];
                link[length++] = HexDigits[octet & 0xF];
            }

            i += consumed;
        }
    }
}
