using System.Security.Cryptography;
using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Puts an id in front of a key's list, and takes it out again.</summary>
/// <remarks>
/// All that is ever added is <c>id;</c> in front of a value, or a line of it, a header and a line end. So the reversal only removes,
/// and what other programs have changed in between stays.
/// </remarks>
internal static class DefaultsEdit
{
    /// <summary>Puts the id first in each line of the key (GLib obeys the last of them, xdg-mime the first), or adds a line.</summary>
    /// <returns>The new contents and what was added; null when the id is first already.</returns>
    public static (byte[] Contents, DefaultPutFirst Change)? PutFirst(string path, byte[]? before, string key, string id)
    {
        var text = MimeAppsText.Parse(before ?? []);
        var keyLines = text.FindKey(key);
        if (keyLines.Count == 0)
            return AddLine(path, before, text, $"{key}={id};");

        var edited = new List<int>();
        for (var i = 0; i < keyLines.Count; i++)
        {
            var (line, end) = text.Lines[keyLines[i]];
            if (FindItem(line, id) == ValueStart(line))
                continue;

            text.Lines[keyLines[i]] = (line.Insert(ValueStart(line), $"{id};"), end);
            edited.Add(i);
        }

        return edited.Count == 0 ? null : (text.ToBytes(), new(path, HashOf(before), CreatedFile: false, AddedGroup: false, AddedLine: false, AddedLineEnd: "", edited));
    }

    /// <summary>Takes out what <see cref="PutFirst"/> has added.</summary>
    /// <returns>The new contents; null when nothing of it is there any more, or when it was never added.</returns>
    public static byte[]? Remove(byte[] current, DefaultPutFirst change, string key, string id)
    {
        if (change.BeforeHash is not null && change.BeforeHash == HashOf(current))
            return null;

        var text = MimeAppsText.Parse(current);
        var endedOpen = text.Lines is [.., (_, "")];
        var count = text.Lines.Count;
        var removed = change.AddedLine ? RemoveLine(text, key, id) : RemoveItems(text, change.Lines, key, id);
        var removedGroup = change.AddedGroup && RemoveEmptyGroup(text);
        if (!removed && !removedGroup)
            return null;

        // We had ended the last line to write behind it: open it again if our own last line was the open one.
        if (endedOpen && text.Lines.Count is > 0 and var left && left < count)
            text.Lines[^1] = (WithoutEnd(text.Lines[^1], change.AddedLineEnd), "");

        return text.ToBytes();
    }

    /// <summary>Says whether an id is among a line's items.</summary>
    public static bool Holds(string line, string id) => FindItem(line, id) >= 0;

    /// <summary>Tells two states of a list apart.</summary>
    public static string? HashOf(byte[]? list) => list is null ? null : Convert.ToHexString(SHA256.HashData(list));

    private static (byte[], DefaultPutFirst) AddLine(string path, byte[]? before, MimeAppsText text, string line)
    {
        var newLine = text.NewLine;
        var header = text.FindDefaultsHeader();
        var at = header < 0 ? text.Lines.Count : header + 1;
        var addsEnd = at > 0 && text.Lines[at - 1].End.Length == 0;
        var lastEnd = addsEnd ? "" : newLine; // A file without a last line end stays one.
        if (addsEnd)
            text.Lines[at - 1] = (text.Lines[at - 1].Text, newLine);

        if (header < 0)
            text.Lines.Insert(at++, (MimeAppsText.Header, newLine));

        text.Lines.Insert(at, (line, lastEnd));
        return (text.ToBytes(), new(path, HashOf(before), CreatedFile: before is null, AddedGroup: header < 0, AddedLine: true, addsEnd ? newLine : "", []));
    }

    private static bool RemoveLine(MimeAppsText text, string key, string id)
    {
        var keyLines = text.FindKey(key);
        var at = keyLines.FirstOrDefault(i => text.Lines[i].Text == $"{key}={id};", -1);
        if (at < 0)
            at = keyLines.FirstOrDefault(i => FindItem(text.Lines[i].Text, id) >= 0, -1);

        if (at < 0)
            return false;

        var rest = WithoutItem(text.Lines[at].Text, id);
        if (ValueStart(rest) == rest.Length)
            text.Lines.RemoveAt(at);
        else
            text.Lines[at] = (rest, text.Lines[at].End);

        return true;
    }

    private static bool RemoveItems(MimeAppsText text, IReadOnlyList<int> ordinals, string key, string id)
    {
        var keyLines = text.FindKey(key).ToList();
        var open = keyLines.ToList(); // Each line gives up one item at most.
        foreach (var ordinal in ordinals)
        {
            bool HasItem(int i) => open.Contains(i) && FindItem(text.Lines[i].Text, id) >= 0;
            var at = ordinal >= 0 && ordinal < keyLines.Count && HasItem(keyLines[ordinal]) ? keyLines[ordinal] : open.FirstOrDefault(HasItem, -1);
            if (at < 0)
                break;

            text.Lines[at] = (WithoutItem(text.Lines[at].Text, id), text.Lines[at].End);
            open.Remove(at);
        }

        return open.Count < keyLines.Count;
    }

    private static bool RemoveEmptyGroup(MimeAppsText text)
    {
        for (var i = text.Lines.Count - 1; i >= 0; i--)
        {
            if (!text.IsDefaultsHeader(i) || (i + 1 < text.Lines.Count && !text.IsHeader(i + 1)))
                continue;

            text.Lines.RemoveAt(i);
            return true;
        }

        return false;
    }

    /// <summary>Takes exactly the added end off: a carriage return before it may have been the line's own.</summary>
    private static string WithoutEnd((string Text, string End) line, string added)
    {
        var whole = line.Text + line.End;
        return whole.EndsWith(added, StringComparison.Ordinal) ? whole[..^added.Length] : whole;
    }

    private static int ValueStart(string line)
    {
        var start = line.IndexOf('=', StringComparison.Ordinal) + 1;
        while (start < line.Length && line[start] is ' ' or '\t')
            start++;

        return start;
    }

    /// <summary>Finds where the first item that is the id begins; -1 when there is none.</summary>
    private static int FindItem(string line, string id)
    {
        for (var start = ValueStart(line); start < line.Length;)
        {
            var end = line.IndexOf(';', start) is >= 0 and var found ? found : line.Length;
            if (line.AsSpan(start, end - start).Trim().SequenceEqual(id))
                return start;

            start = end + 1;
        }

        return -1;
    }

    private static string WithoutItem(string line, string id)
    {
        var start = FindItem(line, id);
        var end = line.IndexOf(';', start);
        if (end >= 0)
            return line.Remove(start, end + 1 - start);

        return line[..start].EndsWith(';') ? line[..(start - 1)] : line[..start];
    }
}
