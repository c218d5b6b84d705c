namespace PhoneLink.Registration;

/// <summary>What may be registered at all; the same on every operating system.</summary>
internal static class RegistrationRules
{
    public const string SchemeShape = "A scheme is 2 to 63 letters, digits, '+', '-' or '.', and starts with a letter.";

    /// <summary>How the ids of those begin who chose none.</summary>
    public const string DefaultIdPrefix = "phonelink-";

    private const int MaxNameLength = 200;
    private const int MaxSuffixLength = 20;
    private const int MaxLinks = 40; // As many as Linux follows.

    /// <summary>Files that are commands to a host program, which reads a link's text again (BatBadBut, VU#123335).</summary>
    private static readonly HashSet<string> CommandFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        ".bat", ".cmd", ".com", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".lnk", ".url", ".msc", ".msi", ".scr", ".pif", ".cpl", ".reg", ".jar", ".desktop", ".dll",
    };

    /// <summary>Programs that run what their arguments say.</summary>
    private static readonly HashSet<string> ScriptHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "sh", "ash", "bash", "dash", "zsh", "ksh", "mksh", "fish", "csh", "tcsh", "busybox", "env", "xargs", "nohup", "sudo", "pkexec", "doas", "su",
        "python", "perl", "ruby", "node", "nodejs", "php", "lua", "tclsh", "wish", "gjs", "java", "dotnet", "mono", "wine", "osascript",
        "xdg-open", "gio", "kde-open", "kde-open5", "gtk-launch", "xterm", "x-terminal-emulator",
        "cmd", "powershell", "powershell_ise", "pwsh", "wscript", "cscript", "mshta", "rundll32", "regsvr32", "msiexec", "explorer",
        "pythonw", "py", "pyw", "javaw", "javaws", "rubyw", "wperl", "wsl", "wt", "conhost", "forfiles", "pcalua", "msbuild",
    };

    /// <summary>Checks a registration; gives it back with the scheme in lower case and the names filled in; checking that again changes nothing.</summary>
    public static ProtocolRegistration Check(ProtocolRegistration registration)
    {
        CheckScheme(registration.Scheme);
        CheckName(registration.DisplayName);
        if (registration.Scope is not (RegistrationScope.User or RegistrationScope.Machine))
            throw Refuse(RegistrationFailure.NotSupported, "A registration is for the user or for the machine.");

        var scheme = registration.Scheme.ToLowerInvariant();
        var suffix = registration.InstanceSuffix;
        if (suffix is not null && (suffix.Length is 0 or > MaxSuffixLength || !suffix.All(char.IsAsciiLetterOrDigit)))
            throw Refuse(RegistrationFailure.InvalidName, $"An instance suffix is 1 to {MaxSuffixLength} letters and digits.");

        var product = registration.Product ?? registration.DisplayName;
        CheckName(product);
        if (registration.Description is { } description)
            CheckName(description);

        var id = registration.ApplicationId ?? DefaultApplicationId(scheme);
        (id, product) = suffix is null ? (id, product) : ($"{id}-{suffix}", $"{product} ({suffix})");
        if (!IsApplicationId(id))
            throw Refuse(RegistrationFailure.InvalidName, "An application id is elements of letters, digits, '_' and '-', joined by dots, none beginning with a digit.");

        return registration with { Scheme = scheme, ApplicationId = id, Product = product, InstanceSuffix = null };
    }

    /// <summary>Checks the program; a symbolic link is followed, since a shell by another name is a shell.</summary>
    public static void CheckExecutable(string executable, IFileSystem files)
    {
        CheckPath(executable);
        if (!files.IsExecutable(executable))
            throw Refuse(RegistrationFailure.InvalidExecutable, $"There is no program '{executable}' that this user may execute.");

        foreach (var path in WithTargets(executable, files))
            CheckProgram(path);
    }

    /// <summary>Gives a path, and where its symbolic link leads, and so on.</summary>
    public static IEnumerable<string> WithTargets(string executable, IFileSystem files)
    {
        for (var (path, links) = ((string?)executable, 0); path is not null && links < MaxLinks; path = Follow(path, files), links++)
            yield return path;
    }

    /// <summary>Checks the program's path by its text alone.</summary>
    public static void CheckPath(string executable)
    {
        if (string.IsNullOrEmpty(executable) || !executable.StartsWith('/'))
            throw Refuse(RegistrationFailure.InvalidExecutable, "The executable is not an absolute path.");

        if (executable.AsSpan().ContainsAnyInRange('\0', '\x1f') || executable.Split('/').Any(static part => part is "." or ".."))
            throw Refuse(RegistrationFailure.InvalidExecutable, "The executable's path has a control character, '/./' or '/../'.");

        CheckProgram(executable);
    }

    private static void CheckProgram(string path)
    {
        if (IsScriptHost(path))
            throw Refuse(RegistrationFailure.InvalidExecutable, $"'{path}' is a script host or a command file; register a program of its own.");
    }

    /// <summary>Says whether a path names a program that would run a link as code.</summary>
    public static bool IsScriptHost(string path) =>
        CommandFiles.Contains(Path.GetExtension(path)) || ScriptHosts.Contains(WithoutVersion(Path.GetFileName(path)));

    /// <summary>Desktop Entry Specification §2: also what snapd takes for a desktop file's name.</summary>
    public static bool IsApplicationId(string id) =>
        id.Length <= MaxNameLength && id.Split('.').All(IsElement) && !id.EndsWith(DesktopFiles.Extension, StringComparison.Ordinal);

    public static void CheckScheme(string scheme)
    {
        if (scheme is null || !UriSyntax.IsScheme(scheme))
            throw Refuse(RegistrationFailure.InvalidScheme, SchemeShape);

        if (SchemePolicy.IsDenied(scheme) || scheme.Equals(UriSyntax.Https, StringComparison.OrdinalIgnoreCase))
            throw Refuse(RegistrationFailure.InvalidScheme, "This scheme may not be registered: it belongs to the web or to the system.");
    }

    private static void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength || name.Any(static c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029'))
            throw Refuse(RegistrationFailure.InvalidName, $"A name or description is 1 to {MaxNameLength} characters without line breaks and other control characters.");
    }

    private static string DefaultApplicationId(string scheme) => $"{DefaultIdPrefix}{scheme.Replace('.', '-').Replace('+', '_')}";

    private static bool IsElement(string element) =>
        element.Length > 0 && !char.IsAsciiDigit(element[0]) && element.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string? Follow(string path, IFileSystem files) =>
        files.ReadSymbolicLink(path) is { } target ? Path.GetFullPath(target, Path.GetDirectoryName(path)!) : null;

    /// <summary>python3.12 and wine64 are python and wine.</summary>
    private static string WithoutVersion(string name)
    {
        var bare = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return ScriptHosts.Contains(bare) ? bare : bare.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-');
    }

    private static RegistrationException Refuse(RegistrationFailure failure, string message) => new(failure, message);
}
