using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhoneLink;

/// <summary>Changes the JSON of a preference file and leaves in it what it does not know.</summary>
internal sealed class PreferenceFileEditor
{
    /// <summary>Formats are kept as an administrator typed them: <c>&lt;attn&gt;</c>, not <c>\u003Cattn\u003E</c>.</summary>
    private static readonly JsonWriterOptions WriterOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _root;

    private PreferenceFileEditor(JsonObject root) => _root = root;

    /// <summary>Opens a file that was read without an error; null for a new one.</summary>
    public static PreferenceFileEditor Open(byte[]? bytes) => new(
        bytes is null ? [] : JsonNode.Parse(PreferenceFileReader.TextOf(bytes).Span, documentOptions: PreferenceFileReader.JsonOptions)!.AsObject());

    public void Set(PreferenceEntry entry, string owner)
    {
        var keys = Make(Make(_root, PreferenceShape.Root), PreferenceShape.SectionOf(entry.Level));
        if (PreferenceShape.HasOwners(entry.Level))
            keys = Make(keys, owner, StringComparison.Ordinal);

        var names = Names(keys, entry.Key);
        var name = names.Count == 0 ? entry.Key : names[^1];
        keys[name] = Value(keys[name] as JsonObject, entry);
        foreach (var other in names.Where(other => other != name))
            keys.Remove(other);
    }

    public bool Remove(string key, PreferenceLevel level, string owner)
    {
        var isRemoved = false;
        foreach (var section in Sections(level))
        {
            isRemoved |= PreferenceShape.HasOwners(level)
                ? section[owner] is JsonObject keys && RemoveOf(section, owner, keys, key)
                : RemoveAll(section, key);
        }

        return isRemoved;
    }

    /// <summary>Removes a key from the levels that are more specific than one.</summary>
    /// <returns>How many preferences were removed.</returns>
    public int RemoveLowerLevels(string key, PreferenceLevel level, Func<PreferenceLevel, string?, bool>? isBelow)
    {
        var count = 0;
        foreach (var lower in PreferenceShape.Levels.Where(lower => lower > level))
        {
            var owners = PreferenceShape.HasOwners(lower)
                ? Sections(lower).SelectMany(static section => section).Select(static owner => owner.Key).Distinct(StringComparer.Ordinal).ToArray()
                : [""];
            count += owners.Count(owner => (isBelow is null || isBelow(lower, owner.Length == 0 ? null : owner)) && Remove(key, lower, owner));
        }

        return count;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
            _root.WriteTo(writer);

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static JsonNode Value(JsonObject? existing, PreferenceEntry entry)
    {
        var known = existing is null ? [] : Names(existing, PreferenceShape.Value).Concat(Names(existing, PreferenceShape.LockedAt)).ToList();
        foreach (var name in known)
            existing!.Remove(name);

        var hasMore = existing is { Count: > 0 };
        if (entry.LockedAt is null && !hasMore)
            return JsonValue.Create(entry.Value);

        var value = hasMore ? existing!.DeepClone().AsObject() : [];
        value[PreferenceShape.Value] = entry.Value;
        if (entry.LockedAt is { } level)
            value[PreferenceShape.LockedAt] = level.ToString();

        return value;
    }

    /// <summary>An owner without preferences left is left out.</summary>
    private static bool RemoveOf(JsonObject section, string owner, JsonObject keys, string key)
    {
        var isRemoved = RemoveAll(keys, key);
        if (isRemoved && keys.Count == 0)
            section.Remove(owner);

        return isRemoved;
    }

    private static bool RemoveAll(JsonObject keys, string key)
    {
        var names = Names(keys, key);
        names.ForEach(name => keys.Remove(name));
        return names.Count > 0;
    }

    private static JsonObject Make(JsonObject parent, string name, StringComparison comparison = StringComparison.OrdinalIgnoreCase)
    {
        var found = Names(parent, name, comparison).FindLast(found => parent[found] is JsonObject);
        if (found is not null)
            return parent[found]!.AsObject();

        var made = new JsonObject();
        parent[name] = made;
        return made;
    }

    private static List<string> Names(JsonObject parent, string name, StringComparison comparison = StringComparison.OrdinalIgnoreCase) =>
        [.. parent.Select(static property => property.Key).Where(found => string.Equals(found, name, comparison))];

    private IEnumerable<JsonObject> Sections(PreferenceLevel level) =>
        from root in Objects(_root, PreferenceShape.Root)
        from section in Objects(root, PreferenceShape.SectionOf(level))
        select section;

    private static IEnumerable<JsonObject> Objects(JsonObject parent, string name) =>
        Names(parent, name).Select(found => parent[found]).OfType<JsonObject>();
}
