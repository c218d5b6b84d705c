using PhoneLink.Registration;

namespace PhoneLink.Admin;

/// <summary>What can be exported.</summary>
internal enum ExportKind
{
    Reg,
    RegRemove,
    DefaultAssociations,
    Desktop,
    MimeApps,
    Plist,
    Chrome,
    Edge,
    Firefox,
    ChromeReg,
    EdgeReg,
}

/// <summary>Writes the files by which an administrator rolls a registration out.</summary>
internal static class ExportJob
{
    /// <summary>Gives the file's text, or writes it.</summary>
    /// <param name="kind">Which file.</param>
    /// <param name="registration">What is wanted.</param>
    /// <param name="origins">For browsers, the pages that may start the scheme.</param>
    /// <param name="path">Where to write; null to print, which a <c>.reg</c> file's encoding does not survive.</param>
    /// <param name="isDryRun">Whether nothing is to be written.</param>
    public static async Task<AdminReport> RunAsync(ExportKind kind, ProtocolRegistration registration, IReadOnlyList<string> origins, string? path, bool isDryRun)
    {
        var file = Make(kind, [registration], origins);
        if (path is null)
            return new("export", AdminExit.Done) { Scheme = registration.Scheme, Text = file.Text };

        var target = Directory.Exists(path) ? Path.Combine(path, file.FileName) : path;
        if (!isDryRun)
            await File.WriteAllBytesAsync(target, file.ToBytes());

        return new("export", AdminExit.Done) { Scheme = registration.Scheme, DryRun = isDryRun ? true : null, Note = $"{(isDryRun ? "Would be written" : "Written")}: {target}" };
    }

    private static ExportedFile Make(ExportKind kind, IReadOnlyList<ProtocolRegistration> registrations, IReadOnlyList<string> origins) => kind switch
    {
        ExportKind.Reg => RegistrationExport.ToRegistryFile(registrations),
        ExportKind.RegRemove => RegistrationExport.ToRegistryRemoval(registrations),
        ExportKind.DefaultAssociations => RegistrationExport.ToDefaultAssociations(registrations),
        ExportKind.Desktop => RegistrationExport.ToDesktopFile(registrations[0]),
        ExportKind.MimeApps => RegistrationExport.ToMimeAppsList(registrations),
        ExportKind.Plist => RegistrationExport.ToInfoPlist(registrations),
        ExportKind.Chrome => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Chrome, registrations, origins),
        ExportKind.Edge => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Edge, registrations, origins),
        ExportKind.Firefox => RegistrationExport.ToBrowserPolicy(PolicyBrowser.Firefox, registrations, origins),
        ExportKind.ChromeReg => RegistrationExport.ToBrowserPolicyRegistryFile(PolicyBrowser.Chrome, registrations, origins),
        _ => RegistrationExport.ToBrowserPolicyRegistryFile(PolicyBrowser.Edge, registrations, origins),
    };
}
