using PhoneLink.Registration.Engine;

namespace PhoneLink.Registration.Freedesktop;

/// <summary>Finds what a registration has written, by its mark, where no receipt tells of it.</summary>
internal static class FreedesktopTraces
{
    /// <summary>Makes up the changes of a receipt whose reversal removes everything of the registration.</summary>
    /// <exception cref="RegistrationException">The desktop file is another program's (<see cref="RegistrationFailure.OwnedByOther"/>).</exception>
    public static IReadOnlyList<ReceiptChange> Find(FreedesktopTools tools, FreedesktopPaths paths, ProtocolRegistration registration)
    {
        var found = new List<ReceiptChange>();
        if (tools.Files.ReadSymbolicLink(paths.Launcher) is { } target)
            found.AddRange([new DirectoryCreated(paths.Launchers), new LinkWritten(paths.Launcher, null, target)]);

        if (tools.Files.ReadBytes(paths.DesktopFile) is { } contents)
        {
            Ownership.CheckDesktopFile(paths.DesktopFile, contents, registration with { ReplaceOtherHandler = false });
            found.Add(new FileWritten(paths.DesktopFile, null, contents));
        }

        found.AddRange(FindDefaults(tools.Files.ReadBytes(paths.MimeApps), paths, HandlerResolver.MimeTypeOf(registration.Scheme)));
        return found.Count == 0 ? found : [.. found, new CacheRefreshed(paths.Cache, Existed: false)];
    }

    private static IEnumerable<ReceiptChange> FindDefaults(byte[]? list, FreedesktopPaths paths, string mimeType)
    {
        var text = MimeAppsText.Parse(list ?? []);
        var lines = text.FindKey(mimeType).Where(i => DefaultsEdit.Holds(text.Lines[i].Text, paths.DesktopId)).ToList();
        var isAll = lines.Count == 1 && text.Lines.Count == 2 && text.IsDefaultsHeader(0) && text.Lines[1].Text == $"{mimeType}={paths.DesktopId};";
        return lines.Select(_ => new DefaultPutFirst(paths.MimeApps, null, CreatedFile: isAll, AddedGroup: isAll, AddedLine: true, "", []));
    }
}
