namespace PhoneLink.Registration.Freedesktop;

/// <summary>Has the desktop's cache of associations made anew, where the tool for it is installed.</summary>
internal sealed class RefreshCacheStep(string applications, string cache)
    : FreedesktopStep(cache, $"Run update-desktop-database {applications}, if it is installed; it makes mimeinfo.cache anew.")
{
    public override async Task ApplyAsync(FreedesktopSession session)
    {
        if (session.Done.Count == 0 || session.Tools.FindCacheTool() is not { } tool)
            return;

        session.Note(new CacheRefreshed(Target, session.Files.GetKind(Target) is not PathKind.Nothing));
        await session.Tools.RefreshCacheAsync(tool, applications).ConfigureAwait(false);
    }
}
