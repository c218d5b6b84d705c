using System.Text;

namespace PhoneLink.Tests.Activation;

/// <summary>Splits a command line as <c>CommandLineToArgvW</c> does, so that what Windows would do to a link can be seen on any OS.</summary>
/// <remarks>
/// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw: the program ends at its closing quote; behind it
/// 2n backslashes before a quote are n backslashes and a delimiter, 2n+1 are n backslashes and a quote; two quotes inside quotes are one
/// quote; other backslashes are themselves.
/// </remarks>
internal static class CommandLineModel
{
    public static string Start(string template, string link) => template.Replace("%1", link, StringComparison.Ordinal);

    public static IReadOnlyList<string> Split(string commandLine)
    {
        var arguments = new List<string>();
        var index = SkipProgram(commandLine);
        while (true)
        {
            while (index < commandLine.Length && commandLine[index] is ' ' or '\t')
                index++;

            if (index == commandLine.Length)
                return arguments;

            arguments.Add(ReadArgument(commandLine, ref index));
        }
    }

    private static int SkipProgram(string commandLine)
    {
        if (!commandLine.StartsWith('"'))
            return commandLine.IndexOf(' ', StringComparison.Ordinal);

        return commandLine.IndexOf('"', 1) + 1;
    }

    private static string ReadArgument(string text, ref int index)
    {
        var argument = new StringBuilder();
        var quoted = false;
        while (index < text.Length && (quoted || text[index] is not (' ' or '\t')))
        {
            var backslashes = 0;
            while (index < text.Length && text[index] == '\\')
            {
                backslashes++;
                index++;
            }

            var atQuote = index < text.Length && text[index] == '"';
            argument.Append('\\', atQuote ? backslashes / 2 : backslashes);
            if (!atQuote)
            {
                if (backslashes == 0)
                    argument.Append(text[index++]);

                continue;
            }

            index++;
            if (backslashes % 2 == 1)
                argument.Append('"');
            else if (quoted && index < text.Length && text[index] == '"')
                argument.Append(text[index++]);
            else
                quoted = !quoted;
        }

        return argument.ToString();
    }
}
