namespace PhoneLink;

/// <summary>Reads an administrator's policies of the Windows registry, <c>Software\Policies\PhoneLink</c>; elsewhere than on Windows it has none.</summary>
/// <remarks>
/// Thread-safe; reads anew for each resolve, so that a policy serves at once; a key that cannot be read keeps what was read last. A value's name is the preference's, <c>Format</c>; text, numbers
/// and lists of text are read. What <c>HKEY_LOCAL_MACHINE</c> has is the level System, locked at System; what <c>HKEY_CURRENT_USER</c> has is
/// the level User, locked at User, for whomever is asked: it is the policy of the account that runs the program. Values of a subkey
/// <c>Recommended</c> are on the same levels and lock nothing.
/// </remarks>
public sealed class WindowsPolicyPreferenceSource : IPreferenceSource
{
    private const string Recommended = "Recommended";

    /// <summary>The longest name of a single registry key; a path of that length is more than a vendor needs.</summary>
    private const int MaxPathLength = 255;

    private static readonly PreferenceProblem Failure = new(PreferenceProblemKind.SourceFailed, "", PreferenceLevel.Default, default);

    private readonly IRegistry? _registry;
    private readonly PolicyKey[] _keys;

    /// <summary>Makes a source of the subkey <c>PhoneLink</c>.</summary>
    public WindowsPolicyPreferenceSource()
        : this(PreferenceShape.Root)
    {
    }

    /// <summary>Makes a source of a vendor's own subkey.</summary>
    /// <param name="subkey">The path below <c>Software\Policies</c>, for instance <c>Contoso\Phone</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="subkey"/> is null.</exception>
    /// <exception cref="ArgumentException">The path is empty, has an empty part, or is longer than 255 characters.</exception>
    public WindowsPolicyPreferenceSource(string subkey)
        : this(subkey, ThisSystem())
    {
    }

    internal WindowsPolicyPreferenceSource(string subkey, IRegistry? registry)
    {
        ArgumentException.ThrowIfNullOrEmpty(subkey);
        if (subkey.Length > MaxPathLength || subkey.Split('\\').Any(static part => part.Length == 0))
            throw new ArgumentException("A subkey is names joined by single backslashes, at most 255 characters.", nameof(subkey));

        _registry = registry;
        var path = $@"Software\Policies\{subkey}";
        var recommended = $@"{path}\{Recommended}";
        _keys =
        [
            new(RegistryRoot.LocalMachine, recommended, PreferenceLevel.System, isLocked: false),
            new(RegistryRoot.LocalMachine, path, PreferenceLevel.System, isLocked: true),
            new(RegistryRoot.CurrentUser, recommended, PreferenceLevel.User, isLocked: false),
            new(RegistryRoot.CurrentUser, path, PreferenceLevel.User, isLocked: true),
        ];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        cancellationToken.ThrowIfCancellationRequested();
        if (_registry is null)
            return new([]);

        var isWhole = true;
        var sections = new PreferenceEntry[_keys.Length][];
        for (var i = 0; i < sections.Length; i++)
            isWhole &= _keys[i].TryRead(_registry, out sections[i]);

        return new(SectionedEntries.Of([.. sections.Where(static section => section.Length > 0)], isWhole ? null : Failure));
    }

    private static WindowsRegistry? ThisSystem()
    {
#if NET
        return OperatingSystem.IsWindows() ? WindowsRegistry.Instance : null;
#else
        return System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(System.Runtime.InteropServices.OSPlatform.Windows) ? WindowsRegistry.Instance : null;
#endif
    }

    /// <summary>A key with policies; it remembers what it had when it could be read.</summary>
    private sealed class PolicyKey(RegistryRoot root, string path, PreferenceLevel level, bool isLocked)
    {
        private volatile PreferenceEntry[] _last = [];

        public bool TryRead(IRegistry registry, out PreferenceEntry[] entries)
        {
            var values = registry.ReadValues(root, path);
            entries = values is null ? _last
                : [.. values.Select(value => new PreferenceEntry(value.Name, value.Text, level) { LockedAt = isLocked ? level : null })];
            _last = entries;
            return values is not null;
        }
    }
}
