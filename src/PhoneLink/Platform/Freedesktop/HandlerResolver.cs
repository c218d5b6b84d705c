namespace PhoneLink;

/// <summary>Finds the program that the desktop's openers start for a scheme, without starting anything.</summary>
/// <remarks>
/// Association between MIME types and applications 1.0.1, with the deviations of the two openers. Thread-safe; reads the files and
/// the environment anew at every call, so that the answer is that of an opener started now.
/// </remarks>
internal sealed class HandlerResolver(IFileSystem files, ISystemEnvironment environment)
{
    /// <summary>Finds the handler of a scheme.</summary>
    /// <param name="scheme">The scheme, in any case, without the colon.</param>
    /// <param name="rules">The opener whose answer is wanted.</param>
    /// <returns>The handler; null when the opener would find none.</returns>
    public ResolvedHandler? Resolve(string scheme, HandlerRules rules)
    {
        var mimeType = MimeTypeOf(scheme);
        return rules is HandlerRules.Gio
            ? new GioLookup(files, environment).Find(mimeType)
            : new XdgMimeLookup(files, environment).Find(mimeType);
    }

    /// <summary>Finds the desktop files of an id, the one that counts first.</summary>
    public IEnumerable<string> FilesOf(string desktopId) =>
        new Xdg(environment).DataSearch.Select(path => DesktopFiles.Find(files, Path.Combine(path, "applications"), desktopId)).OfType<string>();

    /// <summary>Gives the MIME type under which handlers of a scheme are filed.</summary>
    public static string MimeTypeOf(string scheme) => $"x-scheme-handler/{scheme.ToLowerInvariant()}";
}
