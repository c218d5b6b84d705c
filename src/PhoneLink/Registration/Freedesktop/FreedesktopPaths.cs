namespace PhoneLink.Registration.Freedesktop;

/// <summary>Where a registration lives; every path that may be written or deleted is made here.</summary>
internal sealed class FreedesktopPaths
{
    public FreedesktopPaths(Xdg xdg, string applicationId)
    {
        DesktopId = applicationId + DesktopFiles.Extension;
        Applications = Path.Combine(xdg.DataHome, "applications");
        Launchers = Path.Combine(xdg.DataHome, "phonelink");
        Configuration = xdg.ConfigHome;
        DesktopFile = Path.Combine(Applications, DesktopId);
        Launcher = Path.Combine(Launchers, applicationId);
        MimeApps = Path.Combine(Configuration, "mimeapps.list");
        Receipts = ReceiptsOf(xdg);
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

    public static string ReceiptsOf(Xdg xdg) => Path.Combine(xdg.StateHome, "phonelink", "registrations");

    /// <summary>Says whether a directory is one of those that hold our files, or stands above one.</summary>
    public bool IsOurDirectory(string path) =>
        path.StartsWith('/') && new[] { Applications, Launchers, Configuration, Receipts }.Any(directory => (directory + "/").StartsWith(path + "/", StringComparison.Ordinal));
}
