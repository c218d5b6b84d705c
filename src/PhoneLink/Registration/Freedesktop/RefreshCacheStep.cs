using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Has the desktop's cache of associations made anew, where the tool for it is installed.</summary>
internal sealed class RefreshCacheStep(string applications, string cache)
    : FreedesktopStep(cache, $"Run update-desktop-database {applications}, if it is installed; it makes mimeinfo.cache anew.")
{
    public override IReadOnlyList<ReceiptChange> Prepare(FreedesktopTools tools, ProtocolRegistration registration, bool hasChanges) =>
        hasChanges && tools.FindCacheTool() is not null ? [new CacheRefreshed(Target, tools.Files.GetKind(Target) is not PathKind.Nothing)] : [];
}
