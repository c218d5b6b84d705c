namespace PhoneLink;

/// <summary>The directories and the desktop that the environment names.</summary>
/// <remarks>
/// XDG Base Directory Specification 0.8: an empty or relative value is as if not set.
/// Read anew at every call, so that it is what a program started now would see.
/// </remarks>
internal sealed class Xdg(ISystemEnvironment environment)
{
    /// <summary>Gets <c>$XDG_DATA_HOME</c>.</summary>
    /// <exception cref="InvalidOperationException">Neither it nor HOME is set.</exception>
    public string DataHome => HomeOf("XDG_DATA_HOME", ".local/share") ?? throw NoHome("XDG_DATA_HOME");

    /// <summary>Gets <c>$XDG_CONFIG_HOME</c>.</summary>
    /// <exception cref="InvalidOperationException">Neither it nor HOME is set.</exception>
    public string ConfigHome => HomeOf("XDG_CONFIG_HOME", ".config") ?? throw NoHome("XDG_CONFIG_HOME");

    /// <summary>Gets <c>$XDG_STATE_HOME</c>.</summary>
    /// <exception cref="InvalidOperationException">Neither it nor HOME is set.</exception>
    public string StateHome => HomeOf("XDG_STATE_HOME", ".local/state") ?? throw NoHome("XDG_STATE_HOME");

    /// <summary>Gets where data is looked for: the user's directory, if there is one, then the system's.</summary>
    public IReadOnlyList<string> DataSearch => Search(HomeOf("XDG_DATA_HOME", ".local/share"), "XDG_DATA_DIRS", "/usr/local/share:/usr/share");

    /// <summary>Gets where configuration is looked for: the user's directory, if there is one, then the system's.</summary>
    public IReadOnlyList<string> ConfigSearch => Search(HomeOf("XDG_CONFIG_HOME", ".config"), "XDG_CONFIG_DIRS", "/etc/xdg");

    /// <summary>Gets the names of the current desktop, lower-cased, the most specific first.</summary>
    public IReadOnlyList<string> Desktops =>
        (environment.GetVariable("XDG_CURRENT_DESKTOP") ?? "").ToLowerInvariant().Split(':', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets whether a window could be shown.</summary>
    public bool HasDisplay => IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    /// <summary>Gets whether somebody sits at a desktop, as far as the environment tells.</summary>
    public bool IsInteractive => HasDisplay || IsSet("XDG_CURRENT_DESKTOP");

    /// <summary>Splits a colon-separated list of directories; drops empty and relative ones, and trailing slashes.</summary>
    public static IReadOnlyList<string> AbsolutePaths(string? list) =>
        [.. (list ?? "").Split(':').Where(static path => path.StartsWith('/')).Select(Path.TrimEndingDirectorySeparator)];

    /// <summary>Says whether a directory is another one, or holds it.</summary>
    public static bool IsAtOrAbove(string directory, string other) => (other + "/").StartsWith(directory + "/", StringComparison.Ordinal);

    private string? HomeOf(string variable, string underHome)
    {
        if (AbsoluteOrNull(environment.GetVariable(variable)) is { } path)
            return path;

        return AbsoluteOrNull(environment.GetVariable("HOME")) is { } home ? Path.Combine(home, underHome) : null;
    }

    private IReadOnlyList<string> Search(string? home, string variable, string otherwise)
    {
        var value = environment.GetVariable(variable);
        var system = AbsolutePaths(string.IsNullOrEmpty(value) ? otherwise : value);
        return home is null ? system : [home, .. system];
    }

    private bool IsSet(string variable) => !string.IsNullOrEmpty(environment.GetVariable(variable));

    private static string? AbsoluteOrNull(string? path) =>
        path is not null && path.StartsWith('/') ? Path.TrimEndingDirectorySeparator(path) : null;

    private static InvalidOperationException NoHome(string variable) =>
        new($"There is no home directory: neither {variable} nor HOME is set to an absolute path.");
}
