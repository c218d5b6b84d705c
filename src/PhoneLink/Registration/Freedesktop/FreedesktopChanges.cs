using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Makes prepared changes, each only if what it replaces still is what it was.</summary>
internal sealed class FreedesktopChanges(FreedesktopTools tools, FreedesktopPaths paths, string scheme)
{
    public async Task<FileChange> PerformAsync(ReceiptChange change)
    {
        switch (change)
        {
            case DirectoryCreated directory:
                tools.Files.CreateDirectory(directory.Path);
                return FileChange.Done;
            case LinkWritten link:
                return Write(link);
            case FileWritten file:
                return tools.Files.ReplaceIfUnchanged(file.Path, file.Before, file.After);
            case DefaultPutFirst edit:
                return Write(edit);
            case CacheRefreshed when tools.FindCacheTool() is { } tool:
                await tools.RefreshCacheAsync(tool, paths.Applications).ConfigureAwait(false);
                return FileChange.Done;
            default:
                return FileChange.Done;
        }
    }

    private FileChange Write(LinkWritten link)
    {
        if (tools.Files.ReadSymbolicLink(link.Path) != link.Before || (link.Before is null && tools.Files.GetKind(link.Path) is not PathKind.Nothing))
            return FileChange.Changed;

        tools.Files.WriteSymbolicLink(link.Path, link.After);
        return FileChange.Done;
    }

    private FileChange Write(DefaultPutFirst edit)
    {
        var before = tools.Files.ReadBytes(edit.Path);
        return DefaultsEdit.HashOf(before) == edit.BeforeHash && DefaultsEdit.PutFirst(edit.Path, before, HandlerResolver.MimeTypeOf(scheme), paths.DesktopId) is (var contents, _)
            ? tools.Files.ReplaceIfUnchanged(edit.Path, before, contents)
            : FileChange.Changed;
    }
}
