namespace PhoneLink;

/// <summary>The handler look-up of the generic branch of xdg-utils 1.1.3, for what <c>xdg-open</c> does on a desktop it does not know.</summary>
/// <remarks>
/// Differs from GLib: of a list only the first id counts, associations and TryExec are ignored, desktop files are scanned even without
/// a cache, and the program is the first bare word of Exec (quotes are part of the name).
/// </remarks>
internal sealed class XdgMimeLookup(IFileSystem files, ISystemEnvironment environment)
{
    private readonly Xdg _xdg = new(environment);

    private IEnumerable<string> ApplicationDirectories => _xdg.DataSearch.Select(static path => Path.Combine(path, "applications"));

    public ResolvedHandler? Find(string mimeType) =>
        FindId(mimeType) is { } id && DesktopFiles.IsId(id)
            ? ApplicationDirectories.Select(directory => Load(directory, id)).FirstOrDefault(static handler => handler is not null)
            : null;

    private string? FindId(string mimeType)
    {
        foreach (var directory in _xdg.ConfigSearch.Concat(ApplicationDirectories))
            foreach (var name in ListNames())
                if (DefaultIn(Path.Combine(directory, name), mimeType) is { } id && IsInstalled(id))
                    return id;

        foreach (var directory in ApplicationDirectories)
            foreach (var name in CacheNames())
                if (FirstOf(Path.Combine(directory, name), mimeType) is { } id)
                    return id;

        return Scan(mimeType);
    }

    private IEnumerable<string> ListNames() =>
        [.. _xdg.Desktops.Where(static desktop => !desktop.Contains('/', StringComparison.Ordinal)).Select(static desktop => $"{desktop}-mimeapps.list"), "mimeapps.list"];

    private IEnumerable<string> CacheNames()
    {
        var prefix = environment.GetVariable("XDG_MENU_PREFIX") ?? "";
        return prefix.Length == 0 || prefix.Contains('/', StringComparison.Ordinal)
            ? ["defaults.list", "mimeinfo.cache"]
            : [$"{prefix}defaults.list", $"{prefix}mimeinfo.cache", "defaults.list", "mimeinfo.cache"];
    }

    /// <summary>The first id of the first line for the type within [Default Applications]; lines are compared as they stand.</summary>
    private string? DefaultIn(string path, string mimeType)
    {
        var inDefaults = false;
        foreach (var line in Lines(path))
        {
            if (line.StartsWith('['))
                inDefaults = line.StartsWith("[Default Applications]", StringComparison.Ordinal);
            else if (inDefaults && ValueOf(line, mimeType) is { } value)
                return FirstItem(value);
        }

        return null;
    }

    private string? FirstOf(string path, string mimeType) =>
        Lines(path).Select(line => ValueOf(line, mimeType)).FirstOrDefault(static value => value is not null) is { } value ? FirstItem(value) : null;

    private string? Scan(string mimeType) =>
        ApplicationDirectories.SelectMany(directory => Tree(directory)).Where(path => Claims(path, mimeType)).Select(Path.GetFileName).FirstOrDefault();

    private IEnumerable<string> Tree(string directory, int depth = DesktopFiles.MaxDepth) =>
        files.EnumerateFiles(directory)
            .Where(static path => path.EndsWith(DesktopFiles.Extension, StringComparison.Ordinal))
            .Concat(Children(directory, depth).SelectMany(child => Tree(child, depth - 1)));

    /// <summary>The directories within, down to a depth that only a loop of symbolic links exceeds.</summary>
    private IReadOnlyList<string> Children(string directory, int depth) => depth == 0 ? [] : files.EnumerateDirectories(directory);

    /// <summary>The scan looks for the type with its semicolon, anywhere in the file.</summary>
    private bool Claims(string path, string mimeType) =>
        DesktopEntry.ReadText(files, path)?.Contains($"{mimeType};", StringComparison.Ordinal) is true;

    private bool IsInstalled(string id) =>
        DesktopFiles.IsId(id) && ApplicationDirectories.Select(directory => FindFile(directory, id)).FirstOrDefault(static path => path is not null) is { } path
        && DesktopEntry.Read(files, path) is { } entry && ProgramOf(entry) is not null;

    private ResolvedHandler? Load(string directory, string id)
    {
        if (FindFile(directory, id) is not { } path || DesktopEntry.Read(files, path) is not { } entry || ProgramOf(entry) is not { } program)
            return null;

        return new(id, path) { ProgramPath = program, Exec = entry.Exec, IsDBusActivatable = false, Name = entry.Name };
    }

    private string? FindFile(string directory, string id, int depth = DesktopFiles.MaxDepth) =>
        DesktopFiles.Find(files, directory, id)
        ?? Children(directory, depth).Select(child => FindFile(child, id, depth - 1)).FirstOrDefault(static path => path is not null);

    private string? ProgramOf(DesktopEntry entry) =>
        FirstWord(entry.RawExec) is { } word ? ExecutableSearch.Find(word, files, environment) : null;

    private static string? FirstWord(string? exec) =>
        exec?.Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private string[] Lines(string path) => DesktopEntry.ReadText(files, path)?.Split('\n') ?? [];

    private static string? ValueOf(string line, string mimeType) =>
        line.StartsWith(mimeType, StringComparison.Ordinal) && line.Length > mimeType.Length && line[mimeType.Length] == '='
            ? line[(mimeType.Length + 1)..]
            : null;

    private static string? FirstItem(string value) => value.Split(';', 2)[0] is { Length: > 0 } item ? item : null;
}
