namespace PhoneLink.Registration.Freedesktop;

/// <summary>Tells what GLib would start, and whether that, or another entry, is ours.</summary>
internal sealed class FreedesktopStatus(FreedesktopTools tools)
{
    public RegistrationInfo Find(string scheme)
    {
        var handler = tools.Resolver.Resolve(scheme, HandlerRules.Gio);
        if (handler is not null && DesktopEntry.Read(tools.Files, handler.DesktopFilePath)?.Owner is not null)
            return InfoOf(RegistrationStatus.Default, handler);

        var entries = FindOurs(HandlerResolver.MimeTypeOf(scheme)).ToList();
        if (entries.Count == 0)
            return handler is null ? new(RegistrationStatus.NotRegistered) : InfoOf(RegistrationStatus.NotRegistered, handler);

        var working = entries.FirstOrDefault(entry => ProgramOf(entry.Entry) is not null);
        if (handler is not null)
            return InfoOf(working.Entry is null ? RegistrationStatus.Stale : RegistrationStatus.Candidate, handler);

        return working.Entry is null
            ? InfoOf(RegistrationStatus.Stale, entries[0].Path, entries[0].Entry)
            : InfoOf(RegistrationStatus.Registered, working.Path, working.Entry);
    }

    private IEnumerable<(string Path, DesktopEntry Entry)> FindOurs(string mimeType) =>
        from directory in tools.Xdg.DataSearch
        from path in tools.Files.EnumerateFiles(Path.Combine(directory, "applications"))
        where DesktopFiles.IsId(Path.GetFileName(path))
        let entry = DesktopEntry.Read(tools.Files, path)
        where entry is { Owner: not null, IsHidden: false } && entry.MimeTypes.Contains(mimeType)
        select (path, entry);

    private string? ProgramOf(DesktopEntry entry) =>
        FirstWord(entry) is { } program ? ExecutableSearch.Find(program, tools.Files, tools.Environment) : null;

    private RegistrationInfo InfoOf(RegistrationStatus status, ResolvedHandler handler) =>
        new(status) { OwnerId = handler.DesktopId, OwnerName = handler.Name, Executable = BehindLauncher(handler.ProgramPath) };

    private RegistrationInfo InfoOf(RegistrationStatus status, string path, DesktopEntry entry) =>
        new(status) { OwnerId = Path.GetFileName(path), OwnerName = entry.Name, Executable = BehindLauncher(FirstWord(entry)) };

    /// <summary>Our launcher is a stand-in; people want to know the program behind it.</summary>
    private string? BehindLauncher(string? program) =>
        program is not null && tools.Xdg.DataSearch.Any(directory => Path.GetDirectoryName(program) == Path.Combine(directory, "phonelink"))
            ? tools.Files.ReadSymbolicLink(program) ?? program
            : program;

    private static string? FirstWord(DesktopEntry entry) => entry.Exec is { } exec ? ExecLine.Split(exec)?[0] : null;
}
