namespace PhoneLink;

/// <summary>The text of a <c>.desktop</c> or <c>mimeapps.list</c> file as groups of keys and values.</summary>
/// <remarks>
/// Desktop Entry Specification 1.5, §3, read as GLib reads it: groups of one name are one, the last of equal keys counts, and a file
/// with a line that is neither group, entry nor comment counts as unreadable (<see cref="IsWellFormed"/>); what could be read is kept.
/// </remarks>
internal sealed class KeyFile
{
    /// <summary>What GLib takes for a space; behind a value it is part of it.</summary>
    private const string Spaces = " \t\f\r";

    private readonly Dictionary<string, Dictionary<string, string>> _groups = new(StringComparer.Ordinal);

    private KeyFile()
    {
    }

    /// <summary>Gets whether each line is a group, an entry, a comment or empty.</summary>
    public bool IsWellFormed { get; private set; } = true;

    /// <summary>Gets the first group's name; null when there is none.</summary>
    public string? FirstGroup { get; private set; }

    public static KeyFile Parse(string text)
    {
        var file = new KeyFile();
        Dictionary<string, string>? group = null;
        foreach (var range in text.AsSpan().Split('\n')) // No other line end: a value may hold a form feed, or one of Unicode's.
            file.ReadLine(WithoutReturn(text.AsSpan(range)).TrimStart(Spaces), ref group);

        return file;
    }

    /// <summary>Gives a value as it is written; null when there is none.</summary>
    public string? Raw(string group, string key) => _groups.GetValueOrDefault(group)?.GetValueOrDefault(key);

    /// <summary>Gives a value with its escapes replaced; null when there is none or an escape is malformed.</summary>
    public string? Text(string group, string key) => Raw(group, key) is { } raw ? KeyFileText.Unescape(raw) : null;

    /// <summary>Gives the items of a value that is a list; empty when there is none.</summary>
    public IReadOnlyList<string> List(string group, string key) => Raw(group, key) is { } raw ? KeyFileText.SplitList(raw) : [];

    /// <summary>Gives a value that is <c>true</c> or <c>false</c>.</summary>
    public bool Flag(string group, string key) => Raw(group, key)?.TrimEnd() is "true" or "1";

    private void ReadLine(ReadOnlySpan<char> line, ref Dictionary<string, string>? group)
    {
        if (line.IsEmpty || line[0] == '#')
            return;

        if (line[0] == '[')
        {
            ReadGroup(line.TrimEnd(" \t"), ref group);
            return;
        }

        var equals = line.IndexOf('=');
        var key = equals < 0 ? default : line[..equals].TrimEnd(Spaces);
        if (group is null || !IsKey(key))
        {
            IsWellFormed = false;
            return;
        }

        group[key.ToString()] = line[(equals + 1)..].TrimStart(Spaces).ToString();
    }

    private void ReadGroup(ReadOnlySpan<char> line, ref Dictionary<string, string>? group)
    {
        var name = line[1..^(line[^1] == ']' ? 1 : 0)];
        IsWellFormed &= line[^1] == ']' && !name.IsEmpty && !name.ContainsAny('[', ']') && !name.ContainsAnyInRange('\0', '\x1f');
        group = GroupOf(name.ToString());
    }

    /// <summary>A name, which may end in a locale in brackets.</summary>
    private static bool IsKey(ReadOnlySpan<char> key)
    {
        var open = key.IndexOf('[');
        var name = open < 0 ? key : key[..open];
        return !name.IsEmpty && !name.Contains(']') && (open < 0 || key[open..].IndexOf(']') == key.Length - open - 1);
    }

    private static ReadOnlySpan<char> WithoutReturn(ReadOnlySpan<char> line) => line.EndsWith('\r') ? line[..^1] : line;

    private Dictionary<string, string> GroupOf(string name)
    {
        FirstGroup ??= name;
        if (!_groups.TryGetValue(name, out var group))
            _groups.Add(name, group = new(StringComparer.Ordinal));

        return group;
    }
}
