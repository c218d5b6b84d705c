namespace PhoneLink;

/// <summary>Reads the number of a link that may hold a name in its place: the user of a <c>sip:</c> link, the path of a vendor's.</summary>
internal static class LinkNumber
{
    /// <summary>Reads a number; <paramref name="postDialAt"/> is where what is keyed after the answer starts, or -1; <paramref name="isUsable"/> says that no mandatory parameter forbids its use.</summary>
    public static PhoneNumber? Read(ReadOnlySpan<char> text, out int postDialAt, out bool isUsable)
    {
        (postDialAt, isUsable) = (-1, true);

        // Letters are a name here, not hexadecimal digits.
        if (text.IsEmpty || HasLetterOrSpace(text))
            return null;

        var repairs = new RepairList(UriParsing.Lenient);
        if (TelephoneSubscriber.Read(text, ref repairs, out _) is not { IsExtensionLost: false } subscriber)
            return null;

        postDialAt = repairs.PositionOf(ParseErrorKind.PostDial);
        isUsable = UriParameter.AreUsable(subscriber.Parameters);
        return subscriber.Number;
    }

    private static bool HasLetterOrSpace(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length && text[i] != ';';)
        {
            var c = UriText.CharacterAt(text, i, out var width);
            if (char.IsAsciiLetter(c) || NumberCharacters.IsSpace(c))
                return true;

            i += width;
        }

        return false;
    }
}
