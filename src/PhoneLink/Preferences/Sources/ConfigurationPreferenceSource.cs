using Microsoft.Extensions.Configuration;

namespace PhoneLink;

/// <summary>Reads preferences of a configuration: the section <c>PhoneLink</c> with <c>System</c>, <c>Databases</c>, <c>Groups</c>, <c>Users</c>, <c>Machine</c>.</summary>
/// <remarks>
/// Thread-safe. A preference is <c>"Format": "tel:%p"</c>, or an object with <c>Value</c> and <c>LockedAt</c>. It is looked up by level, owner and
/// key when it is first asked for, and kept until the configuration says that it was reloaded; so thousands of users cost nothing, and a file
/// that is being reloaded does not take away what was read. Case does not count, neither in keys nor in owners' ids.
/// </remarks>
public sealed class ConfigurationPreferenceSource : IPreferenceSource
{
    private readonly IConfiguration _section;
    private volatile ConfigurationSnapshot _snapshot;

    /// <summary>Makes a source.</summary>
    /// <param name="configuration">The section with the levels; of a whole configuration (<see cref="IConfigurationRoot"/>) its section <c>PhoneLink</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configuration"/> is null.</exception>
    public ConfigurationPreferenceSource(IConfiguration configuration)
    {
        _section = SectionOf(configuration);
        _snapshot = new(_section);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = _snapshot;
        if (snapshot.IsStale)
            _snapshot = snapshot = new(_section);

        return new(new ConfigurationEntries(snapshot, scope));
    }

    internal static IConfiguration SectionOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration is IConfigurationRoot ? configuration.GetSection(PreferenceShape.Root) : configuration;
    }

    private sealed class ConfigurationEntries(ConfigurationSnapshot snapshot, PreferenceScope scope) : KeyedEntries
    {
        public override void Find(string key, List<PreferenceEntry> found)
        {
            foreach (var level in PreferenceShape.Levels)
                if (PreferenceShape.OwnerIn(scope, level) is { } owner && snapshot.Find(level, owner, key) is { } entry)
                    found.Add(entry);
        }

        protected override IReadOnlyList<PreferenceEntry> List()
        {
            var entries = new List<PreferenceEntry>();
            foreach (var level in PreferenceShape.Levels)
                if (PreferenceShape.OwnerIn(scope, level) is { } owner)
                    entries.AddRange(snapshot.List(level, owner));

            return entries;
        }
    }
}
