namespace PhoneLink;

/// <content>What is keyed after the answer: pauses, waits and keys.</content>
internal ref partial struct PhoneNumberReader
{
    /// <summary>Whether pauses and waits stand at an index, and behind them something to key; one sign with a space behind it is a list's.</summary>
    private readonly bool BeginsPostDial(int index) => DigitCount > 0 && KeyBehindPauses(index) >= 0;

    /// <summary>Where something to key stands behind signs, or behind the letters p and w, else -1.</summary>
    private readonly int KeyBehindPauses(int index)
    {
        var start = index;
        var isLetter = index < _text.Length && char.IsLetter(_text[index]);
        while (index < _text.Length && PauseOf(_text[index]) != '\0' && char.IsLetter(_text[index]) == isLetter)
            index++;

        if (index - start > 1 && !isLetter)
            index = SkipSpaces(index);

        return index > start && IsKeyAt(index) ? index : -1;
    }

    private readonly bool IsKeyAt(int index) => index < _text.Length && (_text[index] is '*' or '#' || DigitAt(index, out _) >= 0);

    /// <summary>Reads pauses, waits and keys to the end; the number ends with them.</summary>
    private bool ReadPostDial()
    {
        Span<char> keyed = stackalloc char[PhoneNumber.MaxPostDial];
        var count = 0;
        while (FindKey(_position) is >= 0 and var next)
        {
            for (; _position < next; _position++)
                if (PauseOf(Current) is not '\0' and var pause && !TryAdd(keyed, ref count, pause))
                    return false;

            var digit = DigitAt(next, out var width);
            if (!TryAdd(keyed, ref count, digit < 0 ? Current : (char)('0' + digit)))
                return false;

            _position += width;
        }

        _postDial = keyed.Slice(0, count).ToString();

        // Keys that are cut short, or an extension whose turn nobody knows.
        var end = _position;
        if (SuffixEnds(end) && !TryReadExtensionBehind(end))
            return false;

        _position = end;
        return Fail(ParseErrorKind.NoNumber);
    }

    /// <summary>Where the next key stands, behind nothing, pauses, or separators; -1 when the keys have ended.</summary>
    private readonly int FindKey(int index)
    {
        var start = index;
        while (index < _text.Length && NumberCharacters.IsSeparator(_text[index]) && !(NumberCharacters.IsSlash(_text[index]) && IsSpaceAt(index + 1)))
            index++;

        if (IsKeyAt(index))
            return index;

        // A letter behind a space is a word's.
        return index > start && index < _text.Length && char.IsLetter(_text[index]) ? -1 : KeyBehindPauses(index);
    }

    private bool TryAdd(scoped Span<char> keyed, ref int count, char key)
    {
        if (count == keyed.Length)
            return Fail(ParseErrorKind.TooLong);

        keyed[count++] = key;
        return true;
    }

    /// <summary>RFC 3601's letters: p is a pause, w waits for the tone.</summary>
    private static char PauseOf(char c) => c switch
    {
        ',' or 'p' or 'P' => ',',
        ';' or 'w' or 'W' => ';',
        _ => '\0',
    };

    /// <summary>Digits in groups, joined by single signs, are rather one number than a label with a code: <c>1,800,555,0100</c>, <c>22;51;70;00</c>.</summary>
    private static bool IsGroupedBySigns(string postDial)
    {
        var digits = 0;
        for (var i = 0; i < postDial.Length; i++)
        {
            var isSign = postDial[i] is ',' or ';';
            if (postDial[i] is '*' or '#' || (isSign && postDial[i + 1] is ',' or ';'))
                return false;

            digits += isSign ? 0 : 1;
        }

        return digits > MaxLabel;
    }
}
