using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Takes noted changes back; files first, then what is derived from them.</summary>
internal sealed class FreedesktopUndo(FreedesktopTools tools, FreedesktopPaths paths, string applicationId, string scheme) : RegistrationUndo
{
    private const int Attempts = 3;

    private readonly IFileSystem _files = tools.Files;

    public override async Task RunAsync(IReadOnlyList<ReceiptChange> changes)
    {
        var backwards = changes.Reverse().ToList();
        foreach (var change in backwards.Where(static change => change is not (CacheRefreshed or DirectoryCreated)))
            Try(change.Path, () => Undo(change));

        foreach (var cache in backwards.OfType<CacheRefreshed>())
        {
            if (tools.FindCacheTool() is { } tool && _files.GetKind(paths.Applications) is PathKind.Directory)
                await tools.RefreshCacheAsync(tool, paths.Applications).ConfigureAwait(false);

            Try(cache.Path, () => RemoveOwnCache(cache));
        }
    }

    public override void RemoveEmpty(IReadOnlyList<ReceiptChange> changes)
    {
        foreach (var directory in changes.OfType<DirectoryCreated>().Where(made => !Xdg.IsAtOrAbove(made.Path, paths.Receipts)).Reverse())
            Try(directory.Path, () => _files.DeleteDirectoryIfEmpty(directory.Path));
    }

    private void Undo(ReceiptChange change)
    {
        switch (change)
        {
            case LinkWritten link:
                UndoLink(link);
                break;
            case FileWritten file:
                UndoFile(file);
                break;
            case DefaultPutFirst edit:
                UndoDefault(edit);
                break;
        }
    }

    private void UndoLink(LinkWritten link)
    {
        var kind = _files.GetKind(link.Path);
        var target = _files.ReadSymbolicLink(link.Path);
        if (kind is PathKind.Nothing || target == link.Before)
            return;

        if (target != link.After)
            Leave(link.Path, "it was changed since");
        else if (link.Before is null)
            _files.DeleteFile(link.Path);
        else
            _files.WriteSymbolicLink(link.Path, link.Before);
    }

    private void UndoFile(FileWritten file)
    {
        var current = _files.ReadBytes(file.Path);
        if (current is null || current.AsSpan().SequenceEqual(file.Before))
            return;

        if (!current.AsSpan().SequenceEqual(file.After))
        {
            Leave(file.Path, "another hand has changed it since");
            return;
        }

        var change = file.Before is null
            ? _files.DeleteIfUnchanged(file.Path, current)
            : _files.ReplaceIfUnchanged(file.Path, current, file.Before);
        if (change is not FileChange.Done)
            Leave(file.Path, "another hand is changing it");
    }

    private void UndoDefault(DefaultPutFirst edit)
    {
        for (var i = 0; i < Attempts; i++)
        {
            if (_files.ReadBytes(edit.Path) is not { } current || DefaultsEdit.Remove(current, edit, HandlerResolver.MimeTypeOf(scheme), paths.DesktopId) is not { } before)
                return;

            if (IsOthers(paths.DesktopId))
            {
                Leave(edit.Path, $"{paths.DesktopId} is another program's");
                return;
            }

            var change = edit.CreatedFile && before.Length == 0
                ? _files.DeleteIfUnchanged(edit.Path, current)
                : _files.ReplaceIfUnchanged(edit.Path, current, before);
            if (change is FileChange.Done)
                return;

            if (change is FileChange.SymbolicLink)
                break;
        }

        Leave(edit.Path, "it has become a symbolic link, or another program changes it at the same time");
    }

    /// <summary>
    /// The cache is derived, so it is not restored; but one that was made for us alone goes, also where the tool that would empty it is
    /// not to be found any more.
    /// </summary>
    private void RemoveOwnCache(CacheRefreshed cache)
    {
        if (!cache.Existed && DesktopEntry.ReadText(_files, cache.Path) is { } text && text.Split('\n').All(NamesNobodyElse))
            _files.DeleteFile(cache.Path);
    }

    /// <summary>Says whether an id stands for another program's desktop file; an id whose file is gone stands for nobody's.</summary>
    private bool IsOthers(string desktopId) =>
        tools.Resolver.FilesOf(desktopId).FirstOrDefault() is { } path
        && (_files.ReadBytes(path) is not { } contents || !Ownership.IsOurs(contents, applicationId, scheme));

    private bool NamesNobodyElse(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 || line[(equals + 1)..].Trim().TrimEnd(';') == paths.DesktopId;
    }
}
