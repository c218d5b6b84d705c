namespace PhoneLink;

/// <summary>A domain name as RFC 3966 §3 and RFC 1123 §2.1 have it: labels of letters, digits and inner hyphens; the last starts with a letter.</summary>
internal static class DomainName
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaxLength)
            return false;

        while (true)
        {
            var dot = text.IndexOf('.');
            if (!IsLabel(dot < 0 ? text : text.Slice(0, dot)))
                return false;

            if (dot < 0)
                return char.IsAsciiLetter(text[0]);

            text = text.Slice(dot + 1);
        }
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty || label.Length > MaxLabelLength || label[0] == '-' || label[label.Length - 1] == '-')
            return false;

        foreach (var c in label)
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;

        return true;
    }
}
