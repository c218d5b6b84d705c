namespace PhoneLink.Tests.Preferences;

/// <summary>Answers the same entries to every scope, and remembers who asked.</summary>
internal sealed class FixedSource(params PreferenceEntry[] entries) : IPreferenceSource
{
    public List<PreferenceScope> Scopes { get; } = [];

    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Scopes.Add(scope);
        return new(entries);
    }
}
