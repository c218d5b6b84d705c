namespace PhoneLink.Benchmarks;

/// <summary>A host's table of preferences, in memory: one of the system, ten groups, and a user's own for every fourth.</summary>
internal sealed class UserTable : IPreferenceSource
{
    private const int Groups = 10;

    private static readonly PreferenceEntry System = new("Format", "tel:%p", PreferenceLevel.System);

    private readonly Dictionary<string, PreferenceEntry[]> _entries = new(StringComparer.Ordinal);

    public UserTable(int users)
    {
        for (var i = 0; i < users; i++)
        {
            var group = new PreferenceEntry("Format", $"callto:%p?group={i % Groups}", PreferenceLevel.Group);
            var user = new PreferenceEntry("Format", "domycall:%p?name=<attn>&company=<name>&user=<user>&id=<cuid>", PreferenceLevel.User);
            _entries.Add(User(i), i % 4 == 0 ? [System, group, user] : [System, group]);
        }
    }

    public static PreferenceScope[] Scopes(int users) =>
        [.. Enumerable.Range(0, users).Select(static i => new PreferenceScope { User = User(i), Group = $"{i % Groups}" })];

    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default) =>
        new(scope.User is { } user && _entries.TryGetValue(user, out var entries) ? entries : [System]);

    private static string User(int index) => $"user {index}";
}
