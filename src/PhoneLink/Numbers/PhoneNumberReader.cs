using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhoneLink;

/// <summary>Reads the first number of a text that a person wrote: one pass, one character of look-ahead where it can be.</summary>
internal ref partial struct PhoneNumberReader
{
    private const int MaxHashExtension = 7;
    private const int MinKeypadRun = 3;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _digits;
    private int _position;
    private int _count;
    private bool _gap;
    private string? _extension;
    private string? _subaddress;
    private string? _context;
    private string? _postDial;
    private ParseErrorKind _failure;

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

        var reader = new PhoneNumberReader(text, stackalloc char[PhoneNumber.MaxDigits + 1]);
        reader.Read();
        if (reader._failure is not ParseErrorKind.None)
            error = new(reader._failure, reader._position);
        else if (!reader.HoldsDigit())
            error = new(ParseErrorKind.NoNumber, 0);
        else
            number = reader.ToNumber();

        return number is not null;
    }

    private readonly PhoneNumber ToNumber() =>
        new(_text.ToString(), _digits.Slice(0, _count).ToString(), _extension, _subaddress, _context, _postDial);

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
        if (AtEnd)
            return;

        // The digits of an escape, %20, are no digits of a number.
        if (_position > 0 && _text[_position - 1] == '%')
        {
            Fail(ParseErrorKind.NoNumber);
            return;
        }

        if (Current is '*' or '#')
        {
            ReadServiceCode();
            return;
        }

        while (!AtEnd && _failure is ParseErrorKind.None)
            if (!ReadOne())
                return;
    }

    private void SkipLeadingWords()
    {
        while (!AtEnd && Current is not ('*' or '#') && !NumberCharacters.IsPlus(Current) && DigitAt(_position, out _) < 0)
            _position++;
    }

    /// <summary>Reads one element of the number; <see langword="false"/> when the number has ended.</summary>
    private bool ReadOne()
    {
        var c = Current;
        var digit = DigitAt(_position, out var width);
        if (digit >= 0)
            return AppendDigit(digit, width);

        if (NumberCharacters.IsPlus(c))
            return ReadPlus();

        if (NumberCharacters.IsSeparator(c))
            return ReadSeparator();

        return c switch
        {
            '*' => AppendStar(),
            '#' => ReadHash(),
            ',' => BeginsPostDial(_position + 1) && ReadPostDial(),
            ';' => ReadSemicolon(),
            '~' => DigitAt(_position + 1, out _) < 0 ? EndUnlessGlued() : ReadExtension(_position + 1, PhoneNumber.MaxExtension),
            _ => char.IsLetter(c) ? ReadLetters() : EndUnlessGlued(),
        };
    }

    private bool ReadPlus()
    {
        if (DigitCount > 0)
            return false;

        _position++;
        return IsGlobal || Append('+');
    }

    private bool ReadSeparator()
    {
        var c = Current;
        if (c is '/' or '\uFF0F' && DigitCount > 0 && _position + 1 < _text.Length && NumberCharacters.IsSpace(_text[_position + 1]))
            return false;

        // A trunk zero in brackets is for callers at home; with a country code it is never dialled: +44 (0)20 …
        if (c == '(' && IsGlobal && DigitCount > 0 && _text.Slice(_position).StartsWith("(0)".AsSpan(), StringComparison.Ordinal))
        {
            _position += "(0)".Length;
            return true;
        }

        _gap |= !NumberCharacters.IsHyphen(c) && !NumberCharacters.IsInvisible(c);
        _position++;
        return true;
    }

    /// <summary>A hash with one to seven final digits announces an extension; elsewhere it is for service codes alone.</summary>
    private bool ReadHash()
    {
        var digits = CountDigits(_position + 1);
        var isExtension = digits is > 0 and <= MaxHashExtension && EndsAt(_position + 1 + digits);
        return isExtension ? ReadExtension(_position + 1, MaxHashExtension) : Fail(ParseErrorKind.NoNumber);
    }

    private bool ReadSemicolon()
    {
        if (BeginsPostDial(_position + 1))
            return ReadPostDial();

        while (!AtEnd && Current == ';' && _position + 1 < _text.Length && char.IsAsciiLetter(_text[_position + 1]))
            ReadParameter();

        return false;
    }

    private bool ReadLetters()
    {
        if (TryReadAnnouncedExtension())
            return false;

        var run = CountLetters(_position);
        var joined = !_gap && DigitCount > 0;
        if (joined && run == 1 && PauseOf(Current) != '\0' && BeginsPostDial(_position + 1))
            return ReadPostDial();

        if (joined && run >= MinKeypadRun && IsKeypadRun(run))
            return ReadKeypad(run);

        // A letter glued to digits may mean that the number goes on: rather none than one cut short.
        return !joined ? false : Fail(ParseErrorKind.NoNumber);
    }

    private bool ReadKeypad(int run)
    {
        for (var end = _position + run; _position < end && _failure is ParseErrorKind.None;)
            AppendDigit(NumberCharacters.KeypadDigit(Current), 1);

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
        if (!Append((char)('0' + digit)))
            return false;

        _position += width;
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

    private readonly int CountDigits(int index)
    {
        var start = index;
        while (index < _text.Length && NumberCharacters.DigitValue(_text[index]) >= 0)
            index++;

        return index - start;
    }

    private readonly int CountLetters(int index)
    {
        var start = index;
        while (index < _text.Length && char.IsLetter(_text[index]))
            index++;

        return index - start;
    }

    private readonly bool EndsAt(int index) =>
        index >= _text.Length || !(_text[index] is '*' or '#' or '.' or '/' || NumberCharacters.IsHyphen(_text[index]) || char.IsLetter(_text[index]));
}
