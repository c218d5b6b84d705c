using System.Text;

namespace PhoneLink;

/// <summary>The context of a local number when it is a global prefix, <c>+47</c> (RFC 3966 §3), and no domain.</summary>
internal static class GlobalContext
{
    /// <summary>Reads the digits of a global prefix, without the plus and the separators.</summary>
    public static bool TryRead(string context, out string digits)
    {
        digits = "";
        if (!context.StartsWith('+'))
            return false;

        var read = new StringBuilder(context.Length);
        foreach (var c in context)
            if (char.IsAsciiDigit(c))
                read.Append(c);

        digits = read.ToString();
        return digits.Length > 0;
    }
}
