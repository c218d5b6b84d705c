using System.Text;

namespace PhoneLink;

/// <content>What becomes of errors: the end when strict, a correction when lenient.</content>
internal sealed partial class FormatParser
{
    /// <summary>The text with all corrections; null when there are none, or an error has none.</summary>
    public string? RepairedText()
    {
        if (_problems.Count == 0 || _problems.Exists(static problem => problem.Replacement is null))
            return null;

        var repaired = new StringBuilder();
        var index = 0;
        foreach (var problem in _problems.OrderBy(static problem => problem.Error.Position))
        {
            repaired.Append(text, index, problem.Error.Position - index).Append(problem.Replacement);
            index = problem.Error.Position + problem.Length;
        }

        return repaired.Append(text, index, text.Length - index).ToString();
    }

    /// <summary>Notes an error that has a correction; <see langword="false"/> when the parser is strict.</summary>
    private bool Correct(ParseErrorKind kind, int index, int length, string replacement)
    {
        _problems.Add(new(FormatProblemSeverity.Error, new(kind, index)) { Length = length, Replacement = replacement });
        return parsing is FormatParsing.Lenient;
    }

    /// <summary>Notes an error that makes the text unusable; the rest is read for its own errors.</summary>
    private bool Refuse(ParseErrorKind kind, int index, int length, string? proposal = null)
    {
        _problems.Add(new(FormatProblemSeverity.Error, new(kind, index)) { Length = length, Replacement = proposal });
        _refusal ??= new(kind, index);
        return parsing is FormatParsing.Lenient;
    }

    /// <summary>Writes other literal text for what stands here.</summary>
    private bool CorrectCharacter(ParseErrorKind kind, string replacement, int length = 1)
    {
        if (!Correct(kind, _index, length, replacement))
            return false;

        AppendLiteral(replacement);
        return Skip(length);
    }

    /// <summary>The text as a value would be written.</summary>
    private string Escape(string value)
    {
        var writer = new LinkWriter(stackalloc char[value.Length * "%XX%XX%XX".Length]);
        writer.Text(value, options.Encoding, LetterCase.AsStored);
        return writer.Written.ToString();
    }
}
