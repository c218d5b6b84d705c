using System.Text;

namespace PhoneLink.Tests.Registration.Export;

/// <summary>Reads <c>.reg</c> files into a registry of text values, written apart from the code that is tested.</summary>
internal sealed class RegistryFile
{
    /// <summary>Gets the values by key and name; a name of "@" is the key's default value.</summary>
    public SortedDictionary<(string Key, string Name), string> Values { get; } = [];

    public void Import(byte[] file)
    {
        file.Take(2).Should().Equal(0xFF, 0xFE);
        var lines = Encoding.Unicode.GetString(file, 2, file.Length - 2).Split("\r\n");
        lines[0].Should().Be("Windows Registry Editor Version 5.00");
        lines[^1].Should().BeEmpty();
        var key = "";
        foreach (var line in lines.Skip(1).Where(static line => line.Length > 0))
        {
            line.Should().NotContainAny("\r", "\n");
            if (line[0] == '[')
                key = Open(line);
            else
                Set(key, line);
        }
    }

    private string Open(string line)
    {
        line.Should().EndWith("]");
        var key = line[1..^1];
        if (key[0] != '-')
            return key;

        foreach (var value in Values.Keys.Where(value => (value.Key + "\\").StartsWith(key[1..] + "\\", StringComparison.OrdinalIgnoreCase)).ToList())
            Values.Remove(value);

        return "removed";
    }

    private void Set(string key, string line)
    {
        var i = 0;
        var name = line[0] == '@' ? line[i++..1] : ReadQuoted(line, ref i);
        line[i++].Should().Be('=');
        if (line[i..] == "-")
        {
            Values.Remove((key, name));
            return;
        }

        Values[(key, name)] = ReadQuoted(line, ref i);
        i.Should().Be(line.Length);
    }

    private static string ReadQuoted(string line, ref int i)
    {
        var text = new StringBuilder();
        line[i++].Should().Be('"');
        for (; line[i] != '"'; i++)
            text.Append(line[i] == '\\' ? line[++i] : line[i]);

        i++;
        return text.ToString();
    }
}
