namespace PhoneLink;

/// <summary>The units, raw characters or escapes, that the values of a hole can produce.</summary>
internal static class LinkAlphabet
{
    /// <summary>Whether a hole is filled with text, of which any octet may be escaped.</summary>
    public static bool IsText(FormatToken hole, NumberForm form) => hole.Kind is FormatTokenKind.Variable || form.IsText;

    /// <summary>Whether the first unit of a literal could also be part of the hole's value.</summary>
    public static bool Holds(FormatToken hole, NumberForm form, string literal)
    {
        var c = UriText.CharacterAt(literal.AsSpan(), 0, out var width);
        if (width > 1 && !UriSyntax.IsUnreserved(c))
            return IsText(hole, form) || IsNumberEscape(form, c);

        return IsText(hole, form) ? HoldsRaw(hole, form, c) : HoldsNumber(form, c);
    }

    /// <summary>What a number writes escaped wherever it stands.</summary>
    public static bool IsNumberEscape(NumberForm form, char c) => (c == '#' && form.ServiceCodes) || (c == ';' && form.PostDial);

    private static bool HoldsRaw(FormatToken hole, NumberForm form, char c) =>
        UriSyntax.IsUnreserved(c) || (hole.IsPhoneVariable && IsPhoneRaw(form, hole.Position, c));

    /// <summary>What a variable of kind phone writes raw beyond text.</summary>
    public static bool IsPhoneRaw(NumberForm form, LinkPosition position, char c) =>
        (c == '*' && form.ServiceCodes) || (c == ',' && form.PostDial) || (c == '+' && form.Plus && position is not LinkPosition.Query);

    /// <summary>A plus leads a number and cannot follow it; a context, where one is written, ends in letters, digits, dots or hyphens.</summary>
    private static bool HoldsNumber(NumberForm form, char c) =>
        char.IsAsciiDigit(c)
        || (c == '*' && form.ServiceCodes)
        || (c == ',' && form.PostDial)
        || (form.Context && (char.IsAsciiLetter(c) || c is '-' or '.'));
}
