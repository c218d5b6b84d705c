using System.Text;

namespace PhoneLink.Fuzz;

/// <summary>Makes text of bytes: UTF-8 that also has lone surrogates, so that every UTF-16 text can occur.</summary>
internal static class InputText
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            int first = bytes[i];
            if (first >= 0xE0 && i + 2 < bytes.Length)
                text.Append((char)(((first & 0xF) << 12) | ((bytes[++i] & 0x3F) << 6) | (bytes[++i] & 0x3F)));
            else if (first >= 0xC0 && i + 1 < bytes.Length)
                text.Append((char)(((first & 0x1F) << 6) | (bytes[++i] & 0x3F)));
            else
                text.Append((char)first);
        }

        return text.ToString();
    }
}
