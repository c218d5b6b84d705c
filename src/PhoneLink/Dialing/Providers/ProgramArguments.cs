using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PhoneLink;

/// <summary>The arguments of a program: as many for every call, and no value among them that the program could take for something else.</summary>
internal sealed class ProgramArguments
{
    private const int MaxCount = 64;

    /// <summary>What Windows takes as a whole is 32,767 characters; quotes and the program's path are in it.</summary>
    private const int MaxLength = 24_000;

    private readonly ValueTemplate[] _templates;
    private readonly PhoneNumberStyle _style;
    private readonly bool _isWindows;

    public ProgramArguments(ProcessTelephonyOptions options, bool isWindows)
    {
        if (options.Arguments.Count > MaxCount)
            throw new ArgumentException("A program gets at most 64 arguments.", nameof(options));

        _templates = [.. options.Arguments.Select(argument => ValueTemplate.Parse(argument, options.CustomVariables))];
        if (!Array.Exists(_templates, static template => template.HasNumber))
            throw new ArgumentException("No argument holds %p, so that the program would not know whom to call.", nameof(options));

        (_style, _isWindows) = (options.NumberStyle, isWindows);
    }

    /// <summary>Makes the arguments for a call; none when a value may not stand in its place.</summary>
    public bool TryExpand(DialRequest request, [NotNullWhen(true)] out IReadOnlyList<string>? arguments)
    {
        var isAllowed = true;
        var length = 0;
        var texts = new string[_templates.Length];
        for (var i = 0; i < texts.Length && isAllowed; i++)
        {
            texts[i] = _templates[i].Expand(request, _style, Write);
            length += texts[i].Length;
            isAllowed &= length <= MaxLength && !(_templates[i].StartsWithHole && StartsLikeAnOption(texts[i]));
        }

        arguments = isAllowed ? texts : null;
        return isAllowed;

        void Write(StringBuilder text, string value)
        {
            isAllowed &= value.Length <= MaxLength && value.All(c => IsAllowed(c, _isWindows));
            if (isAllowed)
                text.Append(value);
        }
    }

    /// <summary>An option of a Unix or of Windows, or a file of arguments; some programs take any dash for one.</summary>
    private static bool StartsLikeAnOption(string text) =>
        text.Length > 0 && (NumberCharacters.IsHyphen(text[0]) || NumberCharacters.IsSlash(text[0]) || text[0] == '@');

    /// <summary>
    /// Control characters end lines and arguments for programs that hand them on; marks of direction show a person another text than the one
    /// that is there; a quote ends an argument for those programs of Windows that split their command line themselves.
    /// </summary>
    private static bool IsAllowed(char c, bool isWindows) =>
        !char.IsControl(c)
        && c is not ('\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
        && !(isWindows && c == '"');
}
