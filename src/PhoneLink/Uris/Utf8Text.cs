namespace PhoneLink;

/// <summary>Checks escaped text against RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.</summary>
internal static class Utf8Text
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var lead = Octet(text, ref i);
            var count = lead < 0x80 ? 0 : lead is >= 0xC2 and <= 0xDF ? 1 : lead is >= 0xE0 and <= 0xEF ? 2 : lead is >= 0xF0 and <= 0xF4 ? 3 : -1;
            if (count < 0)
                return false;

            for (var n = 0; n < count; n++)
            {
                var octet = i < text.Length ? Octet(text, ref i) : -1;
                if (octet is < 0x80 or > 0xBF || (n == 0 && !IsSecond(lead, octet)))
                    return false;
            }
        }

        return true;
    }

    /// <summary>The second octet has a narrower range behind some leads (RFC 3629 §4).</summary>
    private static bool IsSecond(int lead, int octet) => lead switch
    {
        0xE0 => octet >= 0xA0,
        0xED => octet <= 0x9F,
        0xF0 => octet >= 0x90,
        0xF4 => octet <= 0x8F,
        _ => true,
    };

    /// <summary>The octet of an escape, or of an ASCII character; other characters count as invalid.</summary>
    private static int Octet(ReadOnlySpan<char> text, ref int index)
    {
        var octet = UriSyntax.EscapedOctet(text, index);
        if (octet >= 0)
        {
            index += 3;
            return octet;
        }

        var c = text[index++];
        return c < 0x80 ? c : 0xFF;
    }
}
