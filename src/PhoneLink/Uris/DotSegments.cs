namespace PhoneLink;

/// <summary>Finds <c>.</c> and <c>..</c> segments, dots escaped or not: Windows' shell takes a link that holds one for a path.</summary>
/// <remarks>A semicolon ends a segment too: some cut parameters off a path before they follow it, and a link is written with its own in another order.</remarks>
internal static class DotSegments
{
    /// <summary>Finds the first dot segment of a link's text behind the scheme, or of a piece of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="startsSegment">Whether a segment starts with the text, as it does behind the scheme's colon.</param>
    /// <param name="endsSegment">Whether the text's end ends a segment, as the link's end does.</param>
    /// <returns>The index of its first dot; -1 when there is none.</returns>
    public static int Find(ReadOnlySpan<char> text, bool startsSegment = true, bool endsSegment = true)
    {
        if (startsSegment && IsAt(text, 0, endsSegment))
            return 0;

        var index = 0;
        for (var slash = text.IndexOf('/'); slash >= 0; slash = text.Slice(index).IndexOf('/'))
        {
            index += slash + 1;
            if (IsAt(text, index, endsSegment))
                return index;
        }

        return -1;
    }

    private static bool IsAt(ReadOnlySpan<char> text, int index, bool endsSegment)
    {
        var dots = 0;
        while (index < text.Length && UriText.CharacterAt(text, index, out var width) == '.')
        {
            dots++;
            index += width;
        }

        return dots is 1 or 2 && (index == text.Length ? endsSegment : text[index] is '/' or '?' or '#' or ';');
    }
}
