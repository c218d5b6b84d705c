using System.Text;

namespace PhoneLink;

/// <summary>Takes a line of parameters apart, as administrators have stored it beside the name of a program.</summary>
/// <remarks>
/// Spaces and tabs part arguments; what stands between two double quotes belongs together, and the quotes are not part of it. Nothing
/// escapes: a backslash is one, as in the paths of Windows, and an argument cannot hold a quote.
/// </remarks>
internal static class ParameterLine
{
    /// <summary>The longest line: the width of the column in which CRM systems store preferences.</summary>
    private const int MaxLength = 2046;

    public static IReadOnlyList<string> Split(string line)
    {
        if (line.Length > MaxLength)
            throw new ArgumentException("The line of parameters is longer than 2,046 characters.", nameof(line));

        var arguments = new List<string>();
        StringBuilder? argument = null;
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
                argument ??= new();
            }
            else if (isQuoted || c is not (' ' or '\t'))
            {
                (argument ??= new()).Append(c);
            }
            else if (argument is not null)
            {
                arguments.Add(argument.ToString());
                argument = null;
            }
        }

        if (isQuoted)
            throw new ArgumentException("A double quote in the line of parameters is not closed.", nameof(line));

        if (argument is not null)
            arguments.Add(argument.ToString());

        return arguments;
    }
}
