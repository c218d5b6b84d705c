using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhoneLink;

/// <summary>Reads the first number of a text that a person wrote: one pass; it looks ahead once, where the number ends.</summary>
internal ref partial struct PhoneNumberReader
{
    private const int MinKeypadRun = 3;

    /// <summary>The most digits of a country code (ITU-T E.164 §6.2.1).</summary>
    private const int MaxCountryCode = 3;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _digits;
    private int _position;
    private int _start;
    private int _count;
    private int _digitsEnd;
    private bool _gap;
    private bool _parted;
    private bool _afterWords;
    private string? _extension;
    private string? _subaddress;
    private string? _context;
    private string? _postDial;
    private ParseErrorKind _failure;

    /// <summary>Where the rest of the text was found to hold no digit, so that it is searched once.</summary>
    private int _digitless = int.MaxValue;

    private PhoneNumberReader(ReadOnlySpan<char> text, Span<char> digits)
    {
        _text = text;
        _digits = digits;
    }

    private readonly bool AtEnd => _position >= _text.Length;

    private readonly char Current => _text[_position];

    private readonly bool IsGlobal => _count > 0 && _digits[0] == '+';

    /// <summary>How many digits were read, the plus not counted.</summary>
    private readonly int DigitCount => IsGlobal ? _count - 1 : _count;

    public static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out PhoneNumber? number, out ParseError error)
    {
        number = null;
        error = text.IsEmpty ? new(ParseErrorKind.Empty, 0)
            : text.Length > PhoneNumber.MaxTextLength ? new(ParseErrorKind.TooLong, PhoneNumber.MaxTextLength)
            : default;
        if (error.Kind is not ParseErrorKind.None)
            return false;

        if (NumberCharacters.MayHoldWide(text))
            return TryReadWide(text, out number, out error);

        number = ReadNarrow(text, text, out error);
        return number is not null;
    }

    private static bool TryReadWide(ReadOnlySpan<char> text, [NotNullWhen(true)] out PhoneNumber? number, out ParseError error)
    {
        Span<char> narrow = stackalloc char[PhoneNumber.MaxTextLength];
        for (var i = 0; i < text.Length; i++)
            narrow[i] = NumberCharacters.Narrow(text[i]);

        number = ReadNarrow(narrow.Slice(0, text.Length), text, out error);
        return number is not null;
    }

    /// <summary>Reads a text whose stars, hashes and letters are ASCII; <paramref name="written"/> is what it was made of.</summary>
    private static PhoneNumber? ReadNarrow(ReadOnlySpan<char> text, ReadOnlySpan<char> written, out ParseError error)
    {
        var reader = new PhoneNumberReader(text, stackalloc char[PhoneNumber.MaxDigits + 1]);
        reader.Read();
        error = reader._failure is not ParseErrorKind.None ? new(reader._failure, reader._position)
            : !reader.HoldsDigit() ? new(ParseErrorKind.NoNumber, 0)
            : default;
        return error.Kind is ParseErrorKind.None ? reader.ToNumber(written) : null;
    }

    private readonly PhoneNumber ToNumber(ReadOnlySpan<char> written) =>
        new(written.ToString(), _digits.Slice(0, _count).ToString(), _extension, _subaddress, _context, _postDial);

    private readonly bool HoldsDigit()
    {
        foreach (var c in _digits.Slice(0, _count))
            if (char.IsAsciiDigit(c))
                return true;

        return false;
    }

    private void Read()
    {
        SkipLeadingWords();
        _start = _position;
        if (AtEnd)
            return;

        // The digits of an escape, %20, are no digits of a number, and behind a raised or circled one some are missing.
        if (_position > 0 && (_text[_position - 1] == '%' || NumberCharacters.IsOtherNumber(_text[_position - 1])))
        {
            Fail(ParseErrorKind.NoNumber);
            return;
        }

        if (Current is '*' or '#')
        {
            ReadServiceCode();
            return;
        }

        while (!AtEnd && ReadOne())
        {
        }

        if (_failure is ParseErrorKind.None && (IsFragment() || IsTwoNumbers()))
            Fail(ParseErrorKind.NoNumber);
    }

    private void SkipLeadingWords()
    {
        for (; !AtEnd && Current is not ('*' or '#') && !NumberCharacters.IsPlus(Current) && DigitAt(_position, out _) < 0; _position++)
            _afterWords |= char.IsLetter(Current);
    }

    /// <summary>Reads one element of the number; <see langword="false"/> when the number has ended, or cannot be read.</summary>
    private bool ReadOne()
    {
        var c = Current;
        var digit = DigitAt(_position, out var width);
        if (digit >= 0)
            return AppendDigit(digit, width);

        if (NumberCharacters.IsPlus(c))
            return ReadPlus();

        if (NumberCharacters.IsLineBreak(c) || (NumberCharacters.IsSlash(c) && DigitCount > 0 && IsSpaceAt(_position + 1) && !IsBehindAreaCode()))
            return EndAtBreak();

        if (NumberCharacters.IsSeparator(c))
            return ReadSeparator();

        if (NumberCharacters.IsColon(c))
            return ReadColon();

        return c switch
        {
            '*' => AppendStar(),
            '#' => ReadExtension(_position + 1, MaxHashExtension),
            ',' => ReadComma(),
            ';' => ReadSemicolon(),
            '_' when IsBlank(c) => Fail(ParseErrorKind.NoNumber),
            '~' => DigitAt(_position + 1, out _) < 0 ? EndUnlessGlued() : ReadExtension(_position + 1, PhoneNumber.MaxExtension),
            _ => char.IsLetter(c) ? ReadLetters() : EndUnlessGlued(),
        };
    }

    private bool ReadSeparator()
    {
        if (IsListMark() || IsNoteInBrackets())
            return Fail(ParseErrorKind.NoNumber);

        if (IsFractionOfZero())
            return false;

        // Behind a country code a trunk zero in brackets is not dialled: +44 (0)20 …
        var zero = IsGlobal && DigitCount is > 0 and <= MaxCountryCode ? BracketedZeroLength() : 0;
        if (zero > 0 && TrunkZero.IsKept(_digits.Slice(1, DigitCount)))
            zero = 0;

        _gap |= zero > 0 || (!NumberCharacters.IsHyphen(Current) && !NumberCharacters.IsInvisible(Current));
        _position += Math.Max(zero, 1);
        return true;
    }

    /// <summary>How long a zero in brackets of any width is, with the spaces and invisible marks in them; 0 when there is none.</summary>
    private readonly int BracketedZeroLength()
    {
        if (!NumberCharacters.IsOpeningBracket(Current))
            return 0;

        var index = SkipSpaces(_position + 1);
        if (DigitAt(index, out var width) != 0)
            return 0;

        index = SkipSpaces(index + width);
        return index < _text.Length && NumberCharacters.IsClosingBracket(_text[index]) ? index + 1 - _position : 0;
    }

    private bool ReadComma()
    {
        if (BeginsPostDial(_position))
            return ReadPostDial();

        TryReadExtensionBehind(_position + 1);
        return false;
    }

    private bool ReadSemicolon()
    {
        if (BeginsPostDial(_position))
            return ReadPostDial();

        if (BeginsParameter())
            ReadParameters();
        else
            TryReadExtensionBehind(_position + 1);

        return false;
    }

    private bool ReadLetters()
    {
        if (TryReadAnnouncedExtension(_position))
            return false;

        if (IsBlank('x') || IsBlank('X'))
            return Fail(ParseErrorKind.NoNumber);

        var run = CountLetters(_position);
        var joined = !_gap && DigitCount > 0;
        if (joined && BeginsPostDial(_position))
            return ReadPostDial();

        if (joined && _digits[_count - 1] != '*' && run >= MinKeypadRun && IsKeypadRun(run))
            return ReadKeypad(run);

        // A letter glued to digits may mean that the number goes on: rather none than one cut short.
        return (joined || IsKeypadWord(run)) && Fail(ParseErrorKind.NoNumber);
    }

    private bool ReadKeypad(int run)
    {
        for (var end = _position + run; _position < end;)
            if (!AppendDigit(NumberCharacters.KeypadDigit(Current), 1))
                return false;

        return true;
    }

    private readonly bool IsKeypadRun(int run)
    {
        foreach (var c in _text.Slice(_position, run))
            if (NumberCharacters.KeypadDigit(c) < 0)
                return false;

        return true;
    }

    private bool AppendDigit(int digit, int width)
    {
        _parted |= DigitCount > 0 && _position > _digitsEnd;
        if (!Append((char)('0' + digit)))
            return false;

        _position += width;
        _digitsEnd = _position;
        _gap = false;
        return true;
    }

    /// <summary>A star inside: local numbers may hold one, a global one may not (RFC 3966 §3).</summary>
    private bool AppendStar()
    {
        if (IsGlobal)
            return Fail(ParseErrorKind.NoNumber);

        if (!Append(Current))
            return false;

        _position++;
        _digitsEnd = _position;
        _gap = false;
        return true;
    }

    private bool Append(char c)
    {
        if (_count == PhoneNumber.MaxDigits)
            return Fail(ParseErrorKind.TooLong);

        _digits[_count++] = c;
        return true;
    }

    private bool Fail(ParseErrorKind kind)
    {
        _failure = kind;
        return false;
    }

    /// <summary>The digit at an index and how many code units it takes; -1 when there is none.</summary>
    private readonly int DigitAt(int index, out int width)
    {
        width = 1;
        if (index >= _text.Length)
            return -1;

        var c = _text[index];
        if (!char.IsHighSurrogate(c) || index + 1 >= _text.Length || !char.IsLowSurrogate(_text[index + 1]))
            return NumberCharacters.DigitValue(c);

        width = 2;
        return CharUnicodeInfo.GetDecimalDigitValue(_text.Slice(index, width).ToString(), 0);
    }

    private readonly bool IsSpaceAt(int index) => index < _text.Length && NumberCharacters.IsSpace(_text[index]);

    private readonly int SkipSpaces(int index)
    {
        while (index < _text.Length && (NumberCharacters.IsSpace(_text[index]) || NumberCharacters.IsInvisible(_text[index])))
            index++;

        return index;
    }

    private readonly int CountLetters(int index)
    {
        var start = index;
        while (index < _text.Length && char.IsLetter(_text[index]))
            index++;

        return index - start;
    }
}
