namespace PhoneLink.Registration.Freedesktop;

/// <summary>Where a registration lives; every path that may be written or deleted is made here.</summary>
internal sealed class FreedesktopPaths
{
    public FreedesktopPaths(Xdg xdg, string applicationId)
        : this(xdg.DataHome, xdg.ConfigHome, xdg.StateHome, applicationId)
    {
    }

    private FreedesktopPaths(string dataHome, string configHome, string stateHome, string applicationId)
    {
        DesktopId = applicationId + DesktopFiles.Extension;
        Applications = Path.Combine(dataHome, "applications");
        Launchers = Path.Combine(dataHome, "phonelink");
        Configuration = configHome;
        DesktopFile = Path.Combine(Applications, DesktopId);
        Launcher = Path.Combine(Launchers, applicationId);
        MimeApps = Path.Combine(Configuration, "mimeapps.list");
        Receipts = ReceiptsOf(stateHome);
        Cache = Path.Combine(Applications, "mimeinfo.cache");
    }

    public string DesktopId { get; }

    public string Applications { get; }

    public string Launchers { get; }

    public string Configuration { get; }

    public string DesktopFile { get; }

    /// <summary>Gets the space-free name of a program whose own path generic xdg-open cannot start.</summary>
    public string Launcher { get; }

    public string MimeApps { get; }

    public string Cache { get; }

    /// <summary>Gets the directory of the receipts.</summary>
    public string Receipts { get; }

    public static string ReceiptsOf(Xdg xdg) => ReceiptsOf(xdg.StateHome);

    /// <summary>Gives the paths of a user who is not known, with the defaults of the XDG Base Directory Specification.</summary>
    public static FreedesktopPaths OfAnybody(string applicationId) => new("~/.local/share", "~/.config", "~/.local/state", applicationId);

    /// <summary>Says whether a directory is one of those that hold our files, or stands above one.</summary>
    public bool IsOurDirectory(string path) =>
        path.StartsWith('/') && new[] { Applications, Launchers, Configuration, Receipts }.Any(directory => Xdg.IsAtOrAbove(path, directory));

    private static string ReceiptsOf(string stateHome) => Path.Combine(stateHome, "phonelink", "registrations");
}
