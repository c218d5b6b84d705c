using System.Xml;
using PhoneLink.Registration.Export;
using PhoneLink.Registration.Freedesktop;
using PhoneLink.Registration.MacOS;
using PhoneLink.Registration.Windows;

namespace PhoneLink.Registration;

/// <summary>Writes the files by which an administrator registers programs on many machines.</summary>
/// <remarks>
/// Thread-safe and pure: every file can be made on every system, for every system; nothing is looked up, so neither whether the program
/// exists nor whose a scheme is. In the net10.0 build only. docs/fleet.md tells where each file goes.
/// </remarks>
public static class RegistrationExport
{
    /// <summary>Writes a <c>.reg</c> file that registers programs on Windows.</summary>
    /// <param name="registrations">What is wanted; <see cref="ProtocolRegistration.Scope"/> chooses HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE for each.</param>
    /// <returns>The file, for <c>reg import</c>.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty, or two registrations share a scheme or an application id.</exception>
    /// <exception cref="RegistrationException">The scheme, a name or the program's path is refused; the message names the rule.</exception>
    /// <remarks>
    /// A private scheme becomes a class of its own. For <c>tel</c>, <c>callto</c>, <c>sip</c>, <c>sips</c>, <c>sms</c> and
    /// <c>facetime</c> the program is put up for the user's choice, which <see cref="ToDefaultAssociations"/> can make for many users.
    /// What another program has under the same names is overwritten: a file cannot ask.
    /// </remarks>
    public static ExportedFile ToRegistryFile(IReadOnlyList<ProtocolRegistration> registrations)
    {
        var text = new RegistryFileText();
        foreach (var scope in ExportRules.CheckForWindows(registrations).GroupBy(static registration => registration.Scope))
            text.Add(RegistryExport.Of(scope));

        return text.ToFile("phonelink.reg");
    }

    /// <summary>Writes a <c>.reg</c> file that removes what <see cref="ToRegistryFile"/> has written.</summary>
    /// <param name="registrations">What was registered: all of a product, since its entry in the list of programs goes too.</param>
    /// <returns>The file, for <c>reg import</c>.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty, or two registrations share a scheme or an application id.</exception>
    /// <exception cref="RegistrationException">The scheme, a name or the program's path is refused; the message names the rule.</exception>
    /// <remarks>It removes the classes whoever has written them last: a file cannot ask. The key of a shared scheme such as <c>tel</c> stays.</remarks>
    public static ExportedFile ToRegistryRemoval(IReadOnlyList<ProtocolRegistration> registrations)
    {
        var text = new RegistryFileText();
        foreach (var scope in ExportRules.CheckForWindows(registrations).GroupBy(static registration => registration.Scope))
            text.RemoveKeys(RegistryExport.OwnedKeys(scope)).RemoveValues(RegistryExport.OwnedValues(scope));

        return text.ToFile("phonelink-remove.reg");
    }

    /// <summary>Writes the file by which an administrator makes programs the default for shared schemes on Windows.</summary>
    /// <param name="registrations">What is wanted; private schemes are left out, since Windows offers no choice for them.</param>
    /// <returns>The file, for DISM or the policy "Set a default associations configuration file".</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list has no shared scheme, or two registrations share a scheme or an application id.</exception>
    /// <exception cref="RegistrationException">The scheme, a name or the program's path is refused; the message names the rule.</exception>
    /// <remarks>The names are those that <see cref="ToRegistryFile"/> writes, which is rolled out first.</remarks>
    public static ExportedFile ToDefaultAssociations(IReadOnlyList<ProtocolRegistration> registrations)
    {
        var shared = ExportRules.CheckForWindows(registrations).Where(static registration => SharedSchemes.Contains(registration.Scheme)).ToList();
        if (shared.Count == 0)
            throw new ArgumentException("None of the schemes is shared; the .reg file alone registers a private one.", nameof(registrations));

        return shared.Exists(static registration => !registration.Product!.All(XmlConvert.IsXmlChar))
            ? throw new RegistrationException(RegistrationFailure.InvalidName, "The product's name has a character that XML cannot hold.")
            : new("DefaultAssociations.xml", DefaultAssociationsText.Write(shared), Utf8Xml.Utf8);
    }

    /// <summary>Writes the desktop file of a program on Linux, as <see cref="ProtocolRegistrar.ApplyAsync"/> does for one user.</summary>
    /// <param name="registration">What is wanted; the scope is decided by where the file is put.</param>
    /// <returns>The file, for <c>/usr/local/share/applications</c> or a user's <c>~/.local/share/applications</c>.</returns>
    /// <exception cref="ArgumentNullException">The registration is null.</exception>
    /// <exception cref="RegistrationException">
    /// The scheme, a name or the program's path is refused; no launcher is made here, so the path has no characters that <c>xdg-open</c> stumbles over.
    /// </exception>
    public static ExportedFile ToDesktopFile(ProtocolRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var wanted = RegistrationRules.Check(registration);
        ExportRules.CheckDesktopExecutable(wanted.Executable);
        return new(wanted.ApplicationId + DesktopFiles.Extension, DesktopFileText.Write(wanted, wanted.Executable), Utf8Xml.Utf8);
    }

    /// <summary>Writes the lines that make programs the default for their schemes on Linux.</summary>
    /// <param name="registrations">What is wanted.</param>
    /// <returns>A whole <c>mimeapps.list</c>; where there is one already, its lines go under the heading of the same name.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty, or two registrations share a scheme or an application id.</exception>
    /// <exception cref="RegistrationException">The scheme or a name is refused; the message names the rule.</exception>
    public static ExportedFile ToMimeAppsList(IReadOnlyList<ProtocolRegistration> registrations)
    {
        var lines = ExportRules.Check(registrations).Select(static registration => $"{HandlerResolver.MimeTypeOf(registration.Scheme)}={registration.ApplicationId}{DesktopFiles.Extension};\n");
        return new("mimeapps.list", $"{MimeAppsText.Header}\n{string.Concat(lines)}", Utf8Xml.Utf8);
    }

    /// <summary>Writes the property list that declares schemes in a macOS program's bundle.</summary>
    /// <param name="registrations">What is wanted; the executable is not used, since on macOS the bundle is the program.</param>
    /// <returns>A property list with nothing but <c>CFBundleURLTypes</c>, to be merged into <c>Info.plist</c> before the bundle is signed.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty, or two registrations share a scheme or an application id.</exception>
    /// <exception cref="RegistrationException">The scheme or a name is refused; the message names the rule.</exception>
    public static ExportedFile ToInfoPlist(IReadOnlyList<ProtocolRegistration> registrations) =>
        new("UrlTypes.plist", UrlTypesText.Write(ExportRules.Check(registrations)), Utf8Xml.Utf8);

    /// <summary>Writes the policy that lets pages start programs without the browser's question (<c>AutoLaunchProtocolsFromOrigins</c>).</summary>
    /// <param name="browser">Whose file.</param>
    /// <param name="registrations">Whose schemes; every origin may start all of them.</param>
    /// <param name="origins">
    /// The pages: <c>https://host</c> or <c>https://host:port</c>, no path; <c>http</c> for <c>localhost</c> only. <c>*</c> is always refused. Subdomains of a
    /// host are other origins.
    /// </param>
    /// <returns>The file: a folder of Chrome and Edge holds many such, Firefox reads one.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A list is empty or holds what it must not; the message tells which origin, and why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such browser.</exception>
    /// <exception cref="RegistrationException">The scheme or a name is refused; the message names the rule.</exception>
    /// <remarks>A browser takes the policy's value as a whole: put all of a fleet's schemes into one file.</remarks>
    public static ExportedFile ToBrowserPolicy(PolicyBrowser browser, IReadOnlyList<ProtocolRegistration> registrations, IReadOnlyList<string> origins)
    {
        if (!Enum.IsDefined(browser))
            throw new ArgumentOutOfRangeException(nameof(browser), browser, "There is no such browser.");

        var (schemes, pages) = (SchemesOf(registrations), Read(origins));
        return new(browser is PolicyBrowser.Firefox ? "policies.json" : "phonelink.json", BrowserPolicyText.WriteFile(browser, schemes, pages), Utf8Xml.Utf8);
    }

    /// <summary>Writes the policy of <see cref="ToBrowserPolicy"/> as a <c>.reg</c> file for the machine.</summary>
    /// <param name="browser">Chrome or Edge; Firefox on Windows reads the file of <see cref="ToBrowserPolicy"/>.</param>
    /// <param name="registrations">Whose schemes; every origin may start all of them.</param>
    /// <param name="origins">The pages, as for <see cref="ToBrowserPolicy"/>.</param>
    /// <returns>The file, for <c>reg import</c>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A list is empty or holds what it must not; the message tells which origin, and why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The browser is neither Chrome nor Edge.</exception>
    /// <exception cref="RegistrationException">The scheme or a name is refused; the message names the rule.</exception>
    /// <remarks>The import replaces the policy's former value.</remarks>
    public static ExportedFile ToBrowserPolicyRegistryFile(PolicyBrowser browser, IReadOnlyList<ProtocolRegistration> registrations, IReadOnlyList<string> origins)
    {
        var key = browser switch
        {
            PolicyBrowser.Chrome => @"Software\Policies\Google\Chrome",
            PolicyBrowser.Edge => @"Software\Policies\Microsoft\Edge",
            _ => throw new ArgumentOutOfRangeException(nameof(browser), browser, "Chrome and Edge have a .reg file; Firefox reads policies.json."),
        };
        var value = BrowserPolicyText.WriteValue(browser, SchemesOf(registrations), Read(origins));
        return new RegistryFileText().Add([new(new(RegistryRoot.LocalMachine, key), BrowserPolicyText.Policy, value)]).ToFile(browser is PolicyBrowser.Chrome ? "phonelink-chrome.reg" : "phonelink-edge.reg");
    }

    private static List<string> SchemesOf(IReadOnlyList<ProtocolRegistration> registrations) =>
        [.. ExportRules.Check(registrations).Select(static registration => registration.Scheme)];

    private static List<BrowserOrigin> Read(IReadOnlyList<string> origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        if (origins.Count == 0)
            throw new ArgumentException("The list of origins is empty.", nameof(origins));

        var read = new List<BrowserOrigin>();
        for (var i = 0; i < origins.Count; i++)
        {
            if (BrowserOrigin.Read(origins[i], out var origin) is { } problem)
                throw new ArgumentException($"Origin {i + 1} cannot be used: {problem}.", nameof(origins));

            read.Add(origin);
        }

        return [.. read.Distinct()];
    }
}
