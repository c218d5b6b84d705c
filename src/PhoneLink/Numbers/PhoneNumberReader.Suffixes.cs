namespace PhoneLink;

/// <content>What stands behind the digits: signs, extension, parameters, post-dial digits; and service codes, which are read whole.</content>
internal ref partial struct PhoneNumberReader
{
    private void ReadServiceCode()
    {
        for (; !AtEnd && _failure is ParseErrorKind.None; _position++)
        {
            var digit = NumberCharacters.DigitValue(Current);
            if (digit >= 0)
                Append((char)('0' + digit));
            else if (Current is '*' or '#')
                Append(Current);
            else if (NumberCharacters.IsSpace(Current) && _position + 1 < _text.Length && char.IsLetter(_text[_position + 1]))
                return;
            else if (!NumberCharacters.IsSeparator(Current))
                Fail(ParseErrorKind.NoNumber);

            if (_failure is not ParseErrorKind.None)
                return;
        }
    }

    /// <summary>Other characters end the number, unless nothing but signs stands before a digit: <c>22%2051</c>, <c>5:22</c>, <c>22&amp;nbsp;51</c>.</summary>
    private bool EndUnlessGlued()
    {
        var index = _position + 1;
        if (Current == '&')
            while (index < _text.Length && (_text[index] == '#' || char.IsAsciiLetterOrDigit(_text[index])))
                index++;

        while (index < _text.Length && IsGlue(index))
            index++;

        return !_gap && DigitAt(index, out _) >= 0 && Fail(ParseErrorKind.NoNumber);
    }

    /// <summary>Signs that stand inside a number by accident: symbols, marks, halves of emoji; not what ends a number in a link or in HTML.</summary>
    private readonly bool IsGlue(int index)
    {
        var c = _text[index];
        return !char.IsLetter(c) && !NumberCharacters.IsSpace(c) && c is not ('"' or '<' or '>' or '@' or '?') && DigitAt(index, out _) < 0;
    }

    /// <summary>Reads <c>x12</c>, <c>ext. 12</c>, <c>ext:12</c>; the words stand in <see cref="NumberCharacters.ExtensionWords"/>.</summary>
    private bool TryReadAnnouncedExtension()
    {
        if (DigitCount == 0)
            return false;

        var rest = _text.Slice(_position);
        foreach (var word in NumberCharacters.ExtensionWords)
        {
            if (!rest.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;

            var index = _position + word.Length;
            while (index < _text.Length && (_text[index] is '.' or ':' or '=' || NumberCharacters.IsSpace(_text[index])))
                index++;

            if (CountDigits(index) is > 0 and <= PhoneNumber.MaxExtension)
            {
                ReadExtension(index, PhoneNumber.MaxExtension);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the extension; the number ends with it.</summary>
    private bool ReadExtension(int index, int limit)
    {
        var length = CountDigits(index);
        if (length == 0 || length > limit || DigitCount == 0)
            return Fail(ParseErrorKind.NoNumber);

        _extension = DigitsOf(_text.Slice(index, length));
        return false;
    }

    /// <summary>Reads <c>;name=value</c>: ext, isub and phone-context are kept, others are not dialled.</summary>
    private void ReadParameter()
    {
        var start = _position + 1;
        var end = start;
        while (end < _text.Length && _text[end] != ';' && !NumberCharacters.IsSpace(_text[end]))
            end++;

        _position = end;
        var parameter = _text.Slice(start, end - start);
        var equals = parameter.IndexOf('=');
        if (equals < 0)
            return;

        var name = parameter.Slice(0, equals);
        var value = parameter.Slice(equals + 1);
        if (Is(name, "ext") && _extension is null && DigitsOf(value) is { Length: > 0 and <= PhoneNumber.MaxExtension } extension)
            _extension = extension;
        else if (Is(name, "isub") && _subaddress is null && IsUriText(value))
            _subaddress = value.ToString();
        else if (Is(name, "phone-context") && _context is null && !IsGlobal && PhoneContext.IsValid(value))
            _context = PhoneContext.Normalize(value);

        static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected.AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsUriText(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_' or '~'))
                return false;

        return !value.IsEmpty;
    }

    /// <summary>Whether pauses and waits, and then something to key, stand at an index.</summary>
    private readonly bool BeginsPostDial(int index)
    {
        while (index < _text.Length && _text[index] is ',' or ';')
            index++;

        return DigitCount > 0 && index < _text.Length && (_text[index] is '*' or '#' || NumberCharacters.DigitValue(_text[index]) >= 0);
    }

    /// <summary>Reads pauses, waits and digits to the end; the number ends with them.</summary>
    private bool ReadPostDial()
    {
        Span<char> keyed = stackalloc char[PhoneNumber.MaxPostDial];
        var count = 0;
        for (; !AtEnd; _position++)
        {
            var key = Key(Current);
            if (key == '\0' && (NumberCharacters.IsHyphen(Current) || NumberCharacters.IsInvisible(Current)))
                continue;

            if (key == '\0')
                break;

            if (count == PhoneNumber.MaxPostDial)
                return Fail(ParseErrorKind.TooLong);

            keyed[count++] = key;
        }

        while (count > 0 && keyed[count - 1] is ',' or ';')
            count--;

        _postDial = keyed.Slice(0, count).ToString();
        return false;
    }

    private static char Key(char c) =>
        c is '*' or '#' or ',' or ';' ? c
        : NumberCharacters.DigitValue(c) is >= 0 and var digit ? (char)('0' + digit)
        : PauseOf(c);

    /// <summary>RFC 3601's letters: p is a pause, w waits for the tone.</summary>
    private static char PauseOf(char c) => c switch
    {
        'p' or 'P' => ',',
        'w' or 'W' => ';',
        _ => '\0',
    };

    /// <summary>The digits of a text of digits and separators; empty when anything else stands in it.</summary>
    private static string DigitsOf(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[PhoneNumber.MaxExtension];
        var count = 0;
        foreach (var c in text)
        {
            var digit = NumberCharacters.DigitValue(c);
            if (digit < 0 && UriSeparators.IsVisual(c))
                continue;

            if (digit < 0 || count == PhoneNumber.MaxExtension)
                return "";

            digits[count++] = (char)('0' + digit);
        }

        return digits.Slice(0, count).ToString();
    }
}
