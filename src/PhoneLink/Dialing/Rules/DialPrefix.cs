namespace PhoneLink;

/// <summary>What may be dialled before or behind a number.</summary>
internal static class DialPrefix
{
    /// <summary>The longest prefix, in characters.</summary>
    public const int MaxLength = 32;

    public const string Rule = "What is dialled with a number is digits, '*' and '#', at most 32 of them; a pause has no place in a link.";

    public static bool IsValid(ReadOnlySpan<char> text, bool mayBeGlobal = false)
    {
        if (mayBeGlobal && !text.IsEmpty && text[0] == '+')
            text = text.Slice(1);

        if (text.Length > MaxLength)
            return false;

        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not ('*' or '#'))
                return false;

        return true;
    }

    public static string Checked(string? text, string name)
    {
        if (text is null)
            throw new ArgumentNullException(name);

        return IsValid(text.AsSpan()) ? text : throw new ArgumentException(Rule, name);
    }
}
