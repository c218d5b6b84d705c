#if !NET
using System.Text;

namespace PhoneLink;

/// <summary>Writes arguments into one command line, from which <c>CommandLineToArgvW</c> and C programs read them back as they were.</summary>
/// <remarks>
/// .NET Framework takes no list. The rules: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments. The other systems
/// that run this build split the line by the same rules.
/// </remarks>
internal static class ArgumentLine
{
    public static string Join(IEnumerable<string> arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            if (line.Length > 0)
                line.Append(' ');

            Append(line, argument);
        }

        return line.ToString();
    }

    /// <summary>Always in quotes: a quote inside is <c>\"</c>, and backslashes before it, or at the end, are doubled.</summary>
    private static void Append(StringBuilder line, string argument)
    {
        line.Append('"');
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
                line.Append('\\', backslashes + 1);

            backslashes = c == '\\' ? backslashes + 1 : 0;
            line.Append(c);
        }

        line.Append('\\', backslashes).Append('"');
    }
}
#endif
