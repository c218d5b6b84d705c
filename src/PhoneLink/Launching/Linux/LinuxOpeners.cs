namespace PhoneLink;

/// <summary>Chooses the tool that opens links.</summary>
internal sealed class LinuxOpeners(IFileSystem files, ISystemEnvironment environment)
{
    private const string FlatpakMarker = "/.flatpak-info";

    public LinuxOpener? Find()
    {
        if (IsSandboxed())
            return Search("gdbus") is { } gdbus ? LinuxOpener.Portal(gdbus) : null;

        if (Search("gio") is { } gio)
            return LinuxOpener.Gio(gio);

        return CanUseXdgOpen() && Search("xdg-open") is { } xdgOpen ? LinuxOpener.XdgOpen(xdgOpen) : null;
    }

    /// <summary>
    /// Without a display <c>xdg-open</c> skips handlers and tries browsers; under KDE, version 1.1.3 reports success without running
    /// anything when Plasma's own opener is not the one that it expects.
    /// </summary>
    private bool CanUseXdgOpen()
    {
        var xdg = new Xdg(environment);
        return xdg.HasDisplay && !xdg.Desktops.Contains("kde") && string.IsNullOrEmpty(environment.GetVariable("KDE_FULL_SESSION"));
    }

    private bool IsSandboxed() => files.GetKind(FlatpakMarker) is not PathKind.Nothing || !string.IsNullOrEmpty(environment.GetVariable("SNAP"));

    private string? Search(string program) => ExecutableSearch.Find(program, files, environment);
}
