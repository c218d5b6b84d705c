using System.Text;

namespace PhoneLink.Registration.Export;

/// <summary>The text of a <c>.reg</c> file (https://support.microsoft.com/help/310516).</summary>
internal sealed class RegistryFileText
{
    private const string NewLine = "\r\n";

    private readonly StringBuilder _text = new($"Windows Registry Editor Version 5.00{NewLine}");
    private string? _key;

    /// <summary>Adds values; those of one key share a heading as long as they stand together.</summary>
    public RegistryFileText Add(RegistrationScope scope, IEnumerable<WindowsRegistryEntry> entries)
    {
        foreach (var (key, name, value) in entries)
            Open(scope, key, "").Append($"{NameOf(name)}={Quote(value)}{NewLine}");

        return this;
    }

    /// <summary>Removes keys with all below them.</summary>
    public RegistryFileText RemoveKeys(RegistrationScope scope, IEnumerable<string> keys)
    {
        foreach (var key in keys)
            Open(scope, key, "-");

        return this;
    }

    /// <summary>Removes values.</summary>
    public RegistryFileText RemoveValues(RegistrationScope scope, IEnumerable<(string Key, string Name)> values)
    {
        foreach (var (key, name) in values)
            Open(scope, key, "").Append($"{NameOf(name)}=-{NewLine}");

        return this;
    }

    /// <summary>Ends the file: UTF-16, little-endian, with a byte order mark.</summary>
    public ExportedFile ToFile(string fileName) => new(fileName, _text.ToString() + NewLine, Encoding.Unicode);

    private StringBuilder Open(RegistrationScope scope, string key, string mark)
    {
        var heading = $"[{mark}{HiveOf(scope)}\\{key}]";
        return heading == _key ? _text : _text.Append($"{NewLine}{_key = heading}{NewLine}");
    }

    private static string HiveOf(RegistrationScope scope) => scope is RegistrationScope.Machine ? "HKEY_LOCAL_MACHINE" : "HKEY_CURRENT_USER";

    private static string NameOf(string name) => name.Length == 0 ? "@" : Quote(name);

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
