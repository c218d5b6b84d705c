namespace PhoneLink;

/// <summary>Tells service codes that forward calls (3GPP TS 22.030 §6.5.2 and annex B).</summary>
internal static class ForwardingCodes
{
    /// <summary>All calls, no reply, not reachable, busy, all of these, all conditional ones.</summary>
    private static readonly HashSet<string> Forwarding = new(StringComparer.Ordinal) { "21", "61", "62", "67", "002", "004" };

    /// <summary>Whether the code sets up or activates forwarding: one or two stars, the service, and something behind it.</summary>
    public static bool Forwards(PhoneNumber number)
    {
        if (!number.IsServiceCode)
            return false;

        var code = number.Digits.AsSpan().TrimStart('*');
        var stars = number.Digits.Length - code.Length;
        var end = code.IndexOfAny('*', '#');
        return stars is 1 or 2 && Forwarding.Contains((end < 0 ? code : code.Slice(0, end)).ToString());
    }
}
