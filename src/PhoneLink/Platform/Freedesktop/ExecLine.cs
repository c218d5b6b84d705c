using System.Text;

namespace PhoneLink;

/// <summary>Takes the value of an <c>Exec</c> key apart.</summary>
/// <remarks>
/// Desktop Entry Specification 1.5, §7. GLib splits by the rules of a shell without expansions, which is a superset: single quotes,
/// a backslash outside quotes, and a comment are understood too.
/// </remarks>
internal static class ExecLine
{
    /// <summary>Splits into program and arguments; field codes such as <c>%u</c> stay as they are.</summary>
    /// <returns>The words; null when a quote is open at the end or there is no word.</returns>
    public static IReadOnlyList<string>? Split(string exec)
    {
        var words = new List<string>();
        for (var i = 0; ;)
        {
            while (i < exec.Length && IsSpace(exec[i]))
                i++;

            if (i == exec.Length || exec[i] == '#')
                return words.Count == 0 ? null : words;

            if (ReadWord(exec, ref i) is not { } word)
                return null;

            words.Add(word);
        }
    }

    /// <summary>Quotes a word where it has a character with a meaning, and doubles percent signs.</summary>
    /// <returns>The word before the escape pass of <see cref="KeyFileText.Escape"/>.</returns>
    public static string Quote(string word)
    {
        var quoted = new StringBuilder("\"", word.Length + 2);
        foreach (var c in word)
        {
            if (c is '"' or '`' or '$' or '\\')
                quoted.Append('\\');

            quoted.Append(c);
            if (c == '%')
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static string? ReadWord(string exec, ref int i)
    {
        var word = new StringBuilder();
        for (; i < exec.Length && !IsSpace(exec[i]); i++)
        {
            if (exec[i] is '"' or '\'')
            {
                if (!ReadQuoted(exec, ref i, word))
                    return null;
            }
            else if (exec[i] == '\\')
            {
                if (++i == exec.Length)
                    return null;

                word.Append(exec[i]);
            }
            else
            {
                word.Append(exec[i]);
            }
        }

        return word.ToString();
    }

    private static bool ReadQuoted(string exec, ref int i, StringBuilder word)
    {
        var quote = exec[i];
        for (i++; i < exec.Length; i++)
        {
            if (exec[i] == quote)
                return true;

            if (quote == '"' && exec[i] == '\\' && i + 1 < exec.Length && exec[i + 1] is '"' or '`' or '$' or '\\')
                i++;

            word.Append(exec[i]);
        }

        return false;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n';
}
