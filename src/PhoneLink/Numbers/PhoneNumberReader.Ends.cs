namespace PhoneLink;

/// <content>Where the number ends and another begins: labels, lists, lines; and what was only a piece of a number.</content>
internal ref partial struct PhoneNumberReader
{
    /// <summary>The most digits of a label: <c>Mobil 2:</c>, <c>24/7:</c>, <c>Room 1234:</c>. A run of more is a number.</summary>
    private const int MaxLabel = 4;

    /// <summary>The most digits of a label that no colon ends: <c>Office 2 +47 …</c>; three are an emergency number already.</summary>
    private const int MaxBareLabel = 2;

    /// <summary>A global number with no more digits is hardly more than its country code.</summary>
    private const int MaxGlobalPiece = 6;

    /// <summary>The most digits of a global number (ITU-T E.164 §6.2.1).</summary>
    private const int LongestNumber = 15;

    /// <summary>Digits before it: one for an outside line, up to four for abroad (<c>00</c>, <c>011</c>, <c>0011</c>).</summary>
    private const int LongestPrefix = 5;

    /// <summary>The fewest digits of a number within its area that stands behind an area code and a slash.</summary>
    private const int MinBehindAreaCode = 5;

    /// <summary>An area code with its trunk zero.</summary>
    private const int MinAreaCode = 3;
    private const int MaxAreaCode = 6;

    /// <summary>Digits that are whole by themselves in most places.</summary>
    private const int WholeNumber = 7;

    /// <summary>Whether so few digits were read that they may be a label or a piece of a number.</summary>
    private readonly bool IsShort => DigitCount <= (IsGlobal ? MaxGlobalPiece : MaxLabel);

    /// <summary>A second plus starts another number; the first one wins, unless it was a label.</summary>
    private bool ReadPlus()
    {
        if (DigitCount == 0)
        {
            _position++;
            return IsGlobal || Append('+');
        }

        return _gap && !IsGlobal && DigitCount <= MaxBareLabel && CountRun(_position, out _) > MaxLabel && ForgetLabel();
    }

    /// <summary>Digits before a colon label a number that follows at once; between two numbers a colon cannot be told.</summary>
    private bool ReadColon()
    {
        var run = CountRun(_position + 1, out _);
        if (run == 0)
            return false;

        if (IsGlobal || DigitCount > MaxLabel || run <= MaxLabel || DigitAt(_position + 1, out _) >= 0)
            return Fail(ParseErrorKind.NoNumber);

        _position++;
        return ForgetLabel();
    }

    private bool ForgetLabel()
    {
        _count = 0;
        _gap = false;
        _parted = false;
        return true;
    }

    /// <summary>A line break, or a slash with a space: digits behind it may be the rest of the number, unless both are longer than any number.</summary>
    private bool EndAtBreak()
    {
        if (TryReadExtensionBehind(_position + 1))
            return false;

        var run = CountRun(_position + 1, out var isGlobal);
        return run > 0 && !isGlobal && DigitCount + run <= Longest() && Fail(ParseErrorKind.NoNumber);
    }

    /// <summary>
    /// <c>0221 / 123456</c>, <c>+49 221 / 123456</c>: an area code begins with a trunk zero or a country code and is no number by itself, and what
    /// stands behind the slash begins with neither.
    /// </summary>
    private readonly bool IsBehindAreaCode()
    {
        var isAreaCode = IsGlobal ? DigitCount is >= MinAreaCode and <= MaxGlobalPiece : _digits[0] == '0' && DigitCount is >= MinAreaCode and <= MaxAreaCode;
        if (!isAreaCode || !NumberCharacters.IsSlash(Current) || DigitAt(SkipSpaces(_position + 1), out _) <= 0)
            return false;

        var run = CountRun(_position + 1, out _);
        return run >= MinBehindAreaCode && DigitCount + run <= LongestNumber;
    }

    /// <summary>Whether digits are left out on purpose: <c>+47 22 XX XX 00</c>, <c>+1 (___)</c>.</summary>
    private readonly bool IsBlank(char blank) => Current == blank && _position + 1 < _text.Length && _text[_position + 1] == blank;

    /// <summary>Other signs end the number, unless nothing but signs stands before a digit: <c>22%2051</c>, <c>22&amp;nbsp;51</c>.</summary>
    private bool EndUnlessGlued()
    {
        if (!_gap && DigitCount > 0 && NumberCharacters.IsOtherNumber(Current))
            return Fail(ParseErrorKind.NoNumber);

        var index = _position + 1;
        if (Current == '&')
            while (index < _text.Length && (_text[index] == '#' || char.IsAsciiLetterOrDigit(_text[index])))
                index++;

        return (!_gap || Current == '%') && IsGluedTo(index) && Fail(ParseErrorKind.NoNumber);
    }

    /// <summary>Whether a digit follows, with nothing but signs before it.</summary>
    private readonly bool IsGluedTo(int index)
    {
        while (index < _text.Length && IsGlue(index))
            index++;

        return DigitAt(index, out _) >= 0;
    }

    /// <summary>Signs that stand inside a number by accident: symbols, marks, halves of emoji; not what ends a number in a link or in HTML.</summary>
    private readonly bool IsGlue(int index)
    {
        var c = _text[index];
        return !char.IsLetter(c) && !NumberCharacters.IsSpace(c) && !NumberCharacters.IsMarkup(c) && DigitAt(index, out _) < 0;
    }

    /// <summary><c>1. 22517000</c>, <c>1) 22517000</c>: a number in a list, or the first digit of the telephone number; it cannot be told.</summary>
    private readonly bool IsListMark()
    {
        if (DigitCount != 1 || IsGlobal || _position != _digitsEnd || !IsSpaceAt(_position + 1))
            return false;

        var isOpened = _position > 1 && NumberCharacters.IsOpeningBracket(_text[_position - 2]);
        return Current == '.' || (NumberCharacters.IsClosingBracket(Current) && !isOpened);
    }

    /// <summary><c>22517000 (8-16)</c>: digits in brackets behind what is long enough to be whole are hours, a trunk zero or the number's end; it cannot be told.</summary>
    private readonly bool IsNoteInBrackets()
    {
        if (!NumberCharacters.IsOpeningBracket(Current) || DigitCount < WholeNumber || DigitAt(SkipSpaces(_position + 1), out _) < 0)
            return false;

        var index = _position + 1;
        while (index < _text.Length && !NumberCharacters.IsClosingBracket(_text[index]))
            index++;

        // With digits behind it the bracket is inside the number: 22 51 70 (0)0.
        return DigitAt(SkipSpaces(index + 1), out _) < 0;
    }

    /// <summary><c>22517000.0</c>: what a spreadsheet makes of a number.</summary>
    private readonly bool IsFractionOfZero() =>
        !_parted && DigitCount >= WholeNumber && _position == _digitsEnd && _text.Slice(_position).SequenceEqual(".0".AsSpan());

    /// <summary><c>1 800 FLOWERS</c>: capitals behind a few digits may be keypad letters behind a space.</summary>
    private readonly bool IsKeypadWord(int run)
    {
        foreach (var c in _text.Slice(_position, run))
            if (!char.IsAsciiLetterUpper(c))
                return false;

        return run >= MinKeypadRun && IsShort && !NumberCharacters.IsOpeningBracket(_text[_position - 1]);
    }

    /// <summary>Whether what was read is a label or a piece of the number that follows: <c>Floor 3 reception 22 51 70 00</c>, <c>22 | 51</c>.</summary>
    private readonly bool IsFragment()
    {
        if (!IsShort || _extension is not null)
            return false;

        if (_postDial is not null)
            return IsGroupedBySigns(_postDial);

        var end = AtEnd ? '\0' : Current;
        if (DigitCount == 1 && (_afterWords || char.IsLetter(end)))
            return true;

        if (AtEnd || EndsInMarkup())
            return false;

        // A country code and a word, +47 XX XX XX XX, call nobody.
        if (IsGlobal && DigitCount <= MaxCountryCode && char.IsLetter(end))
            return true;

        if (end is ',' or ';' || NumberCharacters.IsSlash(end) || NumberCharacters.IsLineBreak(end))
            return (IsGlobal || DigitCount <= MaxBareLabel) && LongestRun(_position + 1) > 0;

        return LongestRun(_position) > (char.IsLetter(end) ? MaxLabel : 0);
    }

    /// <summary>Whether quotes or angle brackets stand around what was read, or it is the user of an address or the path of a link: <c>&lt;7042&gt;</c>, <c>7042@pbx</c>.</summary>
    private readonly bool EndsInMarkup()
    {
        var opened = _start > 0 ? _text[_start - 1] : '\0';
        return _position == _digitsEnd && Current switch
        {
            '>' => opened == '<' && !IsGlobal,
            '"' => opened == '"' && !IsGlobal,
            '@' or '?' => _position + 1 < _text.Length && char.IsLetter(_text[_position + 1]),
            _ => false,
        };
    }

    /// <summary>Whether more digits were joined across separators than a number has: two numbers with a space between them.</summary>
    private readonly bool IsTwoNumbers() => _parted && DigitCount > Longest();

    private readonly int Longest()
    {
        var digits = _digits.Slice(0, _count);
        return !IsGlobal && (IsPrefix(digits) || (digits.Length > 0 && IsPrefix(digits.Slice(1)))) ? LongestNumber + LongestPrefix : LongestNumber;

        static bool IsPrefix(ReadOnlySpan<char> digits) =>
            digits.StartsWith("00".AsSpan(), StringComparison.Ordinal) || digits.StartsWith("011".AsSpan(), StringComparison.Ordinal);
    }

    /// <summary>How many digits follow at once: spaces, separators and line breaks, a plus, digits and separators but for a slash with a space.</summary>
    private readonly int CountRun(int index, out bool isGlobal)
    {
        isGlobal = false;
        while (index < _text.Length && (NumberCharacters.IsSeparator(_text[index]) || NumberCharacters.IsLineBreak(_text[index])))
            index++;

        if (index < _text.Length && NumberCharacters.IsPlus(_text[index]))
        {
            isGlobal = true;
            index++;
        }

        var count = 0;
        for (int width; index < _text.Length; index += width)
            if (DigitAt(index, out width) >= 0)
                count++;
            else if (!NumberCharacters.IsSeparator(_text[index]) || (NumberCharacters.IsSlash(_text[index]) && IsSpaceAt(index + 1)))
                break;

        return count;
    }

    /// <summary>The digits of the longest run, joined by nothing but separators, in the rest of the text.</summary>
    private readonly int LongestRun(int index)
    {
        var longest = 0;
        var count = 0;
        for (int width; index < _text.Length; index += width)
        {
            if (DigitAt(index, out width) >= 0)
                count++;
            else if (!NumberCharacters.IsSeparator(_text[index]))
                count = 0;

            longest = Math.Max(longest, count);
        }

        return longest;
    }
}
