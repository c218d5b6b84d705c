using System.Collections;

namespace PhoneLink;

/// <summary>The variables of a match: the names are those of the format, which all its matches share, the values are the match's.</summary>
/// <remarks>Immutable and thread-safe. A name is searched for from the first one on: formats have a handful.</remarks>
internal sealed class MatchedVariables(string[] names, string[] values) : IReadOnlyDictionary<string, string>
{
    public static readonly MatchedVariables None = new([], []);

    public int Count => names.Length;

    public IEnumerable<string> Keys => Array.AsReadOnly(names);

    public IEnumerable<string> Values => Array.AsReadOnly(values);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException("The format has no variable of this name.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var index = Array.IndexOf(names, key);
        value = index < 0 ? null! : values[index];
        return index >= 0;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
            yield return new(names[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
