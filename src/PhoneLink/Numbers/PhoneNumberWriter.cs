using System.Text;

namespace PhoneLink;

/// <summary>Writes a number with the parameters of RFC 3966.</summary>
internal static class PhoneNumberWriter
{
    public const string ExtensionParameter = ";ext=";
    public const string SubaddressParameter = ";isub=";
    public const string ContextParameter = ";phone-context=";

    /// <summary>Extension or subaddress first, the context after it (RFC 3966 §3); never both of the first two (§5.3).</summary>
    public static string Rfc3966(PhoneNumber number)
    {
        var text = new StringBuilder(number.Digits.Length + 16);
        foreach (var c in number.Digits)
            _ = c == '#' ? text.Append("%23") : text.Append(c);

        if (number.Extension is not null)
            text.Append(ExtensionParameter).Append(number.Extension);
        else if (number.Subaddress is not null)
            text.Append(SubaddressParameter).Append(number.Subaddress);

        if (number.Context is not null)
            text.Append(ContextParameter).Append(number.Context);

        return text.ToString();
    }
}
