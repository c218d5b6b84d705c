using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PhoneLink;

/// <summary>Host and port of a <c>sip:</c> link (RFC 3261 §25.1; IPv6 as RFC 5954 has it: in brackets, without a zone).</summary>
internal static class SipHost
{
    private const int MaxPortDigits = 10; // Leading zeros are digits too.

    /// <summary>Splits what stands behind the user; the host comes in lower case, IPv6 with its brackets.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string host, out int? port)
    {
        (host, port) = ("", null);
        var end = text.StartsWith("[".AsSpan(), StringComparison.Ordinal) ? text.IndexOf(']') + 1 : text.IndexOf(':');
        var hostText = end < 0 ? text : text.Slice(0, end);
        if (!IsHost(hostText) || (end > 0 && end < text.Length && !TryReadPort(text.Slice(end), out port)))
            return false;

        host = hostText.ToString().ToLowerInvariant();
        return true;
    }

    /// <summary>Compares hosts, addresses of IPv6 by their bits (RFC 5954 §4.2).</summary>
    public static bool AreSame(string left, string right) =>
        left == right || (left.StartsWith('[') && right.StartsWith('[') && IPAddress.Parse(left).Equals(IPAddress.Parse(right)));

    public static bool IsHost(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("[".AsSpan(), StringComparison.Ordinal))
            return text.Length > 2 && text[text.Length - 1] == ']' && IsIPv6(text.Slice(1, text.Length - 2));

        return IsIPv4(text) || DomainName.IsValid(!text.IsEmpty && text[text.Length - 1] == '.' ? text.Slice(0, text.Length - 1) : text);
    }

    private static bool IsIPv6(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c) && c is not (':' or '.'))
                return false;

        return text.IndexOf(':') >= 0 && IPAddress.TryParse(text.ToString(), out var address) && address.AddressFamily is AddressFamily.InterNetworkV6;
    }

    private static bool IsIPv4(ReadOnlySpan<char> text)
    {
        for (var part = 0; part < 4; part++)
        {
            var end = part == 3 ? text.Length : text.IndexOf('.');
            if (end is < 1 or > 3 || !IsOctet(text.Slice(0, end)))
                return false;

            text = part == 3 ? default : text.Slice(end + 1);
        }

        return true;
    }

    private static bool IsOctet(ReadOnlySpan<char> digits)
    {
        var octet = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;

            octet = (octet * 10) + c - '0';
        }

        return octet <= byte.MaxValue;
    }

    private static bool TryReadPort(ReadOnlySpan<char> text, out int? port)
    {
        port = null;
        if (text[0] != ':' || text.Length is < 2 or > MaxPortDigits || !ushort.TryParse(text.Slice(1).ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;

        port = number;
        return true;
    }
}
