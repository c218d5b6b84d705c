namespace PhoneLink;

/// <summary>The handler look-up of GLib (measured with 2.74): <c>gio mime</c>, <c>gio open</c>.</summary>
internal sealed class GioLookup(IFileSystem files, ISystemEnvironment environment)
{
    private const string Defaults = "Default Applications";
    private const string Added = "Added Associations";
    private const string Removed = "Removed Associations";
    private const string Cache = "MIME Cache";

    private readonly Xdg _xdg = new(environment);

    public ResolvedHandler? Find(string mimeType)
    {
        var directories = Read(mimeType);
        var candidates = new List<string>();
        foreach (var directory in directories)
            AddNew(candidates, directory.Defaults);

        // Removed Associations take nothing from the explicit defaults; they hide associations of the same and of later directories.
        var removed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < directories.Count; i++)
        {
            var earlier = directories.Take(i).ToList();
            AddNew(candidates, directories[i].Added.Where(id => !removed.Contains(id) && !IsMasked(earlier, id)));
            removed.UnionWith(directories[i].Removed.Where(id => !candidates.Contains(id) && !IsMasked(earlier, id)));
        }

        return candidates.Select(id => Load(directories, id)).FirstOrDefault(static handler => handler is not null);
    }

    /// <summary>Reads the lists by precedence: the configuration directories, then the applications directories.</summary>
    private List<Associations> Read(string mimeType)
    {
        var directories = new List<Associations>();
        foreach (var path in _xdg.ConfigSearch)
            directories.Add(ReadLists(new(path, HasApplications: false), mimeType));

        foreach (var path in _xdg.DataSearch)
        {
            var directory = ReadLists(new(Path.Combine(path, "applications"), HasApplications: true), mimeType);
            ReadList(directory, "defaults.list", mimeType, associationGroup: null);
            ReadList(directory, "mimeinfo.cache", mimeType, Cache);
            directories.Add(directory);
        }

        return directories;
    }

    private Associations ReadLists(Associations directory, string mimeType)
    {
        foreach (var desktop in _xdg.Desktops.Where(static desktop => !desktop.Contains('/', StringComparison.Ordinal)))
            ReadList(directory, $"{desktop}-mimeapps.list", mimeType, associationGroup: null);

        ReadList(directory, "mimeapps.list", mimeType, Added);
        return directory;
    }

    private void ReadList(Associations directory, string name, string mimeType, string? associationGroup)
    {
        if (DesktopEntry.ReadText(files, Path.Combine(directory.Path, name)) is not { } text || KeyFile.Parse(text) is not { IsWellFormed: true } list)
            return;

        AddNew(directory.Defaults, list.List(Defaults, mimeType));
        if (associationGroup is null)
            return;

        AddNew(directory.Added, list.List(associationGroup, mimeType).Where(id => !directory.Removed.Contains(id)));
        AddNew(directory.Removed, list.List(Removed, mimeType).Where(id => directory.Removed.Count == 0 || !directory.Added.Contains(id)));
    }

    /// <summary>An id means the file of the first directory that has it, so an association of a later directory is not about that file.</summary>
    private bool IsMasked(IEnumerable<Associations> earlier, string id) =>
        earlier.Any(directory => directory.HasApplications && DesktopFiles.Find(files, directory.Path, id) is not null);

    private ResolvedHandler? Load(IEnumerable<Associations> directories, string id)
    {
        foreach (var directory in directories.Where(static directory => directory.HasApplications))
            if (DesktopFiles.Find(files, directory.Path, id) is { } path && Load(id, path) is { } handler)
                return handler;

        return null;
    }

    private ResolvedHandler? Load(string id, string path)
    {
        if (DesktopEntry.Read(files, path) is not { IsApplication: true } entry || IsMissing(entry.TryExec))
            return null;

        string? program = null;
        if (!string.IsNullOrEmpty(entry.Exec))
        {
            program = ExecLine.Split(entry.Exec) is { } words ? ExecutableSearch.Find(words[0], files, environment) : null;
            if (program is null)
                return null;
        }

        return new(id, path) { ProgramPath = program, Exec = entry.Exec, IsDBusActivatable = entry.IsDBusActivatable, Name = entry.Name };
    }

    private bool IsMissing(string? tryExec) => !string.IsNullOrEmpty(tryExec) && ExecutableSearch.Find(tryExec, files, environment) is null;

    private static void AddNew(List<string> list, IEnumerable<string> ids)
    {
        foreach (var id in ids)
            if (!list.Contains(id))
                list.Add(id);
    }

    /// <summary>What one directory says about the type.</summary>
    private sealed record Associations(string Path, bool HasApplications)
    {
        public List<string> Defaults { get; } = [];

        public List<string> Added { get; } = [];

        public List<string> Removed { get; } = [];
    }
}
