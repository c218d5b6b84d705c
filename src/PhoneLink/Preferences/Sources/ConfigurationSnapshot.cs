using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace PhoneLink;

/// <summary>What was read of a configuration since its last reload.</summary>
/// <remarks>Thread-safe and bounded: when it is full it starts anew.</remarks>
internal sealed class ConfigurationSnapshot(IConfiguration section)
{
    private const int Capacity = 65_536;
    private const int MaxItems = 256;

    /// <summary>Taken before the first value is read: a reload in between makes the snapshot stale.</summary>
    private readonly IChangeToken _token = section.GetReloadToken();

    private volatile ConcurrentDictionary<(PreferenceLevel Level, string Owner, string Key), PreferenceEntry?> _entries = new();
    private int _count;

    public bool IsStale => _token.HasChanged;

    public PreferenceEntry? Find(PreferenceLevel level, string owner, string key)
    {
        var entries = _entries;
        if (entries.TryGetValue((level, owner, key), out var entry))
            return entry;

        entry = Read(PathOf(level, owner), key, level);
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            Interlocked.Exchange(ref _count, 1);
            _entries = entries = new();
        }

        // The first answer stays, so that two readers at once do not get different ones.
        return entries.GetOrAdd((level, owner, key), entry);
    }

    /// <summary>Lists a section; a configuration looks at all its keys for this.</summary>
    public IEnumerable<PreferenceEntry> List(PreferenceLevel level, string owner)
    {
        foreach (var child in section.GetSection(PathOf(level, owner)).GetChildren())
            if (Find(level, owner, child.Key) is { } entry)
                yield return entry;
    }

    private static string PathOf(PreferenceLevel level, string owner) => owner.Length == 0
        ? PreferenceShape.SectionOf(level)
        : ConfigurationPath.Combine(PreferenceShape.SectionOf(level), owner);

    private PreferenceEntry? Read(string path, string key, PreferenceLevel level)
    {
        path = ConfigurationPath.Combine(path, key);
        var locked = section[ConfigurationPath.Combine(path, PreferenceShape.LockedAt)];
        var value = section[path] ?? section[ConfigurationPath.Combine(path, PreferenceShape.Value)] ?? ReadItems(path);
        return value is null && locked is null ? null
            : new(key, value ?? "", level) { LockedAt = locked is null ? null : PreferenceShape.ReadLock(locked) };
    }

    private string? ReadItems(string path)
    {
        var items = new List<string>();
        while (items.Count < MaxItems && section[ConfigurationPath.Combine(path, items.Count.ToString(CultureInfo.InvariantCulture))] is { } item)
            items.Add(item);

        return items.Count == 0 ? null : HostList.Join(items);
    }
}
