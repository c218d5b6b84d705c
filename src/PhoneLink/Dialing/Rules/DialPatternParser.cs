using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>Reads the elements of a <see cref="DialPattern"/>, one after the other.</summary>
internal static class DialPatternParser
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out DialPattern? pattern, out ParseError error)
    {
        pattern = null;
        error = text.IsEmpty ? new(ParseErrorKind.Empty, 0)
            : text.Length > DialPattern.MaxLength ? new(ParseErrorKind.TooLong, DialPattern.MaxLength)
            : default;
        if (error.Kind is not ParseErrorKind.None)
            return false;

        var tail = text[text.Length - 1] is '.' or '!' ? text[text.Length - 1] : '\0';
        var body = tail == '\0' ? text : text.Slice(0, text.Length - 1);
        var elements = new List<DialElement>(body.Length);
        for (var position = 0; position < body.Length;)
        {
            if (!TryReadElement(body, ref position, out var element))
            {
                error = new(ParseErrorKind.InvalidPattern, position);
                return false;
            }

            elements.Add(element);
        }

        pattern = new(text.ToString(), [.. elements], tail);
        return true;
    }

    /// <summary>Reads one element; when there is none, the position is that of what cannot be read.</summary>
    private static bool TryReadElement(ReadOnlySpan<char> body, ref int position, out DialElement element)
    {
        var c = body[position];
        if (c == '[')
            return TryReadSet(body, ref position, out element);

        element = c switch
        {
            'X' or 'x' => DialElement.Digits('0', '9'),
            'Z' or 'z' => DialElement.Digits('1', '9'),
            'N' or 'n' => DialElement.Digits('2', '9'),
            '*' or '#' => DialElement.Sign(c),
            '+' when position == 0 => DialElement.Sign(c),
            _ when char.IsAsciiDigit(c) => DialElement.Digits(c, c),
            _ => default,
        };
        if (element == default)
            return false;

        position++;
        return true;
    }

    /// <summary><c>[13-5]</c>: digits and ranges of digits, at least one.</summary>
    private static bool TryReadSet(ReadOnlySpan<char> body, ref int position, out DialElement element)
    {
        element = default;
        var length = body.Slice(position).IndexOf(']');
        if (length < 0)
            return false;

        var set = body.Slice(position + 1, length - 1);
        for (var i = 0; i < set.Length;)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            var last = isRange ? set[i + 2] : set[i];
            if (!char.IsAsciiDigit(set[i]) || !char.IsAsciiDigit(last) || last < set[i])
            {
                position += 1 + i;
                return false;
            }

            element = element.Or(DialElement.Digits(set[i], last));
            i += isRange ? 3 : 1;
        }

        if (set.IsEmpty)
            return false;

        position += length + 1;
        return true;
    }
}
