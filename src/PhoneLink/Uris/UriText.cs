using System.Runtime.CompilerServices;
using System.Text;

namespace PhoneLink;

/// <summary>Checks and decodes the text of a link.</summary>
internal static class UriText
{
    /// <summary>The most octets that a UTF-16 code unit becomes.</summary>
    private const int MaxOctets = 3;

    private const char FirstNonAscii = '\x80';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>
    /// Finds what keeps a text from being RFC 3986 text that every opener takes as a link: a foreign character, a malformed or null escape,
    /// a second fragment, a backslash (openers take it for a path). Dot segments: <see cref="DotSegments"/>.
    /// </summary>
    public static ParseError FirstError(ReadOnlySpan<char> text, int offset)
    {
        var fragments = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c != '#' && UriSyntax.IsUnreservedOrReserved(c))
                continue;

            var kind = c switch
            {
                '%' => UriSyntax.EscapedOctet(text, i) > 0 ? ParseErrorKind.None : ParseErrorKind.InvalidEscape,
                '\\' => ParseErrorKind.PathTraversal,
                '#' => fragments++ > 0 ? ParseErrorKind.InvalidCharacter : ParseErrorKind.None,
                _ => ParseErrorKind.InvalidCharacter,
            };
            if (kind is not ParseErrorKind.None)
                return new(kind, offset + i);
        }

        return default;
    }

    /// <summary>The ASCII character at an index, decoded when it is an escape; <c>\0</c> for an escape that is malformed (width 1) or not ASCII.</summary>
    public static char CharacterAt(ReadOnlySpan<char> text, int index, out int width)
    {
        width = 1;
        if (text[index] != '%')
            return text[index];

        var octet = UriSyntax.EscapedOctet(text, index);
        if (octet < 0)
            return '\0';

        width = 3;
        return octet < 0x80 ? (char)octet : '\0';
    }

    /// <summary>How long an escaped space outside of ASCII is, <c>%C2%A0</c>, which is how browsers send what pages write; 0 when there is none.</summary>
    public static int SpaceAt(ReadOnlySpan<char> text, int index)
    {
        var first = UriSyntax.EscapedOctet(text, index);
        var count = first is >= 0xC2 and < 0xE0 ? 2 : first is > 0xE0 and < 0xF0 ? 3 : 0;
        var value = count == 2 ? first & 0x1F : first & 0x0F;
        for (var i = 1; i < count; i++)
        {
            var octet = UriSyntax.EscapedOctet(text, index + (i * 3));
            if (octet is < 0x80 or >= 0xC0)
                return 0;

            value = (value << 6) | (octet & 0x3F);
        }

        return count > 0 && NumberCharacters.IsSpace((char)value) ? count * 3 : 0;
    }

    /// <summary>Decodes escapes once, as UTF-8; octets that are not UTF-8 become U+FFFD. Plus stays plus.</summary>
    [SkipLocalsInit]
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('%') < 0)
            return text.ToString();

        var octets = text.Length <= UriSyntax.MaxLength ? stackalloc byte[UriSyntax.MaxLength * MaxOctets] : new byte[text.Length * MaxOctets];
        return Utf8.GetString(octets.Slice(0, DecodeOctets(text, octets)));
    }

    /// <summary>Decodes escapes once, as UTF-8; <see langword="null"/> when the octets are not UTF-8 (RFC 3629 §3).</summary>
    public static string? DecodeStrict(ReadOnlySpan<char> text)
    {
        var octets = new byte[text.Length * MaxOctets];
        var count = DecodeOctets(text, octets);
        try
        {
            return StrictUtf8.Instance.GetString(octets, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Compares without decoding what is reserved: an escape equals the unreserved character that it stands for, and any case of itself (RFC 3986 §6.2.2).</summary>
    public static bool AreEquivalent(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool ignoreCase)
    {
        var (l, r) = (0, 0);
        while (l < left.Length && r < right.Length)
        {
            var (a, b) = (UnitAt(left, ref l), UnitAt(right, ref r));
            if (a != b && !(ignoreCase && a < FirstNonAscii && b < FirstNonAscii && char.ToLowerInvariant((char)a) == char.ToLowerInvariant((char)b)))
                return false;
        }

        return l == left.Length && r == right.Length;
    }

    /// <summary>Decodes the escapes of unreserved characters, which need none (RFC 3986 §6.2.2.2).</summary>
    public static string Unescape(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('%') < 0)
            return text.ToString();

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (UnitAt(text, ref i) is < FirstNonAscii and var c)
                kept.Append((char)c);
            else
                while (start < i)
                    kept.Append(text[start++]);
        }

        return kept.ToString();
    }

    /// <summary>The character at an index, that of an escaped unreserved one too; other escapes have numbers of their own.</summary>
    private static int UnitAt(ReadOnlySpan<char> text, ref int index)
    {
        var octet = UriSyntax.EscapedOctet(text, index);
        if (octet < 0)
            return text[index++];

        index += 3;
        return octet < FirstNonAscii && UriSyntax.IsUnreserved((char)octet) ? octet : char.MaxValue + 1 + octet;
    }

    /// <summary>Whether the decoded octets are UTF-8, without allocation for text of a link's length.</summary>
    public static bool IsUtf8(ReadOnlySpan<char> text) => text.IndexOf('%') < 0 || Utf8Text.IsValid(text);

    private static int DecodeOctets(ReadOnlySpan<char> text, Span<byte> octets)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var octet = UriSyntax.EscapedOctet(text, i);
            if (octet >= 0 || text[i] < FirstNonAscii)
            {
                octets[count++] = (byte)(octet >= 0 ? octet : text[i]);
                i += octet >= 0 ? 3 : 1;
                continue;
            }

            // Everything that is not an escape is ASCII in a checked link; other text keeps its UTF-8 form.
            var end = i + 1;
            while (end < text.Length && text[end] >= FirstNonAscii)
                end++;

            var others = Utf8.GetBytes(text.Slice(i, end - i).ToString());
            others.CopyTo(octets.Slice(count));
            count += others.Length;
            i = end;
        }

        return count;
    }

    private static class StrictUtf8
    {
        public static readonly UTF8Encoding Instance = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    }
}
