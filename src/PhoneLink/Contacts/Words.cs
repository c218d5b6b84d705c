namespace PhoneLink;

/// <summary>Puts texts of a CRM together, in which a blank text is none.</summary>
internal static class Words
{
    private const string SchemeEnd = "://";

    /// <summary>The first text that is not blank, or null.</summary>
    public static string? First(string? first, string? second) => NonBlank(first) ?? NonBlank(second);

    /// <summary>The trimmed texts that are not blank, with a separator between them; null when all are blank.</summary>
    public static string? Join(string separator, params ReadOnlySpan<string?> words)
    {
        string? joined = null;
        foreach (var word in words)
            if (NonBlank(word)?.Trim() is { } text)
                joined = joined is null ? text : joined + separator + text;

        return joined;
    }

    /// <summary>The first letter, with what combines with it; null of a blank text.</summary>
    public static string? Initial(string? word) => NonBlank(word) is { } text ? System.Globalization.StringInfo.GetNextTextElement(text.TrimStart()) : null;

    /// <summary>A web address without its scheme.</summary>
    public static string? WithoutScheme(string? address) =>
        address?.IndexOf(SchemeEnd, StringComparison.Ordinal) is { } end && end > 0 ? address.Substring(end + SchemeEnd.Length) : address;

    private static string? NonBlank(string? word) => string.IsNullOrWhiteSpace(word) ? null : word;
}
