using System.Text;
using PhoneLink.Registration.Windows;

namespace PhoneLink.Registration.Export;

/// <summary>The text of a <c>.reg</c> file (https://support.microsoft.com/help/310516).</summary>
internal sealed class RegistryFileText
{
    private const string NewLine = "\r\n";

    private readonly StringBuilder _text = new($"Windows Registry Editor Version 5.00{NewLine}");
    private string? _key;

    /// <summary>Adds values; those of one key share a heading as long as they stand together.</summary>
    public RegistryFileText Add(IEnumerable<RegistryEntry> entries)
    {
        foreach (var entry in entries)
            Open(entry.Key, "").Append($"{NameOf(entry.Name)}={Quote(entry.Text)}{NewLine}");

        return this;
    }

    /// <summary>Removes keys with all below them.</summary>
    public RegistryFileText RemoveKeys(IEnumerable<RegistryKeyPath> keys)
    {
        foreach (var key in keys)
            Open(key, "-");

        return this;
    }

    /// <summary>Removes values.</summary>
    public RegistryFileText RemoveValues(IEnumerable<RegistryEntry> entries)
    {
        foreach (var entry in entries)
            Open(entry.Key, "").Append($"{NameOf(entry.Name)}=-{NewLine}");

        return this;
    }

    /// <summary>Ends the file: UTF-16, little-endian, with a byte order mark.</summary>
    public ExportedFile ToFile(string fileName) => new(fileName, _text.ToString() + NewLine, Encoding.Unicode);

    private StringBuilder Open(RegistryKeyPath key, string mark)
    {
        var heading = $"[{mark}{key}]";
        return heading == _key ? _text : _text.Append($"{NewLine}{_key = heading}{NewLine}");
    }

    private static string NameOf(string name) => name.Length == 0 ? "@" : Quote(name);

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
