using Microsoft.Extensions.Options;

namespace PhoneLink;

/// <summary>Serves the host's options as preferences, and tells what formats may do.</summary>
/// <remarks>
/// Malformed options throw here, when the provider is made. On a reload the monitor calls back only with options that passed the check,
/// so what it reported last is the last good value; asking it for its current value would throw after a malformed reload.
/// </remarks>
internal sealed class OptionsPreferenceSource : IPreferenceSource, IDisposable
{
    private readonly IDisposable? _subscription;
    private volatile CheckedOptions _state;

    /// <exception cref="OptionsValidationException">The options are malformed.</exception>
    public OptionsPreferenceSource(IOptionsMonitor<PhoneLinkOptions> monitor)
    {
        _state = new(monitor.CurrentValue);
        _subscription = monitor.OnChange((options, name) =>
        {
            if (string.IsNullOrEmpty(name))
                _state = new(options);
        });
    }

    /// <summary>Gets how stored formats are read now, and with it which schemes and web hosts may be used.</summary>
    public FormatCache Formats => _state.Formats;

    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default) => new(_state.Entries);

    public void Dispose() => _subscription?.Dispose();

    private sealed class CheckedOptions(PhoneLinkOptions options)
    {
        public PreferenceEntry[] Entries { get; } = options.IsFormatSet ? [new(PhonePreferenceKeys.Format.Name, options.Format, PreferenceLevel.System)] : [];

        public FormatCache Formats { get; } = new(StoredFormats.Options(options.FormatOptions, options.AllowedHosts));
    }
}
