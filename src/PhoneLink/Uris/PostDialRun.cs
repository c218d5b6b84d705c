namespace PhoneLink;

/// <summary>What a link keys after the answer, <c>,,99%23</c>: RFC 3966 knows no such thing, dialers do. <c>%3B</c> is a wait; a raw semicolon starts a parameter.</summary>
internal static class PostDialRun
{
    /// <summary>Whether pauses and waits, and then something to key, stand at an index.</summary>
    public static bool StartsAt(ReadOnlySpan<char> text, int index)
    {
        var start = index;
        while (index < text.Length && IsPause(UriText.CharacterAt(text, index, out var width)))
            index += width;

        return index > start && index < text.Length && IsKey(UriText.CharacterAt(text, index, out _));
    }

    /// <summary>Reads to the end of the text; a pause at the end, which nothing follows, is left out.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, int position, ref RepairList repairs, out string? postDial, out ParseError error)
    {
        postDial = null;
        error = default;
        if (!repairs.Allow(ParseErrorKind.PostDial, position + start))
        {
            error = repairs.Error(ParseErrorKind.InvalidCharacter, position + start);
            return false;
        }

        Span<char> keyed = stackalloc char[PhoneNumber.MaxPostDial];
        var count = 0;
        var length = 0;
        for (var i = start; i < text.Length && error.Kind is ParseErrorKind.None;)
        {
            var c = UriText.CharacterAt(text, i, out var width);
            if (!IsKey(c) && !IsPause(c))
                error = Skip(c, width, position + i, ref repairs);
            else if (count == keyed.Length)
                error = repairs.Error(ParseErrorKind.TooLong, position + i);
            else
                keyed[count++] = c;

            length = IsKey(c) ? count : length;
            i += width;
        }

        postDial = keyed.Slice(0, length).ToString();
        return error.Kind is ParseErrorKind.None;
    }

    private static ParseError Skip(char c, int width, int position, ref RepairList repairs)
    {
        if (NumberCharacters.IsSpace(c))
            _ = repairs.Allow(ParseErrorKind.Whitespace, position);
        else if (!UriSeparators.IsVisual(c))
            return repairs.Error(c == '\0' && width == 1 ? ParseErrorKind.InvalidEscape : ParseErrorKind.InvalidCharacter, position);

        return default;
    }

    private static bool IsPause(char c) => c is ',' or ';';

    private static bool IsKey(char c) => char.IsAsciiDigit(c) || c is '*' or '#';
}
