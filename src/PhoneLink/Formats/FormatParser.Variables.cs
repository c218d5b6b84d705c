namespace PhoneLink;

/// <content>Variables: what stands between brackets.</content>
internal sealed partial class FormatParser
{
    private const int MaxNameLength = 64;

    private bool ReadVariable(char closer)
    {
        var end = _index + 1;
        while (end < _end && IsNameCharacter(text[end]))
            end++;

        var name = text.Substring(_index + 1, end - _index - 1);
        if (end == _end || (text[end] is '>' or '}' && text[end] != closer))
            return ReadUnclosed(name, closer, length: end == _end ? name.Length + 1 : name.Length + 2);

        if (text[end] != closer && name.Length > 0 && Find(name) is not null && ClosedLength(end, closer) == 0)
            return ReadUnclosed(name, closer, name.Length + 1, ParseErrorKind.InvalidVariableName);

        if (text[end] != closer || name.Length is 0 or > MaxNameLength)
            return ReadMisnamed(ClosedLength(end, closer));

        var length = name.Length + 2;
        if (Find(name) is not { } found)
            return ReadUnknown(name, length);

        if (TemplateVariables.IsSecret(found.Name))
            return Correct(ParseErrorKind.SecretVariable, _index, length, "") && Skip(length);

        return AddHole(FormatTokenKind.Variable, found.Name, length, found.Case);
    }

    /// <summary>A known name wants its bracket; any other bracket was meant as text.</summary>
    private bool ReadUnclosed(string name, char closer, int length, ParseErrorKind kind = ParseErrorKind.UnclosedVariable)
    {
        if (Find(name) is not { } found || TemplateVariables.IsSecret(found.Name))
            return ReadLiteralBracket(kind);

        return Correct(kind, _index, length, text[_index] + name + closer) && AddHole(FormatTokenKind.Variable, found.Name, length, found.Case);
    }

    /// <summary>A pair of brackets with something in it that is no name is a variable that nobody knows.</summary>
    private bool ReadMisnamed(int length) => length == 0
        ? ReadLiteralBracket(ParseErrorKind.InvalidVariableName)
        : Correct(ParseErrorKind.InvalidVariableName, _index, length, "") && Skip(length);

    private bool ReadLiteralBracket(ParseErrorKind kind) => CorrectCharacter(kind, Escape(text.Substring(_index, 1)));

    /// <summary>Where nobody said otherwise, a typing error is an error; a lower-case twin is what was meant.</summary>
    private bool ReadUnknown(string name, int length)
    {
        if (options.UnknownVariables is UnknownVariables.Empty)
            return Skip(length);

        if (options.UnknownVariables is UnknownVariables.Keep)
        {
            AppendLiteral(Escape(text.Substring(_index, length)));
            return Skip(length);
        }

        var twin = name.ToLowerInvariant();
        if (!IsKnown(twin) || TemplateVariables.IsSecret(twin))
            return Correct(ParseErrorKind.UnknownVariable, _index, length, "") && Skip(length);

        return Correct(ParseErrorKind.UnknownVariable, _index, length, text[_index] + twin + text[_index + length - 1])
            && AddHole(FormatTokenKind.Variable, twin, length);
    }

    private bool Skip(int length)
    {
        _index += length;
        return true;
    }

    /// <summary>How long the bracketed text is that starts here; 0 when it does not end, or holds what is a hole by itself.</summary>
    private int ClosedLength(int from, char closer)
    {
        for (var i = from; i < _end && i - _index <= 2 * MaxNameLength; i++)
        {
            if (text[i] == closer)
                return i - _index + 1;

            if (text[i] is '%' or '<' or '{' or '>' or '}')
                return 0;
        }

        return 0;
    }

    /// <summary>The variable that a name means, and what its typing says of the value; null when nobody knows it.</summary>
    private (string Name, LetterCase Case)? Find(string name)
    {
        if (IsKnown(name))
            return (name, LetterCase.AsStored);

        var lower = name.ToLowerInvariant();
        return options.CaseFromVariable && IsKnown(lower) ? (lower, CaseOf(name)) : null;
    }

    private bool IsKnown(string name) => TemplateVariables.IsKnown(name) || options.CustomVariables.Contains(name);

    /// <summary>All capitals, or a capital first: anything else says nothing.</summary>
    private static LetterCase CaseOf(string name)
    {
        var capitals = name.Count(char.IsAsciiLetterUpper);
        return !char.IsAsciiLetterUpper(name[0]) ? LetterCase.AsStored
            : capitals == name.Count(char.IsAsciiLetter) ? LetterCase.Upper
            : capitals == 1 ? LetterCase.Capitalized
            : LetterCase.AsStored;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '?' or '#' or '.' or '_' or '-';
}
