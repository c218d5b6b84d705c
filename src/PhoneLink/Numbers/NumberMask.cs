namespace PhoneLink;

/// <summary>Masks numbers for logs: a telephone number is personal data.</summary>
internal static class NumberMask
{
    private const char Mask = '*';

    /// <summary>Numbers shorter than this are masked whole: an extension's last digits are the extension.</summary>
    private const int ShortestWithTail = 7;

    private const int Tail = 2;

    /// <summary>Keeps the plus and, of a long number, the last two digits: <c>+********00</c>.</summary>
    public static string Apply(string digits)
    {
        var masked = digits.ToCharArray();
        var start = digits.StartsWith('+') ? 1 : 0;
        var end = masked.Length - (masked.Length - start >= ShortestWithTail ? Tail : 0);
        for (var i = start; i < end; i++)
            masked[i] = Mask;

        return new(masked);
    }
}
