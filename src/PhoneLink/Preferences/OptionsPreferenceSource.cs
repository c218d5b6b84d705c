using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Serves the host's options as preferences.</summary>
/// <remarks>
/// Malformed options throw here, when the provider is made. On a reload the monitor calls back only with options that passed the check,
/// so what it reported last is the last good value; asking it for its current value would throw after a malformed reload.
/// </remarks>
internal sealed class OptionsPreferenceSource : IPreferenceSource, IDisposable
{
    private readonly IDisposable? _subscription;
    private volatile PreferenceEntry[] _entries;

    /// <exception cref="OptionsValidationException">The options are malformed.</exception>
    public OptionsPreferenceSource(IOptionsMonitor<PhoneLinkOptions> monitor)
    {
        _entries = Entries(monitor.CurrentValue);
        _subscription = monitor.OnChange((options, name) =>
        {
            if (string.IsNullOrEmpty(name))
                _entries = Entries(options);
        });
    }

    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default) => new(_entries);

    public void Dispose() => _subscription?.Dispose();

    private static PreferenceEntry[] Entries(PhoneLinkOptions options) =>
        [new(PhonePreferenceKeys.Format.Name, options.Format, PreferenceLevel.System)];
}
