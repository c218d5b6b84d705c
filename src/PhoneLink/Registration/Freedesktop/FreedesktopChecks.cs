using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>What must hold before anything is changed.</summary>
internal static class FreedesktopChecks
{
    /// <summary>Checks that the user's own, plain files would be changed, and that nobody else has the scheme.</summary>
    public static void BeforeApply(FreedesktopTools tools, FreedesktopPaths paths, ProtocolRegistration registration, bool takesDefault)
    {
        Owner(tools, paths);
        PlainFile(tools.Files, paths.MimeApps);
        PlainFile(tools.Files, paths.DesktopFile);
        FreeId(tools, paths, registration);
        if (takesDefault)
            Ownership.CheckHandler(tools, paths.DesktopId, registration);
    }

    /// <summary>Under sudo, HOME is often another user's: what root writes there, its owner can no longer change (T-23).</summary>
    public static void Owner(FreedesktopTools tools, FreedesktopPaths paths)
    {
        foreach (var path in new[] { paths.Applications, paths.DesktopFile, paths.Launchers, paths.Launcher, paths.Configuration, paths.MimeApps, paths.Receipts })
        {
            var existing = path;
            while (tools.Files.GetKind(existing) is PathKind.Nothing && Path.GetDirectoryName(existing) is { } parent)
                existing = parent;

            if (tools.Environment.UserId is { } user && tools.Files.Identify(existing) is { } identity && identity.UserId != user)
                throw new RegistrationException(
                    RegistrationFailure.WrongUser,
                    $"'{existing}' belongs to user {identity.UserId}, this process runs as user {user}; run it as the owner (sudo -u).");
        }
    }

    /// <summary>Checks what a receipt says without looking at the system: a forged one must not choose what is deleted.</summary>
    public static void Receipt(ReceiptDocument document, string platform)
    {
        if (document.Platform != platform)
            throw Invalid("it comes from another kind of system");

        var (scheme, id) = (document.Registration.Scheme, document.Registration.ApplicationId);
        if (!UriSyntax.IsScheme(scheme) || scheme.Any(char.IsAsciiLetterUpper) || id is null || !RegistrationRules.IsApplicationId(id))
            throw Invalid("its scheme or application id is malformed");
    }

    /// <summary>Checks that every path is one that the registration writes, and that its contents were ours.</summary>
    public static void ReceiptPaths(ReceiptDocument document, FreedesktopPaths paths)
    {
        foreach (var change in document.Changes)
        {
            var isOurs = change switch
            {
                DirectoryCreated directory => paths.IsOurDirectory(directory.Path),
                LinkWritten link => link.Path == paths.Launcher && !RegistrationRules.IsScriptHost(link.Before ?? ""),
                FileWritten file => file.Path == paths.DesktopFile && Ownership.IsOurs(file.After, document.Registration.ApplicationId!, document.Registration.Scheme),
                DefaultPutFirst edit => edit.Path == paths.MimeApps && edit.AddedLineEnd is "" or "\n" or "\r\n",
                CacheRefreshed cache => cache.Path == paths.Cache,
                _ => false,
            };
            if (!isOurs)
                throw Invalid($"'{change.Path}' is nothing that this registration writes for this user");
        }
    }

    /// <summary>A file of ours would hide one of the same id in a later directory, with all that its program opens and its place in the menus.</summary>
    private static void FreeId(FreedesktopTools tools, FreedesktopPaths paths, ProtocolRegistration registration)
    {
        foreach (var path in tools.Resolver.FilesOf(paths.DesktopId))
            if (path != paths.DesktopFile && tools.Files.ReadBytes(path) is { } contents)
                Ownership.CheckDesktopFile(path, contents, registration);
    }

    private static void PlainFile(IFileSystem files, string path)
    {
        if (files.ReadSymbolicLink(path) is { } target)
            throw new RegistrationException(RegistrationFailure.SymbolicLink, $"'{path}' is a symbolic link to '{target}'; change it where it is kept.");

        if (files.GetKind(path) is PathKind.File && files.Identify(path) is { Links: > 1 })
            throw new RegistrationException(RegistrationFailure.SymbolicLink, $"'{path}' has another name (hard link), which would be cut off.");
    }

    private static RegistrationException Invalid(string reason) =>
        new(RegistrationFailure.InvalidReceipt, $"The receipt is refused: {reason}. Nothing is changed.");
}
