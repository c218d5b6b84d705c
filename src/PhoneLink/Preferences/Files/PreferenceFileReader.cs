using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PhoneLink;

/// <summary>Reads the JSON of a preference file.</summary>
internal static class PreferenceFileReader
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Strict JSON: a name that stands twice, a comment or a comma too many is a mistake that somebody should see.</summary>
    public static JsonDocumentOptions JsonOptions { get; } = new() { AllowDuplicateProperties = false };

    /// <summary>Leaves out the mark that some editors put before the text.</summary>
    public static ReadOnlyMemory<byte> TextOf(byte[] bytes) => bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes.AsMemory(ByteOrderMark.Length) : bytes;

    /// <summary>Reads preferences.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="leastSpecific">The least specific level that the file may set; the others are marked.</param>
    /// <param name="errorPosition">Where the JSON is malformed, in UTF-16 units of the text; null when it is not, or nowhere in particular.</param>
    /// <returns>The preferences; null when the file is malformed or of another shape.</returns>
    public static PreferenceTable? Read(byte[] bytes, PreferenceLevel leastSpecific, out int? errorPosition)
    {
        var text = TextOf(bytes);
        errorPosition = null;
        try
        {
            if (!Utf8.IsValid(text.Span))
                return null;

            using var document = JsonDocument.Parse(text, JsonOptions);
            var table = new PreferenceTable();
            return ReadRoot(document.RootElement, table, leastSpecific) ? table : null;
        }
        catch (JsonException exception)
        {
            errorPosition = PositionOf(text.Span, exception);
            return null;
        }
    }

    public static bool IsNamed(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);

    private static bool ReadRoot(JsonElement root, PreferenceTable table, PreferenceLevel leastSpecific)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            return false;

        foreach (var property in root.EnumerateObject())
            if (IsNamed(property.Name, PreferenceShape.Root) && !ReadLevels(property.Value, table, leastSpecific))
                return false;

        return true;
    }

    private static bool ReadLevels(JsonElement levels, PreferenceTable table, PreferenceLevel leastSpecific)
    {
        if (levels.ValueKind is not JsonValueKind.Object)
            return levels.ValueKind is JsonValueKind.Null;

        foreach (var section in levels.EnumerateObject())
            foreach (var level in PreferenceShape.Levels)
                if (IsNamed(section.Name, PreferenceShape.SectionOf(level)) && !ReadSection(section.Value, level))
                    return false;

        return true;

        bool ReadSection(JsonElement section, PreferenceLevel level)
        {
            if (!PreferenceShape.HasOwners(level))
                return ReadKeys(section, level, "");

            if (section.ValueKind is not JsonValueKind.Object)
                return section.ValueKind is JsonValueKind.Null;

            foreach (var owner in section.EnumerateObject())
                if (!ReadKeys(owner.Value, level, owner.Name))
                    return false;

            return true;
        }

        bool ReadKeys(JsonElement keys, PreferenceLevel level, string owner)
        {
            if (keys.ValueKind is not JsonValueKind.Object)
                return keys.ValueKind is JsonValueKind.Null;

            foreach (var key in keys.EnumerateObject())
                if (ReadEntry(key, level) is { } entry)
                    table.Set(entry with { IsForeign = level < leastSpecific }, owner);

            return true;
        }
    }

    private static PreferenceEntry? ReadEntry(JsonProperty key, PreferenceLevel level)
    {
        if (key.Value.ValueKind is JsonValueKind.Null)
            return null;

        if (key.Value.ValueKind is not JsonValueKind.Object)
            return new(key.Name, TextOf(key.Value), level);

        var (value, locked) = ("", (PreferenceLevel?)null);
        foreach (var part in key.Value.EnumerateObject())
        {
            if (IsNamed(part.Name, PreferenceShape.Value))
                value = TextOf(part.Value);

            if (IsNamed(part.Name, PreferenceShape.LockedAt) && part.Value.ValueKind is not JsonValueKind.Null)
                locked = PreferenceShape.ReadLock(TextOf(part.Value));
        }

        return new(key.Name, value, level) { LockedAt = locked };
    }

    /// <summary>The text of a value as a configuration would have it; what has none is empty, which the parser of the key reports.</summary>
    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array => HostList.Join(value.EnumerateArray().Select(TextOf)),
        _ => "",
    };

    /// <summary>A name that stands twice has no position.</summary>
    private static int? PositionOf(ReadOnlySpan<byte> text, JsonException exception)
    {
        if (exception is not { LineNumber: { } line, BytePositionInLine: { } column })
            return null;

        var start = 0;
        for (; line > 0; line--)
            start += text[start..].IndexOf((byte)'\n') + 1;

        var end = Math.Min(text.Length, start + (int)column);
        return Encoding.UTF8.GetCharCount(text[..end]);
    }
}
