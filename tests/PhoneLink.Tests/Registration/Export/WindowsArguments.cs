using System.Text;

namespace PhoneLink.Tests.Registration.Export;

/// <summary>Splits a command line as Windows programs do (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).</summary>
internal static class WindowsArguments
{
    public static IReadOnlyList<string> Split(string line)
    {
        // The program's name knows no escapes.
        line[0].Should().Be('"');
        var end = line.IndexOf('"', 1);
        var words = new List<string> { line[1..end] };
        for (var i = end + 1; ;)
        {
            while (i < line.Length && line[i] is ' ' or '\t')
                i++;

            if (i >= line.Length)
                return words;

            words.Add(ReadWord(line, ref i));
        }
    }

    private static string ReadWord(string line, ref int i)
    {
        var (word, isQuoted) = (new StringBuilder(), false);
        for (; i < line.Length && (isQuoted || line[i] is not (' ' or '\t')); i++)
        {
            var backslashes = line.AsSpan(i).IndexOfAnyExcept('\\') is >= 0 and var count ? count : line.Length - i;
            if (i + backslashes < line.Length && line[i + backslashes] == '"')
            {
                word.Append('\\', backslashes / 2);
                i += backslashes;
                if (backslashes % 2 == 1)
                    word.Append('"');
                else
                    isQuoted = !isQuoted;
            }
            else if (backslashes > 0)
            {
                word.Append('\\', backslashes);
                i += backslashes - 1;
            }
            else
            {
                word.Append(line[i]);
            }
        }

        return word.ToString();
    }
}
