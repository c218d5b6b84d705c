namespace PhoneLink.Tests.Preferences;

/// <summary>Keys of a host, and short ways to resolve.</summary>
internal static class Keys
{
    /// <summary>A number; text that starts with a plus sign is read after a repair.</summary>
    public static PreferenceKey<int> Count { get; } = new("Count", 7, Parse);

    /// <summary>A key that only the host's configuration may set.</summary>
    public static PreferenceKey<int> Limit { get; } = new("Limit", 7, Parse) { MaxLevel = PreferenceLevel.System };

    public static PhonePreferences Resolve(params IPreferenceSource[] sources) => Resolve(PreferenceScope.Current, sources);

    public static PhonePreferences Resolve(PreferenceScope scope, params IPreferenceSource[] sources) =>
        new PreferenceResolver(sources).ResolveAsync(scope).AsTask().GetAwaiter().GetResult();

    public static string Format(IPreferenceSource source, string? user = null, string? group = null, string? database = null) =>
        Resolve(new PreferenceScope { User = user, Group = group, Database = database }, source).Format.ToString();

    public static IReadOnlyList<PreferenceEntry> Entries(IPreferenceSource source, PreferenceScope scope) =>
        source.GetAsync(scope).AsTask().GetAwaiter().GetResult();

    private static bool Parse(string text, out int value, out ParseError error)
    {
        var isNumber = int.TryParse(text, out value);
        error = !isNumber ? new(ParseErrorKind.InvalidCharacter, 0) : text[0] == '+' ? new(ParseErrorKind.Whitespace, 0) : default;
        return isNumber;
    }
}
