namespace PhoneLink;

/// <summary>What stands behind <c>tel:</c>, and in the path of most vendors' links: <c>telephone-subscriber</c> of RFC 3966 §3.</summary>
internal sealed class TelephoneSubscriber
{
    private TelephoneSubscriber(PhoneNumber number, SubscriberParameters? parameters)
    {
        Number = number;
        Parameters = parameters?.Others ?? [];
        IsExtensionLost = parameters is { IsExtensionLost: true };
    }

    public PhoneNumber Number { get; }

    public IReadOnlyList<UriParameter> Parameters { get; }

    /// <summary>Whether an extension could not be read and was dropped.</summary>
    public bool IsExtensionLost { get; }

    /// <summary>Reads number and parameters; does not go through the reader of people's text, since letters a to f are digits here.</summary>
    public static TelephoneSubscriber? Read(ReadOnlySpan<char> rest, ref RepairList repairs, out ParseError error)
    {
        var position = 0;
        if (!SkipSlashes(ref rest, ref position, ref repairs, out error) || !CutQuery(ref rest, position, ref repairs, out error))
            return null;

        var end = rest.IndexOf(';');
        var subscriber = end < 0 ? rest : rest.Slice(0, end);
        Span<char> digits = stackalloc char[PhoneNumber.MaxDigits];
        if (!ReadDigits(subscriber, position, digits, out var count, out var length, ref repairs, out error))
            return null;

        string? postDial = null;
        if (length < subscriber.Length && !PostDialRun.TryRead(subscriber, length, position, ref repairs, out postDial, out error))
            return null;

        var parameters = end < 0 ? null : new SubscriberParameters(isGlobal: digits[0] == '+');
        if (parameters?.Read(rest.Slice(end), position + end, ref repairs, out error) is false)
            return null;

        if (digits[0] != '+' && parameters?.Context is null && !repairs.Allow(ParseErrorKind.MissingContext, position))
        {
            error = repairs.Error(ParseErrorKind.MissingContext, position);
            return null;
        }

        var text = subscriber.ToString();
        var dialled = subscriber.SequenceEqual(digits.Slice(0, count)) ? text : digits.Slice(0, count).ToString();
        return new(new(text, dialled, parameters?.Extension, parameters?.Subaddress, parameters?.Context, postDial), parameters);
    }

    /// <summary><c>tel://+47…</c> and a trailing slash are habits of web pages and browsers.</summary>
    private static bool SkipSlashes(ref ReadOnlySpan<char> rest, ref int position, ref RepairList repairs, out ParseError error)
    {
        error = default;
        while (!rest.IsEmpty && rest[0] == '/')
        {
            if (!repairs.Allow(ParseErrorKind.Slashes, position))
            {
                error = repairs.Error(ParseErrorKind.InvalidCharacter, position);
                return false;
            }

            rest = rest.Slice(1);
            position++;
        }

        return true;
    }

    private static bool CutQuery(ref ReadOnlySpan<char> rest, int position, ref RepairList repairs, out ParseError error)
    {
        error = default;
        var query = rest.IndexOf('?');
        if (query >= 0)
        {
            error = UriText.FirstError(rest.Slice(query), repairs.Offset + position + query);
            if (error.Kind is ParseErrorKind.None && !repairs.Allow(ParseErrorKind.UnexpectedQuery, position + query))
                error = repairs.Error(ParseErrorKind.InvalidCharacter, position + query);

            if (error.Kind is not ParseErrorKind.None)
                return false;

            rest = rest.Slice(0, query);
        }

        // Behind a parameter a slash is a part of its value.
        if (!rest.IsEmpty && rest[rest.Length - 1] == '/' && rest.IndexOf(';') < 0)
        {
            if (!repairs.Allow(ParseErrorKind.Slashes, position + rest.Length - 1))
            {
                error = repairs.Error(ParseErrorKind.InvalidCharacter, position + rest.Length - 1);
                return false;
            }

            rest = rest.Slice(0, rest.Length - 1);
        }

        return true;
    }

    /// <summary>Reads the digits up to what is keyed after the answer, which starts at <paramref name="length"/>.</summary>
    private static bool ReadDigits(
        ReadOnlySpan<char> subscriber, int position, Span<char> digits, out int count, out int length, ref RepairList repairs, out ParseError error)
    {
        count = 0;
        length = subscriber.Length;
        var any = false;
        for (var i = 0; i < subscriber.Length;)
        {
            if (char.IsAsciiDigit(subscriber[i]) && count < digits.Length)
            {
                digits[count++] = subscriber[i++];
                any = true;
                continue;
            }

            // The network ends a service code with its hash; nothing is keyed after it.
            if (any && digits[0] is not ('*' or '#') && PostDialRun.StartsAt(subscriber, i))
            {
                length = i;
                break;
            }

            var c = UriText.CharacterAt(subscriber, i, out var width);
            if (c == '\0' && UriText.SpaceAt(subscriber, i) is > 0 and var spaceWidth)
                (c, width) = (' ', spaceWidth);

            var kind = Classify(c, isFirst: count == 0, isGlobal: count > 0 && digits[0] == '+', width);
            if (kind is not ParseErrorKind.None && !repairs.Allow(kind, position + i))
                kind = ParseErrorKind.InvalidCharacter;

            if (kind is ParseErrorKind.InvalidCharacter or ParseErrorKind.InvalidEscape || (count == digits.Length && !IsSkipped(c)))
            {
                error = repairs.Error(kind is ParseErrorKind.InvalidCharacter or ParseErrorKind.InvalidEscape ? kind : ParseErrorKind.TooLong, position + i);
                return false;
            }

            // RFC 3966 §3: the plus comes first; people put it into brackets.
            if (c == '+' && i > 0 && !repairs.Allow(ParseErrorKind.InvalidCharacter, position + i))
            {
                error = repairs.Error(ParseErrorKind.InvalidCharacter, position + i);
                return false;
            }

            if (!IsSkipped(c))
                digits[count++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

            any |= c != '+' && !IsSkipped(c);
            i += width;
        }

        error = any ? default : repairs.Error(ParseErrorKind.NoNumber, position);
        return any;
    }

    /// <summary>None: as the RFC has it. Whitespace, EscapedNumber: repaired. InvalidCharacter, InvalidEscape: refused.</summary>
    private static ParseErrorKind Classify(char c, bool isFirst, bool isGlobal, int width)
    {
        if (c == '\0')
            return width == 1 ? ParseErrorKind.InvalidEscape : ParseErrorKind.InvalidCharacter;

        if (NumberCharacters.IsSpace(c))
            return ParseErrorKind.Whitespace;

        var isDigit = char.IsAsciiDigit(c) || UriSeparators.IsVisual(c) || (c == '+' && isFirst) || (!isGlobal && (c is '*' or '#' || char.IsAsciiHexDigit(c)));
        if (!isDigit)
            return ParseErrorKind.InvalidCharacter;

        // An escaped hash is how a service code travels: raw it would start a fragment for every other parser.
        return width == 1 || c == '#' ? ParseErrorKind.None : ParseErrorKind.EscapedNumber;
    }

    private static bool IsSkipped(char c) => UriSeparators.IsVisual(c) || NumberCharacters.IsSpace(c);
}
