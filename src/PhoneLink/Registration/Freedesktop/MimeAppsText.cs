using System.Text;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>The lines of a mimeapps.list, each with its own end, so that what is not touched stays byte for byte.</summary>
internal sealed class MimeAppsText
{
    public const string Header = "[Default Applications]";

    private MimeAppsText(List<(string Text, string End)> lines) => Lines = lines;

    public List<(string Text, string End)> Lines { get; }

    /// <summary>Gets the line end that the file uses.</summary>
    public string NewLine => Lines is [(_, "\r\n"), ..] ? "\r\n" : "\n";

    /// <summary>Reads bytes one to one as characters: the file may hold any encoding, our part is ASCII.</summary>
    public static MimeAppsText Parse(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var lines = new List<(string, string)>();
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            if (feed < 0)
            {
                lines.Add((text[start..], ""));
                break;
            }

            var hasReturn = feed > start && text[feed - 1] == '\r';
            lines.Add((text[start..(hasReturn ? feed - 1 : feed)], hasReturn ? "\r\n" : "\n"));
            start = feed + 1;
        }

        return new(lines);
    }

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(string.Concat(Lines.Select(static line => line.Text + line.End)));

    /// <summary>Finds the lines of a key within all groups of default applications.</summary>
    public IReadOnlyList<int> FindKey(string key)
    {
        var found = new List<int>();
        var inDefaults = false;
        for (var i = 0; i < Lines.Count; i++)
        {
            if (IsHeader(i))
                inDefaults = IsDefaultsHeader(i);
            else if (inDefaults && KeyOf(Lines[i].Text).SequenceEqual(key))
                found.Add(i);
        }

        return found;
    }

    public int FindDefaultsHeader() => Lines.FindIndex(static line => IsDefaultsHeader(line.Text));

    public bool IsHeader(int index) => Lines[index].Text.AsSpan().TrimStart().StartsWith("[");

    public bool IsDefaultsHeader(int index) => IsDefaultsHeader(Lines[index].Text);

    private static bool IsDefaultsHeader(string text) => text.AsSpan().Trim().SequenceEqual(Header);

    private static ReadOnlySpan<char> KeyOf(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? text.AsSpan(0, equals).Trim() : default;
}
