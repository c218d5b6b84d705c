using System.Text;

namespace PhoneLink;

/// <summary>The escapes of values in key files (Desktop Entry Specification 1.5, §4).</summary>
internal static class KeyFileText
{
    /// <summary>Replaces the escapes; null when one is malformed.</summary>
    public static string? Unescape(string raw)
    {
        if (!raw.Contains('\\', StringComparison.Ordinal))
            return raw;

        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            if (++i == raw.Length || Unescaped(raw[i]) is not { } character)
                return null;

            text.Append(character);
        }

        return text.ToString();
    }

    /// <summary>Writes a text so that <see cref="Unescape"/> gives it back.</summary>
    /// <param name="text">A text without control characters.</param>
    public static string Escape(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal);
        return escaped.StartsWith(' ') ? string.Concat("\\s", escaped.AsSpan(1)) : escaped; // A leading space would be trimmed.
    }

    /// <summary>Splits at semicolons that are not escaped; items are unescaped, empty ones dropped.</summary>
    public static IReadOnlyList<string> SplitList(string raw)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        for (var i = 0; i <= raw.Length; i++)
        {
            if (i == raw.Length || raw[i] == ';')
            {
                if (item.Length > 0)
                    items.Add(item.ToString());

                item.Clear();
                continue;
            }

            var escaped = raw[i] == '\\' && i + 1 < raw.Length;
            item.Append(escaped ? Unescaped(raw[++i]) ?? raw[i] : raw[i]);
        }

        return items;
    }

    private static char? Unescaped(char c) => c switch
    {
        's' => ' ',
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '\\' or ';' => c,
        _ => null,
    };
}
