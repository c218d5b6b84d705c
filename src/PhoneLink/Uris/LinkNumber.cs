namespace PhoneLink;

/// <summary>Reads the number of a link that may hold a name in its place: the user of a <c>sip:</c> link, the path of a vendor's.</summary>
internal static class LinkNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">What stands in its place.</param>
    /// <param name="postDialAt">Where what is keyed after the answer starts, or -1.</param>
    /// <param name="isUsable">Whether no mandatory parameter forbids its use.</param>
    /// <param name="isValid">Whether every parameter was read.</param>
    public static PhoneNumber? Read(ReadOnlySpan<char> text, out int postDialAt, out bool isUsable, out bool isValid)
    {
        (postDialAt, isUsable, isValid) = (-1, true, true);

        // Letters are a name here, not hexadecimal digits.
        if (text.IsEmpty || HasLetterOrSpace(text))
            return null;

        var repairs = new RepairList(UriParsing.Lenient);
        if (TelephoneSubscriber.Read(text, ref repairs, out _) is not { IsExtensionLost: false } subscriber)
            return null;

        postDialAt = repairs.PositionOf(ParseErrorKind.PostDial);
        isValid = repairs.PositionOf(ParseErrorKind.InvalidParameter) < 0;
        isUsable = UriParameter.AreUsable(subscriber.Parameters);
        return subscriber.Number;
    }

    /// <summary>Whether letters or spaces stand before the parameters; an escape that is not ASCII may be either.</summary>
    private static bool HasLetterOrSpace(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length && text[i] != ';';)
        {
            var c = UriText.CharacterAt(text, i, out var width);
            if (char.IsAsciiLetter(c) || NumberCharacters.IsSpace(c) || c == '\0')
                return true;

            i += width;
        }

        return false;
    }
}
