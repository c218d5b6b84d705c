namespace PhoneLink;

/// <content>What stands behind the digits, extension and parameters; and service codes, which are read whole.</content>
internal ref partial struct PhoneNumberReader
{
    private const int MaxHashExtension = 7;

    private void ReadServiceCode()
    {
        // A star with a space behind it may be a bullet.
        if (IsSpaceAt(_position + 1))
            Fail(ParseErrorKind.NoNumber);

        for (; !AtEnd && _failure is ParseErrorKind.None; _position++)
        {
            var digit = NumberCharacters.DigitValue(Current);
            if (digit >= 0)
                Append((char)('0' + digit));
            else if (Current is '*' or '#')
                Append(Current);
            else if (NumberCharacters.IsSpace(Current) && CountLetters(_position + 1) > 0 && LongestRun(_position) <= MaxLabel)
                return;
            else if (!NumberCharacters.IsSeparator(Current))
                Fail(ParseErrorKind.NoNumber);

            if (_failure is not ParseErrorKind.None)
                return;
        }
    }

    /// <summary>Finds an announced extension behind signs that would end the number: <c>, ext. 12</c>.</summary>
    private bool TryReadExtensionBehind(int index)
    {
        while (index < _text.Length && (_text[index] is ',' or ';' || NumberCharacters.IsSeparator(_text[index]) || NumberCharacters.IsLineBreak(_text[index])))
            index++;

        return TryReadAnnouncedExtension(index);
    }

    /// <summary>Reads <c>x12</c>, <c>ext. 12</c>, <c>ext:12</c>, <c>ext (12)</c>; the words stand in <see cref="NumberCharacters.ExtensionWords"/>.</summary>
    private bool TryReadAnnouncedExtension(int index)
    {
        if (DigitCount == 0)
            return false;

        foreach (var word in NumberCharacters.ExtensionWords)
        {
            if (!_text.Slice(index).StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;

            var end = index + word.Length;
            var start = end;
            while (start < _text.Length && (_text[start] is '.' or ':' or '=' or '#' || IsExtensionSeparator(_text[start])))
                start++;

            if (DigitAt(start, out _) >= 0)
            {
                ReadExtension(start, PhoneNumber.MaxExtension);
                return true;
            }

            // The word alone is one; with digits somewhere behind it, or glued to the number, it is an extension that cannot be read.
            var isWord = word.Length > 1 && CountLetters(end) == 0;
            if (isWord && (HoldsDigitBehind(end) || (index == _position && !_gap)))
            {
                Fail(ParseErrorKind.NoNumber);
                return true;
            }
        }

        return false;

        static bool IsExtensionSeparator(char c) =>
            NumberCharacters.IsSpace(c) || NumberCharacters.IsInvisible(c) || NumberCharacters.IsHyphen(c) || NumberCharacters.IsOpeningBracket(c);
    }

    private bool HoldsDigitBehind(int index)
    {
        if (index >= _digitless)
            return false;

        if (LongestRun(index) > 0)
            return true;

        _digitless = index;
        return false;
    }

    /// <summary>Reads the extension, and parameters behind it; the number ends with them. What may be cut short is refused.</summary>
    private bool ReadExtension(int index, int limit)
    {
        Span<char> digits = stackalloc char[PhoneNumber.MaxExtension];
        var end = ReadDigits(index, digits, withSeparators: false, out var count);
        if (count == 0 || count > limit || DigitCount == 0 || !SuffixEnds(end))
            return Fail(ParseErrorKind.NoNumber);

        _extension = digits.Slice(0, count).ToString();
        _position = end;
        if (BeginsParameter())
            ReadParameters();

        return false;
    }

    private readonly bool BeginsParameter() => _position + 1 < _text.Length && Current == ';' && char.IsAsciiLetter(_text[_position + 1]);

    private void ReadParameters()
    {
        while (_failure is ParseErrorKind.None && BeginsParameter())
            ReadParameter();
    }

    /// <summary>Reads <c>;name=value</c>: ext, isub and phone-context are kept, others are not dialled.</summary>
    private void ReadParameter()
    {
        var start = _position + 1;
        var end = start;
        while (end < _text.Length && _text[end] != ';' && !NumberCharacters.IsSpace(_text[end]) && !NumberCharacters.IsLineBreak(_text[end]))
            end++;

        var parameter = _text.Slice(start, end - start);
        var equals = parameter.IndexOf('=');
        var name = equals < 0 ? parameter : parameter.Slice(0, equals);
        var value = equals < 0 ? default : parameter.Slice(equals + 1);
        if (!value.IsEmpty && Is(name, "ext"))
        {
            ReadExtensionParameter(start + equals + 1);
            return;
        }

        if (_extension is null && TryReadAnnouncedExtension(start))
            return;

        _position = end;
        if (Is(name, "isub") && _subaddress is null && IsUriText(value))
            _subaddress = value.ToString();
        else if (Is(name, "phone-context") && _context is null && !IsGlobal && PhoneContext.IsValid(value))
            _context = PhoneContext.Normalize(value);

        static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected.AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Digits, which the separators of RFC 3966 §3 may part; of two the first one wins.</summary>
    private void ReadExtensionParameter(int index)
    {
        Span<char> digits = stackalloc char[PhoneNumber.MaxExtension];
        var end = ReadDigits(index, digits, withSeparators: true, out var count);
        if (count is 0 or > PhoneNumber.MaxExtension || !SuffixEnds(end))
        {
            Fail(ParseErrorKind.NoNumber);
            return;
        }

        _extension ??= digits.Slice(0, count).ToString();
        _position = end;
    }

    private static bool IsUriText(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_' or '~'))
                return false;

        return !value.IsEmpty;
    }

    /// <summary>Whether what was read up to an index is whole: no digit follows across separators, and nothing is glued to it.</summary>
    private readonly bool SuffixEnds(int index)
    {
        var start = index;
        var parted = false;
        for (; index < _text.Length && NumberCharacters.IsSeparator(_text[index]); index++)
        {
            if (NumberCharacters.IsSlash(_text[index]) && IsSpaceAt(index + 1))
                return true;

            parted |= NumberCharacters.IsSpace(_text[index]) || NumberCharacters.IsOpeningBracket(_text[index]) || NumberCharacters.IsClosingBracket(_text[index]);
        }

        if (index == _text.Length)
            return true;

        var c = _text[index];
        if (char.IsLetter(c))
            return parted;

        if (c is ',' or ';')
            return KeyBehindPauses(index) < 0;

        if (NumberCharacters.IsLineBreak(c))
            return CountRun(index, out _) is 0 or > MaxLabel;

        return NumberCharacters.IsPlus(c) ? parted : c is not ('*' or '#' or '~') && DigitAt(index, out _) < 0 && (parted || !IsGluedTo(index));
    }

    /// <summary>Reads a run of digits and returns where it ends; digits that do not fit are counted all the same.</summary>
    private readonly int ReadDigits(int index, Span<char> digits, bool withSeparators, out int count)
    {
        count = 0;
        for (int width; index < _text.Length; index += width)
        {
            var digit = DigitAt(index, out width);
            if (digit < 0 && !(withSeparators && UriSeparators.IsVisual(_text[index])))
                break;

            if (digit >= 0 && count < digits.Length)
                digits[count] = (char)('0' + digit);

            count += digit >= 0 ? 1 : 0;
        }

        return index;
    }
}
