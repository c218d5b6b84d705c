using System.Diagnostics.CodeAnalysis;
using System.Text;
using PhoneLink.Activation;

namespace PhoneLink.Registration.Windows;

/// <summary>Command lines as Windows programs split them (the rules of CommandLineToArgvW and of the C runtime).</summary>
/// <remarks>https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments</remarks>
internal static class WindowsCommandLine
{
    private const string Link = "%1";

    /// <summary>Writes the command that is registered: the program always in quotes, the link too, with <c>--</c> before it.</summary>
    public static string Register(string executable) => Join(executable, [.. ProtocolActivation.Arguments]) + $" \"{Link}\"";

    /// <summary>Finds the program of a command that is of the shape that registration writes.</summary>
    public static bool TryGetRegistered(string? command, [NotNullWhen(true)] out string? executable)
    {
        executable = command is not null && Split(command) is [var program, .. var arguments, Link] && arguments.SequenceEqual(ProtocolActivation.Arguments) ? program : null;
        return executable is not null;
    }

    /// <summary>Joins a program and arguments so that splitting gives the same again.</summary>
    /// <param name="program">The program; a path has no quotes.</param>
    /// <param name="arguments">The arguments; any text without nulls.</param>
    public static string Join(string program, IReadOnlyList<string> arguments)
    {
        var text = new StringBuilder($"\"{program}\"");
        foreach (var argument in arguments)
            Append(text.Append(' '), argument);

        return text.ToString();
    }

    /// <summary>Splits a command line into the program and its arguments.</summary>
    public static string[] Split(string text)
    {
        var (program, rest) = SplitProgram(text);
        var words = new List<string> { program };
        while (rest.TrimStart(' ', '\t') is { Length: > 0 } next)
        {
            words.Add(ReadWord(next, out var length));
            rest = next[length..];
        }

        return [.. words];
    }

    private static void Append(StringBuilder text, string argument)
    {
        if (argument.Length > 0 && !argument.AsSpan().ContainsAny(' ', '\t', '"'))
        {
            text.Append(argument);
            return;
        }

        text.Append('"');
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
                text.Append('\\', backslashes + 1); // Each backslash before a quote counts once more, and the quote is escaped.

            backslashes = c == '\\' ? backslashes + 1 : 0;
            text.Append(c);
        }

        text.Append('\\', backslashes).Append('"');
    }

    /// <summary>The first word knows no escapes: a quote ends what a quote began.</summary>
    private static (string Program, string Arguments) SplitProgram(string text)
    {
        var start = text.TrimStart(' ', '\t');
        var end = start.StartsWith('"') ? start.IndexOf('"', 1) : start.AsSpan().IndexOfAny(' ', '\t');
        if (!start.StartsWith('"'))
            return end < 0 ? (start, "") : (start[..end], start[end..]);

        return end < 0 ? (start[1..], "") : (start[1..end], start[(end + 1)..]);
    }

    private static string ReadWord(string text, out int length)
    {
        var word = new StringBuilder();
        var isQuoted = false;
        var i = 0;
        while (i < text.Length && (isQuoted || text[i] is not (' ' or '\t')))
        {
            var backslashes = text.AsSpan(i).IndexOfAnyExcept('\\') is >= 0 and var count ? count : text.Length - i;
            i += backslashes;
            if (i == text.Length || text[i] != '"')
            {
                word.Append('\\', backslashes);
                if (backslashes == 0)
                    word.Append(text[i++]);

                continue;
            }

            word.Append('\\', backslashes / 2);
            if (backslashes % 2 == 1 || (isQuoted && i + 1 < text.Length && text[i + 1] == '"'))
            {
                i += backslashes % 2 == 1 ? 0 : 1; // A doubled quote within quotes is one quote.
                word.Append('"');
            }
            else
            {
                isQuoted = !isQuoted;
            }

            i++;
        }

        length = i;
        return word.ToString();
    }
}
